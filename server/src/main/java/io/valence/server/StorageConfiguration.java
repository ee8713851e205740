package io.valence.server;

import io.valence.domain.account.Accounts;
import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.domain.call.Connections;
import io.valence.domain.instance.GiveBacks;
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

/** What is stored, and where. */
@Configuration(proxyBeanMethods = false)
class StorageConfiguration {
    @Bean
    Storage storage(Settings settings, InstantSource time, SecureRandom random) {
        return Storage.open(settings, time, random);
    }

    @Bean
    Accounts accounts(Storage storage) {
        return storage.persistence().accounts();
    }

    @Bean
    Instances instances(Storage storage) {
        return storage.persistence().instances();
    }

    @Bean
    Seals seals(Storage storage) {
        return storage.persistence().seals();
    }

    @Bean
    Grants grants(Storage storage) {
        return storage.persistence().grants();
    }

    @Bean
    GiveBacks giveBacks(Storage storage) {
        return storage.persistence().giveBacks();
    }

    @Bean
    PendingAuthorizations pendingAuthorizations(Storage storage) {
        return storage.persistence().pendingAuthorizations();
    }

    @Bean
    Transformations transformations(Storage storage) {
        return storage.persistence().transformations();
    }

    @Bean
    Traces traces(Storage storage) {
        return storage.persistence().traces();
    }

    @Bean
    Connections connections(Storage storage) {
        return storage.persistence().connections();
    }

    @Bean
    Readiness readiness(Storage storage, Settings settings) {
        return new Readiness(storage.persistence()::isReady, settings.stopping().drainDelay());
    }
}
