package io.valence.adapters.vendor;

import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.util.URLUtils;

import java.text.ParseException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The members of a token answer, in whatever form a vendor wrote them. What the specification
 * forbids and vendors do anyway is read here, so that the library sees none of it.
 */
record TokenMembers(Map<String, Object> members) {
    private static final Duration LONGEST_LIFE = Duration.ofDays(36_525);
    private static final int LONGEST_TOKEN = 64 * 1024;
    private static final char BYTE_ORDER_MARK = '\ufeff';
    private static final List<String> CODES = List.of("code", "error", "type", "status", "name");
    private static final List<String> DESCRIPTIONS =
            List.of("error_description", "message", "error_message", "description", "detail");

    /** An error as RFC 6749, section 5.2, has it. */
    record Fault(String code, Optional<String> description) {
        String sentence() {
            return description.map(more -> code + ": " + more).orElse(code);
        }
    }

    /** The members of this body, whatever type it claims to be of. None if it has none. */
    static Optional<TokenMembers> of(String body) {
        String text = body.strip();
        if (!text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK) {
            text = text.substring(1).strip();
        }
        if (text.startsWith("{")) {
            return json(text);
        }
        boolean form = text.contains("access_token=") || text.contains("error=");
        return form && !text.startsWith("<") && Characters.isVisible(text)
                ? Optional.of(form(text))
                : Optional.empty();
    }

    private static Optional<TokenMembers> json(String text) {
        try {
            return Optional.of(new TokenMembers(JSONObjectUtils.parse(text)));
        } catch (ParseException broken) {
            return Optional.empty();
        }
    }

    private static TokenMembers form(String text) {
        Map<String, Object> members = new HashMap<>();
        for (Map.Entry<String, List<String>> each : URLUtils.parseParameters(text).entrySet()) {
            members.put(each.getKey(), each.getValue().getFirst());
        }
        return new TokenMembers(members);
    }

    /** A token that can be sent on: visible, and not of absurd length. */
    Optional<String> token(String name) {
        return text(members, name)
                .filter(token -> token.length() <= LONGEST_TOKEN && Characters.isVisible(token));
    }

    /** For how long it is good; none if that is not said, or said in no way that makes sense. */
    Optional<Duration> lifetime() {
        Object value = members.get("expires_in");
        double seconds;
        if (value instanceof Number number) {
            seconds = number.doubleValue();
        } else if (value instanceof String text) {
            try {
                seconds = Double.parseDouble(text.strip());
            } catch (NumberFormatException notANumber) {
                return Optional.empty();
            }
        } else {
            return Optional.empty();
        }
        if (Double.isNaN(seconds) || seconds < 1) {
            return Optional.empty();
        }
        return Optional.of(
                seconds >= LONGEST_LIFE.toSeconds()
                        ? LONGEST_LIFE
                        : Duration.ofSeconds((long) seconds));
    }

    /** The error, written as it should be, or nested in an object of its own. */
    Optional<Fault> fault() {
        Object error = members.get("error");
        if (error instanceof Map<?, ?> nested) {
            return first(nested, CODES)
                    .map(
                            code ->
                                    new Fault(
                                            code,
                                            first(nested, DESCRIPTIONS)
                                                    .or(() -> first(members, DESCRIPTIONS))));
        }
        return text(members, "error").map(code -> new Fault(code, first(members, DESCRIPTIONS)));
    }

    private static Optional<String> first(Map<?, ?> members, List<String> names) {
        return names.stream().flatMap(name -> text(members, name).stream()).findFirst();
    }

    private static Optional<String> text(Map<?, ?> members, String name) {
        return members.get(name) instanceof String text && !text.isBlank()
                ? Optional.of(text.strip())
                : Optional.empty();
    }
}
