package io.valence.server;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.valence.application.authorization.GiveTokensBack;
import io.valence.application.authorization.RenewDueTokens;
import io.valence.application.authorization.RenewTokens;
import io.valence.application.authorization.RenewalPace;
import io.valence.application.authorization.RenewalTurn;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.call.Connections;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.GiveBacks;
import io.valence.domain.instance.Grants;
import io.valence.domain.trace.Traces;
import io.valence.server.settings.Settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;
import java.time.InstantSource;

/** How tokens are kept good. */
@Configuration(proxyBeanMethods = false)
class RenewalConfiguration {
    static final RenewalPace PACE = RenewalPace.ordinary();

    /** A storm of 10,000 within a minute needs eight at a time of a vendor that takes 50 ms. */
    private static final int AT_A_TIME = 32;

    @Bean
    RenewalThreads renewals(Settings settings) {
        return new RenewalThreads(settings.stopping().timeout());
    }

    @Bean
    Node node() {
        return Node.ofThisProcess();
    }

    @Bean
    RenewalTurn renewalTurn(
            Elements elements,
            Connections connections,
            Grants grants,
            VendorAuthorization vendor,
            GiveTokensBack giveBack,
            InstantSource time,
            SecureRandom random,
            RenewalThreads renewals,
            Node node,
            PrometheusMeterRegistry metrics) {
        return new RenewalTurn(
                elements,
                connections,
                grants,
                vendor,
                giveBack,
                PACE,
                time,
                random,
                renewals,
                node.name(),
                new RenewalRecord(metrics));
    }

    @Bean
    RenewTokens renewTokens(
            Connections connections,
            Grants grants,
            RenewalTurn turn,
            InstantSource time,
            RenewalThreads renewals) {
        return new RenewTokens(connections, grants, turn, PACE, time, renewals);
    }

    @Bean
    GiveTokensBack giveTokensBack(
            GiveBacks giveBacks, VendorAuthorization vendor, InstantSource time) {
        // Nobody waits for these when the server stops: what is not given back is tried again.
        return new GiveTokensBack(giveBacks, vendor, time, task -> Thread.ofVirtual().start(task));
    }

    @Bean
    Upkeep upkeep(
            Storage storage,
            Grants grants,
            Traces traces,
            GiveTokensBack giveBack,
            RenewTokens renew,
            InstantSource time,
            Node node) {
        return Upkeep.started(
                storage,
                new RenewDueTokens(grants, renew, time, AT_A_TIME),
                giveBack,
                grants,
                traces,
                time,
                node);
    }
}
