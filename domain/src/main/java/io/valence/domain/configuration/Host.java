package io.valence.domain.configuration;

import java.util.Locale;
import java.util.Optional;

/** The syntax of a host or host:port (RFC 1123 names, IPv4 addresses). */
final class Host {
    private static final int LONGEST_NAME = 253;
    private static final int LONGEST_LABEL = 63;

    private Host() {}

    static boolean isHost(String text) {
        int colon = text.indexOf(':');
        return colon < 0
                ? isName(text)
                : isName(text.substring(0, colon)) && isPort(text.substring(colon + 1));
    }

    /** A host, or an IPv6 address in brackets, each with or without a port. */
    static boolean isHostOrAddress(String text) {
        int close = text.indexOf(']');
        if (!text.startsWith("[") || close < 0) {
            return isHost(text);
        }
        String port = text.substring(close + 1);
        return port.isEmpty() || (port.startsWith(":") && isPort(port.substring(1)));
    }

    /**
     * The host in something that was written as an address, if there is a plain one. What has an at
     * sign may hold credentials, so nothing is taken from it.
     */
    static Optional<String> meantBy(String text) {
        if (text.indexOf('@') >= 0) {
            return Optional.empty();
        }
        String rest = text.strip();
        String lower = rest.toLowerCase(Locale.ROOT);
        if (lower.startsWith("https://")) {
            rest = rest.substring("https://".length());
        } else if (lower.startsWith("http://")) {
            rest = rest.substring("http://".length());
        }
        int end = 0;
        while (end < rest.length() && "/?#".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        String host = rest.substring(0, end);
        return isHost(host) ? Optional.of(host) : Optional.empty();
    }

    private static boolean isName(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NAME) {
            return false;
        }
        String[] labels = text.split("\\.", -1);
        for (String label : labels) {
            if (!isLabel(label)) {
                return false;
            }
        }
        return !isNumeric(labels[labels.length - 1]) || isIpv4(labels);
    }

    private static boolean isLabel(String label) {
        if (label.isEmpty()
                || label.length() > LONGEST_LABEL
                || label.startsWith("-")
                || label.endsWith("-")) {
            return false;
        }
        for (int i = 0; i < label.length(); i++) {
            if (!Characters.isAsciiLetterOrDigit(label.charAt(i)) && label.charAt(i) != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv4(String[] labels) {
        if (labels.length != 4) {
            return false;
        }
        for (String label : labels) {
            boolean octet =
                    isNumeric(label)
                            && label.length() <= 3
                            && (label.length() == 1 || label.charAt(0) != '0')
                            && Integer.parseInt(label) <= 255;
            if (!octet) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPort(String text) {
        return isNumeric(text)
                && text.length() <= 5
                && Integer.parseInt(text) >= 1
                && Integer.parseInt(text) <= 65_535;
    }

    private static boolean isNumeric(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> Characters.isDigit((char) c));
    }
}
