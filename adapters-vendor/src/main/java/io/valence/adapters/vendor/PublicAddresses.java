package io.valence.adapters.vendor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Which addresses belong to the public internet, after the registries of special ones. */
final class PublicAddresses {
    private static final int IPV4_LENGTH = 4;

    /** IPv4: all is public but these (RFC 6890 and its successors). */
    private static final List<Allowance.Block> SPECIAL_IPV4 =
            List.of(
                    block("0.0.0.0", 8), // this network
                    block("10.0.0.0", 8), // private
                    block("100.64.0.0", 10), // shared by carriers, and some clouds' metadata
                    block("127.0.0.0", 8), // loopback
                    block("168.63.129.16", 32), // Azure's inner services
                    block("169.254.0.0", 16), // link-local, and clouds' metadata
                    block("172.16.0.0", 12), // private
                    block("192.0.0.0", 24), // protocol assignments
                    block("192.0.2.0", 24), // documentation
                    block("192.88.99.0", 24), // 6to4 relays
                    block("192.168.0.0", 16), // private
                    block("198.18.0.0", 15), // benchmarks
                    block("198.51.100.0", 24), // documentation
                    block("203.0.113.0", 24), // documentation
                    block("224.0.0.0", 4), // multicast
                    block("240.0.0.0", 4)); // reserved, and broadcast

    /** IPv6: only this is public, but for what is special in it. */
    private static final Allowance.Block GLOBAL_IPV6 = block("2000::", 3);

    private static final List<Allowance.Block> SPECIAL_IPV6 =
            List.of(
                    block("2001::", 23), // protocol assignments, Teredo and benchmarks among them
                    block("2001:db8::", 32), // documentation
                    block("2002::", 16), // 6to4, which hides an IPv4 address
                    block("3fff::", 20)); // documentation

    /** Networks without IPv4 reach it here; the last four bytes say where (RFC 6052). */
    private static final Allowance.Block NAT64 = block("64:ff9b::", 96);

    private PublicAddresses() {}

    private static Allowance.Block block(String first, int bits) {
        return new Allowance.Block(InetAddress.ofLiteral(first), bits);
    }

    static boolean hold(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length == IPV4_LENGTH) {
            return SPECIAL_IPV4.stream().noneMatch(block -> block.holds(address));
        }
        if (NAT64.holds(address)) {
            return hold(lastFour(bytes));
        }
        return GLOBAL_IPV6.holds(address)
                && SPECIAL_IPV6.stream().noneMatch(block -> block.holds(address));
    }

    private static InetAddress lastFour(byte[] bytes) {
        try {
            return InetAddress.getByAddress(
                    Arrays.copyOfRange(bytes, bytes.length - IPV4_LENGTH, bytes.length));
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException("four bytes are an address", impossible);
        }
    }
}
