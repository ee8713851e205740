package io.valence.domain.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * A URL that grows from literal text, which may say anything, and from values, which must stay
 * within the part of the URL where they stand: no value adds a host, user info, a path segment, a
 * parameter or a fragment.
 */
final class AddressBuilder {
    private enum Part {
        BEGINNING,
        AUTHORITY,
        PATH,
        QUERY,
        FRAGMENT
    }

    private static final char NEVER = ' ';
    private static final String UNRESERVED = "-._~";

    private final StringBuilder text = new StringBuilder();

    /** Adds what the template says. */
    void literal(String literal) {
        boolean joins = endsWithSlash() && part() == Part.PATH && literal.startsWith("/");
        text.append(joins ? literal.substring(1) : literal);
    }

    private boolean endsWithSlash() {
        return !text.isEmpty() && text.charAt(text.length() - 1) == '/';
    }

    /** Adds what an entry is set to. */
    void value(String value) {
        switch (part()) {
            case BEGINNING -> beginWith(value);
            case AUTHORITY -> within(value);
            case PATH -> {
                if (value.equals(".") || value.equals("..")) {
                    refuse();
                }
                encode(value);
            }
            case QUERY -> encode(value);
            case FRAGMENT -> refuse();
        }
    }

    private Part part() {
        int scheme = text.indexOf("://");
        if (scheme < 0) {
            return Part.BEGINNING;
        }
        Part part = Part.AUTHORITY;
        for (int i = scheme + "://".length(); i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '#') {
                return Part.FRAGMENT;
            } else if (c == '?') {
                part = Part.QUERY;
            } else if (c == '/' && part == Part.AUTHORITY) {
                part = Part.PATH;
            }
        }
        return part;
    }

    /** A value may be a whole address if nothing stands before it. */
    private void beginWith(String value) {
        Optional<URI> address = text.isEmpty() ? plain(value) : Optional.empty();
        if (address.isEmpty()
                || address.get().getRawQuery() != null
                || address.get().getRawFragment() != null) {
            refuse();
        }
        text.append(value);
    }

    /** Letters, digits, dots, hyphens, and a colon before a port: no end of the host among them. */
    private void within(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (!Characters.isAsciiLetterOrDigit(c) && c != '.' && c != '-' && c != ':') {
                refuse();
            }
        }
        text.append(value);
    }

    private void encode(String value) {
        for (byte b : value.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (Characters.isAsciiLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0) {
                text.append(c);
            } else {
                text.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
    }

    /** What no address has: whatever follows, none is built. */
    private void refuse() {
        text.append(NEVER);
    }

    /** The address, unless a value did not stay in its place. */
    Optional<URI> built() {
        return plain(text.toString());
    }

    /**
     * An http or https address with a host that is one, and with neither user info nor fragment.
     */
    private static Optional<URI> plain(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            boolean web =
                    scheme != null
                            && (scheme.equalsIgnoreCase("http")
                                    || scheme.equalsIgnoreCase("https"));
            return web
                            && uri.getRawAuthority() != null
                            && Host.isHostOrAddress(uri.getRawAuthority())
                            && uri.getRawFragment() == null
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
