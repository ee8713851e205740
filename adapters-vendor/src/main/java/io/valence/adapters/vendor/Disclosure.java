package io.valence.adapters.vendor;

import com.nimbusds.jose.util.JSONObjectUtils;

import io.valence.domain.call.Header;
import io.valence.domain.secret.Mask;

import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * What may be shown of a conversation about tokens. Whatever a vendor calls a secret, only what has
 * a name that is known to be harmless is shown.
 *
 * @param words without the secrets that are known
 */
record Disclosure(Words words) {
    private static final int BAD_REQUEST = 400;

    private static final Set<String> HARMLESS =
            Set.of(
                    "error",
                    "error_description",
                    "error_uri",
                    "expires_in",
                    "grant_type",
                    "redirect_uri",
                    "scope",
                    "token_type");

    private static final Set<String> HARMLESS_HEADERS =
            Header.names(
                    "Accept",
                    "Accept-Encoding",
                    "Cache-Control",
                    "Content-Length",
                    "Content-Type",
                    "Date",
                    "Host",
                    "Retry-After",
                    "Server",
                    "User-Agent",
                    "WWW-Authenticate");

    /** The form, with the values of its fields as they were encoded. */
    String form(String body) {
        StringJoiner shown = new StringJoiner("&");
        for (String field : body.split("&", -1)) {
            int equal = field.indexOf('=');
            String name = equal < 0 ? field : field.substring(0, equal);
            shown.add(HARMLESS.contains(name) || equal < 0 ? field : name + "=" + Mask.TEXT);
        }
        return words.hiding(shown.toString());
    }

    /** The answer; one that may hold tokens and cannot be read is not shown at all. */
    String answer(int status, String body) {
        Optional<Map<String, Object>> members = members(body);
        if (members.isEmpty()) {
            return status < BAD_REQUEST ? Mask.TEXT : words.hiding(body);
        }
        Map<String, Object> shown = new LinkedHashMap<>();
        members.get()
                .forEach(
                        (name, value) ->
                                shown.put(
                                        name,
                                        HARMLESS.contains(name) && isPlain(value)
                                                ? value
                                                : Mask.TEXT));
        return words.hiding(JSONObjectUtils.toJSONString(shown));
    }

    /** None also of the JSON text {@code null}, of which the library makes none. */
    private static Optional<Map<String, Object>> members(String body) {
        try {
            return Optional.ofNullable(JSONObjectUtils.parse(body.strip()));
        } catch (ParseException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean isPlain(Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    /** The headers; of several of one name the last. */
    Map<String, String> headers(List<Header> headers) {
        Map<String, String> shown = new LinkedHashMap<>();
        for (Header header : headers) {
            shown.put(
                    header.name(),
                    HARMLESS_HEADERS.contains(header.name())
                            ? words.hiding(header.value())
                            : Mask.TEXT);
        }
        return shown;
    }
}
