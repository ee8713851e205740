package io.valence.server.settings;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The private places that requests may go out to although they are private. */
public record EgressAllowance(List<Place> places) {
    private static final int HIGHEST_PORT = 65535;
    private static final Pattern HOST_NAME =
            Pattern.compile(
                    "(?=.{1,253}$)[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?"
                            + "(\\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*");
    private static final Pattern NUMBER_AT_THE_END =
            Pattern.compile("(.*\\.)?([0-9]+|0x[0-9a-f]*)");
    private static final Pattern IPV4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final Pattern WITH_PORT = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]+):([^:]*)");

    /** Of these places. */
    public EgressAllowance {
        places = List.copyOf(places);
    }

    /** Somewhere a request may go. */
    public sealed interface Place {
        /** A host by its name in lower case or by its address, on every port. */
        record Host(String name) implements Place {}

        /** A host on one port. */
        record HostAndPort(String name, int port) implements Place {}

        /** Every address that begins with the first bits of this one. */
        record Block(InetAddress first, int bits) implements Place {}
    }

    static EgressAllowance parse(String text) throws Objection {
        List<Place> places = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            String place = item.strip().toLowerCase(Locale.ROOT);
            if (place.isEmpty()) {
                continue;
            }
            try {
                places.add(placeOf(place));
            } catch (Objection objection) {
                wrong.add(Messages.quoted(place) + ", which " + objection.getMessage());
            }
        }
        if (!wrong.isEmpty()) {
            throw Objection.withoutText("is wrong at " + String.join(" and at ", wrong));
        }
        return new EgressAllowance(places);
    }

    private static Place placeOf(String text) throws Objection {
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return block(text.substring(0, slash), text.substring(slash + 1));
        }
        Matcher withPort = WITH_PORT.matcher(text);
        if (withPort.matches()) {
            String port = withPort.group(2);
            if (!PORT.matcher(port).matches()
                    || Integer.parseInt(port) == 0
                    || Integer.parseInt(port) > HIGHEST_PORT) {
                throw new Objection("must have a port from 1 to 65535 after the colon");
            }
            return new Place.HostAndPort(host(withPort.group(1)), Integer.parseInt(port));
        }
        return new Place.Host(host(text));
    }

    private static String host(String text) throws Objection {
        if (text.startsWith("[") && text.endsWith("]")) {
            return address(text.substring(1, text.length() - 1)).getHostAddress();
        }
        if (text.contains(":") || IPV4.matcher(text).matches()) {
            return address(text).getHostAddress();
        }
        if (!HOST_NAME.matcher(text).matches() || NUMBER_AT_THE_END.matcher(text).matches()) {
            throw new Objection("must be a host, host:port, or a block such as 10.0.0.0/8");
        }
        return text;
    }

    private static Place.Block block(String address, String bits) throws Objection {
        InetAddress first = address(address);
        int longest = first.getAddress().length * Byte.SIZE;
        if (!bits.matches("[0-9]{1,3}") || Integer.parseInt(bits) > longest) {
            throw new Objection("must have from 0 to " + longest + " bits after the slash");
        }
        int prefix = Integer.parseInt(bits);
        if (hasBitsAfter(first.getAddress(), prefix)) {
            throw new Objection("must be the first address of its block");
        }
        return new Place.Block(first, prefix);
    }

    private static boolean hasBitsAfter(byte[] address, int prefix) {
        for (int bit = prefix; bit < address.length * Byte.SIZE; bit++) {
            if ((address[bit / Byte.SIZE] >> (Byte.SIZE - 1 - bit % Byte.SIZE) & 1) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Reads dotted quads and IPv6 alone; the platform would also take {@code 127.1}. */
    private static InetAddress address(String text) throws Objection {
        boolean readable = IPV4.matcher(text).matches() || text.contains(":");
        try {
            if (readable && !text.contains("%") && !text.contains("[")) {
                return InetAddress.ofLiteral(text);
            }
        } catch (IllegalArgumentException notAnAddress) {
            throw new Objection("must be an address such as 10.0.0.0 or fd00::");
        }
        throw new Objection("must be an address such as 10.0.0.0 or fd00::");
    }
}
