package io.valence.adapters.vendor;

import org.apache.hc.client5.http.DnsResolver;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;

/** What the pool connects to: the addresses that the guard let pass, and no others. */
record GuardedResolver(Guard guard, boolean plain) implements DnsResolver {
    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        return guard.addresses(plain, host, port).stream()
                .map(address -> new InetSocketAddress(address, port))
                .toList();
    }

    /** Without a port nothing can be judged; the pool asks with one. */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        throw new UnknownHostException(host);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
