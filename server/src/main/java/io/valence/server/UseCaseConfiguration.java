package io.valence.server;

import io.valence.adapters.rest.UseCases;
import io.valence.application.account.FoundOrganization;
import io.valence.application.account.IdentifyCaller;
import io.valence.application.account.RegisterUser;
import io.valence.application.account.ReplaceSecret;
import io.valence.application.account.ShowOrganizations;
import io.valence.application.element.DescribeElement;
import io.valence.application.element.ListElements;
import io.valence.application.element.ListHubs;
import io.valence.application.instance.DeleteInstance;
import io.valence.application.instance.FindInstances;
import io.valence.application.instance.ProvisionInstance;
import io.valence.application.instance.ReviseInstance;
import io.valence.application.instance.SwitchInstance;
import io.valence.application.instance.TryConfiguration;
import io.valence.domain.account.Accounts;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.Instances;

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
    UseCases useCases(
            Accounts accounts,
            Elements elements,
            Instances instances,
            InstantSource time,
            SecureRandom random) {
        return new UseCases(
                new IdentifyCaller(accounts),
                new ShowOrganizations(accounts),
                new FoundOrganization(accounts, time, random),
                new RegisterUser(accounts, time, random),
                new ReplaceSecret(accounts, random),
                new ListElements(elements),
                new DescribeElement(elements),
                new ListHubs(elements),
                new ProvisionInstance(elements, instances, time, random),
                new TryConfiguration(elements),
                new FindInstances(elements, instances),
                new ReviseInstance(elements, instances),
                new SwitchInstance(elements, instances, time),
                new DeleteInstance(instances));
    }
}
