package io.valence.server;

import io.valence.adapters.rest.UseCases;
import io.valence.application.account.FoundOrganization;
import io.valence.application.account.IdentifyCaller;
import io.valence.application.account.RegisterUser;
import io.valence.application.account.ReplaceSecret;
import io.valence.application.account.ShowOrganizations;
import io.valence.application.authorization.BeginAuthorization;
import io.valence.application.authorization.GiveTokensBack;
import io.valence.application.authorization.ObtainTokens;
import io.valence.application.authorization.RenewTokens;
import io.valence.application.call.CallVendor;
import io.valence.application.call.CheckCredentials;
import io.valence.application.call.Reach;
import io.valence.application.call.Recorder;
import io.valence.application.call.Repetition;
import io.valence.application.element.DescribeElement;
import io.valence.application.element.ListElements;
import io.valence.application.element.ListHubs;
import io.valence.application.instance.DeleteInstance;
import io.valence.application.instance.FindInstances;
import io.valence.application.instance.Handshake;
import io.valence.application.instance.ProvisionInstance;
import io.valence.application.instance.ReviseInstance;
import io.valence.application.instance.ShowHealth;
import io.valence.application.instance.SwitchInstance;
import io.valence.application.instance.TryConfiguration;
import io.valence.application.resource.CallResource;
import io.valence.application.resource.DescribeInstance;
import io.valence.application.resource.PingInstance;
import io.valence.application.resource.ShowObjects;
import io.valence.application.trace.ShowTraces;
import io.valence.application.transformation.ShapeObjects;
import io.valence.domain.account.Accounts;
import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.call.Connections;
import io.valence.domain.call.KeptAnswers;
import io.valence.domain.call.Vendors;
import io.valence.domain.document.Documents;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.Grants;
import io.valence.domain.instance.Instances;
import io.valence.domain.secret.Seals;
import io.valence.domain.trace.Traces;
import io.valence.domain.transformation.Transformations;
import io.valence.server.settings.Settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;
import java.time.InstantSource;

/** The use cases over the ports, and the time and chance that they are given. */
@Configuration(proxyBeanMethods = false)
class UseCaseConfiguration {
    @Bean
    InstantSource time() {
        return InstantSource.system();
    }

    @Bean
    SecureRandom random() {
        return new SecureRandom();
    }

    @Bean
    ObtainTokens obtainTokens(
            VendorAuthorization vendor, PendingAuthorizations pending, InstantSource time) {
        return new ObtainTokens(vendor, pending, time);
    }

    @Bean
    CheckCredentials checkCredentials(Vendors vendors) {
        return new CheckCredentials(vendors);
    }

    @Bean
    Handshake handshake(
            ObtainTokens obtain,
            CheckCredentials check,
            GiveTokensBack giveBack,
            InstantSource time,
            SecureRandom random,
            Node node) {
        return new Handshake(
                obtain, check, giveBack, RenewalConfiguration.PACE, time, random, node.name());
    }

    @Bean
    BeginAuthorization beginAuthorization(
            Elements elements,
            VendorAuthorization vendor,
            PendingAuthorizations pending,
            InstantSource time,
            SecureRandom random) {
        return new BeginAuthorization(elements, vendor, pending, time, random);
    }

    @Bean
    Reach reach(
            Settings settings,
            Elements elements,
            Connections connections,
            Vendors vendors,
            RenewTokens renew,
            InstantSource time,
            SecureRandom random) {
        return new Reach(
                elements,
                connections,
                vendors,
                renew,
                time,
                settings.outgoing().callsPerInstance(),
                new Repetition(random, Thread::sleep));
    }

    @Bean
    CallResource callResource(
            Reach reach,
            Documents documents,
            Seals seals,
            KeptAnswers answers,
            InstantSource time) {
        return new CallResource(reach, documents, seals, answers, time);
    }

    @Bean
    CallVendor callVendor(Reach reach, KeptAnswers answers) {
        return new CallVendor(reach, answers);
    }

    @Bean
    UseCases useCases(
            Storage storage,
            Accounts accounts,
            Elements elements,
            Instances instances,
            Connections connections,
            Grants grants,
            Handshake handshake,
            ObtainTokens obtain,
            CheckCredentials check,
            BeginAuthorization beginAuthorization,
            CallVendor callVendor,
            CallResource callResource,
            Reach reach,
            Transformations transformations,
            Traces traces,
            InstantSource time,
            SecureRandom random) {
        FindInstances find = new FindInstances(elements, instances);
        return new UseCases(
                new IdentifyCaller(storage.persistence().callers()),
                new ShowOrganizations(accounts),
                new FoundOrganization(accounts, time, random),
                new RegisterUser(accounts, time, random),
                new ReplaceSecret(accounts, random),
                new ListElements(elements),
                new DescribeElement(elements),
                new ListHubs(elements),
                new ProvisionInstance(elements, instances, handshake, time, random),
                new TryConfiguration(elements, obtain, check, System::nanoTime),
                find,
                new ReviseInstance(elements, instances, connections, handshake),
                new SwitchInstance(elements, instances, time),
                new DeleteInstance(elements, instances, connections, time),
                new ShowHealth(find, grants),
                beginAuthorization,
                callVendor,
                callResource,
                new Recorder(traces, time, random),
                new DescribeInstance(reach),
                new PingInstance(reach, time),
                new ShowObjects(reach),
                ShapeObjects.byDefinitions(find, transformations),
                ShapeObjects.byTransformations(find, transformations),
                new ShowTraces(find, traces));
    }
}
