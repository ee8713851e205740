package io.valence.domain.authorization;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A question to an authorization server and what came of it, as it may be shown: the mask stands in
 * place of every value that is not known to be harmless.
 *
 * @param address where it went
 * @param form what was asked
 * @param status empty if there was no answer
 * @param failure why there was none
 */
public record TokenExchange(
        String address,
        Map<String, String> requestHeaders,
        String form,
        Optional<Integer> status,
        Map<String, String> responseHeaders,
        String answer,
        Optional<String> failure,
        Duration took) {
    public TokenExchange {
        requestHeaders = Collections.unmodifiableMap(new LinkedHashMap<>(requestHeaders));
        responseHeaders = Collections.unmodifiableMap(new LinkedHashMap<>(responseHeaders));
    }

    /** Neither headers nor what was said. */
    @Override
    public String toString() {
        return "POST" + status.map(it -> " " + it).orElse("");
    }
}
