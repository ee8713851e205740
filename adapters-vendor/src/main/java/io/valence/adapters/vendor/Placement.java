package io.valence.adapters.vendor;

import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;
import io.valence.domain.resource.Parameter;
import io.valence.domain.secret.Spellings;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts credentials where a vendor wants them, in place of whatever stands there. */
final class Placement {
    /** Headers of answers that hold addresses. */
    private static final Set<String> ADDRESSES =
            Header.names("Location", "Content-Location", "Link", "Refresh");

    /** Up to its fragment. */
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"',#]+");

    private Placement() {}

    /** These headers and those that are credentials. */
    static List<Header> inHeaders(List<Header> headers, Credentials credentials) throws Barred {
        List<Header> all = new ArrayList<>(headers);
        for (Credentials.Placed placed : credentials.placed()) {
            if (placed.destination() == Parameter.Destination.HEADER) {
                String value = placed.value().reveal();
                if (!Header.isToken(placed.name()) || !Characters.isFieldValue(value)) {
                    throw new Barred(
                            "A credential holds characters that no header may have: "
                                    + placed.name());
                }
                all.add(new Header(placed.name(), value));
            }
        }
        return all;
    }

    /** This target with the credentials that go into its query. */
    static String inQuery(String target, Credentials credentials) {
        if (goNoneToTheQuery(credentials)) {
            return target;
        }
        StringBuilder query = new StringBuilder(without(target, credentials));
        char separator = query.indexOf("?") < 0 ? '?' : '&';
        for (Credentials.Placed placed : credentials.placed()) {
            if (placed.destination() == Parameter.Destination.QUERY) {
                query.append(separator)
                        .append(encoded(placed.name()))
                        .append('=')
                        .append(encoded(placed.value().reveal()));
                separator = '&';
            }
        }
        return query.toString();
    }

    /** This target without the parameters that are credentials, whoever put them there. */
    static String without(String target, Credentials credentials) {
        int mark = target.indexOf('?');
        if (mark < 0 || goNoneToTheQuery(credentials)) {
            return target;
        }
        StringBuilder kept = new StringBuilder(target.substring(0, mark));
        char separator = '?';
        for (String parameter : target.substring(mark + 1).split("&", -1)) {
            int equal = parameter.indexOf('=');
            String name = decoded(equal < 0 ? parameter : parameter.substring(0, equal));
            if (!credentials.claim(Parameter.Destination.QUERY, name)) {
                kept.append(separator).append(parameter);
                separator = '&';
            }
        }
        return kept.toString();
    }

    /**
     * A vendor's headers without the credentials that were in the query, where the vendor says what
     * was asked for or what to ask for next.
     */
    static List<Header> without(List<Header> headers, Credentials credentials) {
        if (goNoneToTheQuery(credentials)
                || headers.stream().noneMatch(header -> ADDRESSES.contains(header.name()))) {
            return headers;
        }
        Spellings secrets = Spellings.of(credentials.secrets());
        return headers.stream()
                .map(
                        header ->
                                ADDRESSES.contains(header.name())
                                        ? new Header(
                                                header.name(),
                                                secrets.hiddenIn(
                                                        withoutAnywhere(
                                                                header.value(), credentials)))
                                        : header)
                .toList();
    }

    /** The same for every address in a text. */
    private static String withoutAnywhere(String text, Credentials credentials) {
        StringBuilder kept = new StringBuilder();
        Matcher address = ADDRESS.matcher(text);
        while (address.find()) {
            address.appendReplacement(
                    kept, Matcher.quoteReplacement(without(address.group(), credentials)));
        }
        return address.appendTail(kept).toString();
    }

    private static boolean goNoneToTheQuery(Credentials credentials) {
        for (Credentials.Placed placed : credentials.placed()) {
            if (placed.destination() == Parameter.Destination.QUERY) {
                return false;
            }
        }
        return true;
    }

    /** What cannot be decoded is nobody's name. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
