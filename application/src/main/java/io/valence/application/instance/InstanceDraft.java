package io.valence.application.instance;

import io.valence.application.authorization.ProviderData;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.element.ElementReference;
import io.valence.domain.instance.ExternalAuthentication;

import java.util.List;
import java.util.Optional;

/**
 * What a caller wrote about an instance, not yet judged. What is empty was not said: an update
 * leaves it as it is.
 *
 * @param element the element to move to, for an update
 * @param tags as written, with markup and all
 * @param providerData what the vendor sent the user back with
 * @param misread members that could not be read as what they should be; reported with everything
 *     else that is wrong
 */
public record InstanceDraft(
        Optional<ElementReference> element,
        Optional<String> name,
        Optional<List<String>> tags,
        Supplied configuration,
        Optional<Boolean> traceLoggingEnabled,
        Optional<Boolean> cachingEnabled,
        Optional<Integer> cacheTimeToLive,
        Optional<Integer> maxCacheSize,
        Optional<String> externalAuthentication,
        ProviderData providerData,
        List<Problem> misread) {
    public InstanceDraft {
        tags = tags.map(List::copyOf);
        misread = List.copyOf(misread);
    }

    /** Whether its first tokens were had elsewhere and come with the configuration. */
    boolean isAuthenticatedElsewhere() {
        return externalAuthentication
                .flatMap(ExternalAuthentication::named)
                .filter(choice -> choice == ExternalAuthentication.INITIAL)
                .isPresent();
    }

    /** A draft that says nothing but this configuration. */
    public static InstanceDraft of(Supplied configuration) {
        return new InstanceDraft(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                configuration,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ProviderData.none(),
                List.of());
    }
}
