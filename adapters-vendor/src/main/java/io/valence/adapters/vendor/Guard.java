package io.valence.adapters.vendor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * The judge of where requests go. A name is judged by the addresses that it leads to at the moment
 * of connecting, and the connection goes to one of those and to no other.
 */
final class Guard {
    private final Allowance allowance;
    private final Lookup lookup;

    Guard(Allowance allowance, Lookup lookup) {
        this.allowance = allowance;
        this.lookup = lookup;
    }

    /** Refuses what needs no address to be refused, before a connection of earlier is taken. */
    void admit(Origin origin) throws Barred {
        if (origin.isPlain()
                && !allowance.names(origin.host(), origin.port())
                && !allowance.goesByAddress()) {
            throw unencrypted(origin.host());
        }
    }

    /** The addresses of this host; refuses them all if one of them may not be reached. */
    List<InetAddress> addresses(boolean plain, String host, int port) throws UnknownHostException {
        List<InetAddress> addresses = lookup.all(host);
        if (addresses.isEmpty()) {
            throw new UnknownHostException(host);
        }
        if (allowance.names(host, port)) {
            return addresses;
        }
        for (InetAddress address : addresses) {
            if (!allowance.holds(address, port)) {
                if (!PublicAddresses.hold(address)) {
                    throw new Barred(
                            "The host "
                                    + host
                                    + " is not on the public internet, and the operator of this"
                                    + " server has not allowed it");
                }
                if (plain) {
                    throw unencrypted(host);
                }
            }
        }
        return addresses;
    }

    private static Barred unencrypted(String host) {
        return new Barred(
                "The host "
                        + host
                        + " may be reached by https:// alone; the operator of this server has not"
                        + " allowed http://");
    }
}
