package io.valence.adapters.vendor;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.core5.http.HttpHost;

import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The scheme, host and port of an address (RFC 6454): what decides where a request goes, and who
 * gets credentials.
 *
 * @param host a name in lower case, or an address as the platform writes it
 */
record Origin(String scheme, String host, int port) {
    private static final String PLAIN = "http";
    private static final String SECURE = "https";
    private static final int PLAIN_PORT = 80;
    private static final int SECURE_PORT = 443;
    private static final int HIGHEST_PORT = 65_535;
    private static final int LONGEST_NAME = 253;
    private static final Pattern IPV6 = Pattern.compile("[0-9a-f:.]+");

    /** The origin of this address. */
    static Origin of(URI address) throws Barred {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals(SECURE) && !scheme.equals(PLAIN)) {
            throw new Barred("An address must begin with https:// (or http://)");
        }
        String authority = address.getRawAuthority();
        if (authority == null) {
            throw new Barred("The address names no host");
        }
        if (authority.indexOf('@') >= 0) {
            throw new Barred("The address holds a user's name before its host");
        }
        int colon = authority.indexOf(':', authority.indexOf(']') + 1);
        String host = colon < 0 ? authority : authority.substring(0, colon);
        int port =
                colon < 0
                        ? scheme.equals(SECURE) ? SECURE_PORT : PLAIN_PORT
                        : portOf(authority.substring(colon + 1));
        return new Origin(scheme, canonical(host.toLowerCase(Locale.ROOT)), port);
    }

    private static int portOf(String text) throws Barred {
        boolean digits = !text.isEmpty() && text.length() <= 5;
        for (int i = 0; i < text.length(); i++) {
            digits &= text.charAt(i) >= '0' && text.charAt(i) <= '9';
        }
        int port = digits ? Integer.parseInt(text) : 0;
        if (port < 1 || port > HIGHEST_PORT) {
            throw new Barred("The address names no port from 1 to 65535");
        }
        return port;
    }

    /** What has several spellings could be judged by one and reached by another. */
    private static String canonical(String host) throws Barred {
        if (host.startsWith("[") && host.endsWith("]")) {
            String address = host.substring(1, host.length() - 1);
            if (IPV6.matcher(address).matches() && address.indexOf(':') >= 0) {
                return literal(address);
            }
            throw notAHost();
        }
        boolean plain = !host.isEmpty() && host.length() <= LONGEST_NAME;
        for (int i = 0; i < host.length(); i++) {
            plain &= isOfName(host.charAt(i));
        }
        if (!plain || host.startsWith(".") || host.endsWith(".") || host.contains("..")) {
            throw notAHost();
        }
        if (endsInNumber(host)) {
            // Shorter, octal and hexadecimal ways to write an address are read differently.
            String address = literal(host);
            if (!address.equals(host)) {
                throw notAHost();
            }
        }
        return host;
    }

    /** Whether it is read as an address by those who read it as the WHATWG's URL standard does. */
    private static boolean endsInNumber(String host) {
        int begin = host.lastIndexOf('.') + 1;
        boolean hexadecimal = host.startsWith("0x", begin);
        for (int i = hexadecimal ? begin + 2 : begin; i < host.length(); i++) {
            char c = host.charAt(i);
            if (!((c >= '0' && c <= '9') || (hexadecimal && c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.';
    }

    private static String literal(String address) throws Barred {
        try {
            return InetAddress.ofLiteral(address).getHostAddress();
        } catch (IllegalArgumentException notAnAddress) {
            throw notAHost();
        }
    }

    private static Barred notAHost() {
        return new Barred("The address names no host in its usual spelling");
    }

    /** Whether whoever is on the way can read and change what is sent. */
    boolean isPlain() {
        return scheme.equals(PLAIN);
    }

    /** As it stands in the header of that name. */
    String hostHeader() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        boolean usual = port == (isPlain() ? PLAIN_PORT : SECURE_PORT);
        return usual ? name : name + ":" + port;
    }

    HttpRoute route() {
        return new HttpRoute(new HttpHost(scheme, host, port), null, !isPlain());
    }

    /** As it stands in an address. */
    @Override
    public String toString() {
        return scheme + "://" + hostHeader();
    }
}
