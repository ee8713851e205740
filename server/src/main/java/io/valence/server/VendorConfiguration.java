package io.valence.server;

import io.valence.adapters.vendor.Allowance;
import io.valence.adapters.vendor.HttpVendors;
import io.valence.adapters.vendor.VendorSettings;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.call.KeptAnswers;
import io.valence.domain.call.Vendors;
import io.valence.domain.document.Documents;
import io.valence.server.settings.EgressAllowance;
import io.valence.server.settings.Settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The way out to vendors. */
@Configuration(proxyBeanMethods = false)
class VendorConfiguration {
    private static final int BUFFERED_BYTES = 1 << 20;

    @Bean
    HttpVendors httpVendors(Settings settings, StandIns standIns) {
        Settings.Outgoing outgoing = settings.outgoing();
        return HttpVendors.open(
                new VendorSettings(
                        outgoing.connect(),
                        outgoing.firstByte(),
                        RenewalConfiguration.PACE.deadline(),
                        outgoing.call(),
                        outgoing.firstByte(),
                        outgoing.connectionsPerHost(),
                        outgoing.connections(),
                        BUFFERED_BYTES,
                        allowance(outgoing.egress(), standIns),
                        outgoing.breaker()
                                ? Optional.of(VendorSettings.Breaking.USUAL)
                                : Optional.empty()));
    }

    private static Allowance allowance(EgressAllowance egress, StandIns standIns) {
        Set<String> hosts = new HashSet<>();
        Set<Allowance.HostAndPort> ports = new HashSet<>();
        List<Allowance.Block> blocks = new ArrayList<>();
        for (EgressAllowance.Place place : egress.places()) {
            switch (place) {
                case EgressAllowance.Place.Host(var name) -> hosts.add(name);
                case EgressAllowance.Place.HostAndPort(var name, var port) ->
                        ports.add(new Allowance.HostAndPort(name, port));
                case EgressAllowance.Place.Block(var first, var bits) ->
                        blocks.add(new Allowance.Block(first, bits));
            }
        }
        standIns.sandbox()
                .ifPresent(
                        sandbox ->
                                ports.add(new Allowance.HostAndPort("127.0.0.1", sandbox.port())));
        return new Allowance(hosts, ports, blocks);
    }

    @Bean
    VendorAuthorization vendorAuthorization(HttpVendors vendors) {
        return vendors.authorization();
    }

    @Bean
    KeptAnswers keptAnswers(Settings settings) {
        return HttpVendors.keptAnswers(settings.outgoing().keptBytes());
    }

    @Bean
    Documents documents(HttpVendors vendors) {
        return vendors.documents();
    }

    @Bean
    Vendors vendors(HttpVendors vendors) {
        return vendors.vendors();
    }
}
