package io.valence.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.valence.adapters.persistence.JdbiPersistence;
import io.valence.adapters.rest.Health;
import io.valence.adapters.rest.RestApi;
import io.valence.adapters.rest.RestSettings;
import io.valence.adapters.rest.UseCases;
import io.valence.server.settings.Settings;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;

/** The API over HTTP, and what it counts. */
@Configuration(proxyBeanMethods = false)
class RestConfiguration {
    private static final Duration BODY_PATIENCE = Duration.ofSeconds(60);

    @Bean
    PrometheusMeterRegistry metrics(Storage storage) {
        PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        new ClassLoaderMetrics().bindTo(metrics);
        new JvmMemoryMetrics().bindTo(metrics);
        new JvmThreadMetrics().bindTo(metrics);
        new ProcessorMetrics().bindTo(metrics);
        new FileDescriptorMetrics().bindTo(metrics);
        new UptimeMetrics().bindTo(metrics);
        new CollectionMetrics().bindTo(metrics);
        Gauge.builder(
                        "valence.instances.not.valid",
                        storage.persistence(),
                        RestConfiguration::broken)
                .description("Instances that their vendors do not let in any more")
                .register(metrics);
        return metrics;
    }

    private static double broken(JdbiPersistence persistence) {
        return persistence.brokenInstances();
    }

    @Bean
    RestApi restApi(
            Settings settings,
            UseCases useCases,
            Readiness readiness,
            PrometheusMeterRegistry metrics) {
        Settings.Listening listening = settings.listening();
        return RestApi.start(
                new RestSettings(
                        listening.host(),
                        listening.port(),
                        listening.maxConnections(),
                        listening.maxCalls(),
                        settings.outgoing().calls(),
                        listening.idleTimeout(),
                        BODY_PATIENCE,
                        settings.stopping().timeout(),
                        settings.outgoing().liveCheck()),
                useCases,
                new Health(readiness, JdbiPersistence::isOutage),
                metrics);
    }
}
