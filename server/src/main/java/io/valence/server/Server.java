package io.valence.server;

import io.valence.adapters.persistence.UnusableDatabase;
import io.valence.adapters.rest.RestApi;
import io.valence.domain.account.Viewer;
import io.valence.domain.element.Elements;
import io.valence.server.settings.Settings;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import java.net.BindException;
import java.util.Optional;

/** Everything, built and connected and running until it is closed. */
final class Server implements AutoCloseable {
    private final AnnotationConfigApplicationContext context;
    private final Settings settings;

    private Server(AnnotationConfigApplicationContext context, Settings settings) {
        this.context = context;
        this.settings = settings;
    }

    /** Starts it; if that fails, what was opened is closed again. */
    static Server start(Settings settings, StandIns standIns) {
        Address.requireFree(settings.listening());
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(Settings.class, () -> settings);
        context.registerBean(StandIns.class, () -> standIns);
        context.register(
                StorageConfiguration.class,
                CatalogConfiguration.class,
                VendorConfiguration.class,
                RenewalConfiguration.class,
                UseCaseConfiguration.class,
                RestConfiguration.class);
        try {
            context.refresh();
            return new Server(context, settings);
        } catch (RuntimeException failure) {
            context.close();
            throw explained(failure, settings);
        }
    }

    Address address() {
        return new Address(settings.listening().host(), context.getBean(RestApi.class).port());
    }

    /** Where callers reach it. */
    String url() {
        return settings.listening().publicUrl().orElseGet(() -> address().url());
    }

    Storage storage() {
        return context.getBean(Storage.class);
    }

    StandIns standIns() {
        return context.getBean(StandIns.class);
    }

    int numberOfElements() {
        return context.getBean(Elements.class).visibleTo(new Viewer.Anonymous()).size();
    }

    /** Says that it is not ready, lets calls in flight finish, and closes the database. */
    @Override
    public void close() {
        context.close();
    }

    /** What an operator can mend is told in a sentence; anything else stays as it is. */
    private static RuntimeException explained(RuntimeException failure, Settings settings) {
        Throwable cause = failure;
        while (cause != null) {
            Optional<Refusal> refusal =
                    switch (cause) {
                        case Refusal told -> Optional.of(told);
                        case UnusableDatabase unusable ->
                                Optional.of(
                                        Refusal.ofCircumstance(
                                                String.valueOf(unusable.getMessage())));
                        case BindException _ ->
                                Optional.of(
                                        new Address(
                                                        settings.listening().host(),
                                                        settings.listening().port())
                                                .refusal());
                        default -> Optional.empty();
                    };
            if (refusal.isPresent()) {
                return refusal.get();
            }
            cause = cause.getCause();
        }
        return failure;
    }
}
