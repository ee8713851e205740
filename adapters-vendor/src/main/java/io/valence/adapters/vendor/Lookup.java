package io.valence.adapters.vendor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The addresses of hosts. */
@FunctionalInterface
interface Lookup {
    /** All addresses of this host, at least one. */
    List<InetAddress> all(String host) throws UnknownHostException;
}
