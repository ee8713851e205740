package io.valence.adapters.vendor;

import java.net.InetAddress;
import java.util.List;
import java.util.Set;

/**
 * The places that requests may go to although they are not public, or although nothing encrypts the
 * way there.
 *
 * @param hosts names in lower case, or addresses as {@link InetAddress#getHostAddress} writes them
 */
public record Allowance(Set<String> hosts, Set<HostAndPort> ports, List<Block> blocks) {
    /** Nowhere but in public, and encrypted. */
    public static final Allowance NOTHING = new Allowance(Set.of(), Set.of(), List.of());

    public Allowance {
        hosts = Set.copyOf(hosts);
        ports = Set.copyOf(ports);
        blocks = List.copyOf(blocks);
    }

    /** A host on one port. */
    public record HostAndPort(String host, int port) {}

    /** Every address that begins with the first bits of this one. */
    public record Block(InetAddress first, int bits) {
        boolean holds(InetAddress address) {
            byte[] ours = first.getAddress();
            byte[] theirs = address.getAddress();
            if (ours.length != theirs.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
                if (((ours[bit / Byte.SIZE] ^ theirs[bit / Byte.SIZE]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Whether this host, by its name or by its address, may be reached whatever its address is. */
    boolean names(String host, int port) {
        return hosts.contains(host) || ports.contains(new HostAndPort(host, port));
    }

    /** Whether this address may be reached whatever name led to it. */
    boolean holds(InetAddress address, int port) {
        return names(address.getHostAddress(), port)
                || blocks.stream().anyMatch(block -> block.holds(address));
    }

    /** Whether a host that is not named may still turn out to be allowed by its address. */
    boolean goesByAddress() {
        return !hosts.isEmpty() || !ports.isEmpty() || !blocks.isEmpty();
    }
}
