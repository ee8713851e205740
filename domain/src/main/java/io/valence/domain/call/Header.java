package io.valence.domain.call;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** One line of an HTTP header section (RFC 9110, section 5). */
public record Header(String name, String value) {
    private static final String OF_TOKENS = "!#$%&'*+-.^_`|~";

    private static final Set<String> OF_HOSTS =
            names(
                    "Alt-Svc",
                    "Clear-Site-Data",
                    "NEL",
                    "Public-Key-Pins",
                    "Public-Key-Pins-Report-Only",
                    "Report-To",
                    "Reporting-Endpoints",
                    "Set-Cookie",
                    "Set-Cookie2",
                    "Strict-Transport-Security");

    /** These names, whose case does not matter. */
    public static Set<String> names(String... names) {
        Set<String> set = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        set.addAll(List.of(names));
        return set;
    }

    /** The first of these with this name; case does not matter. */
    public static Optional<Header> find(List<Header> headers, String name) {
        for (Header header : headers) {
            if (header.is(name)) {
                return Optional.of(header);
            }
        }
        return Optional.empty();
    }

    /** Whether this can be the name of a header, or a method: a token (RFC 9110, section 5.6.2). */
    public static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean plain =
                    (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
            if (!plain && OF_TOKENS.indexOf(c) < 0) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /**
     * Whether browsers and clients believe it of the whole host that sends it: what a vendor says
     * of itself would be taken for a word about whoever hands it on.
     */
    public boolean speaksForItsHost() {
        return OF_HOSTS.contains(name);
    }

    /** Whether this is its name; case does not matter. */
    public boolean is(String otherName) {
        return name.equalsIgnoreCase(otherName);
    }

    /** The name alone: a value may be a credential. */
    @Override
    public String toString() {
        return name;
    }
}
