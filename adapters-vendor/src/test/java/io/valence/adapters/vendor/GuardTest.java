package io.valence.adapters.vendor;

import static io.valence.adapters.vendor.Calls.get;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.valence.domain.call.VendorAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

class GuardTest {
    private static final String PUBLIC = "93.184.215.14";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.100.100.200",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.192",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::10.0.0.1",
                "::93.184.215.14",
                "::ffff:10.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:0:10.0.0.1",
                "64:ff9b::10.0.0.1",
                "64:ff9b::169.254.169.254",
                "64:ff9b:1::10.0.0.1",
                "64:ff9b:1::93.184.215.14",
                "100::1",
                "2001::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2",
                "2001:2::1",
                "2001:10::1",
                "2001:db8::1",
                "2002:a00:1::1",
                "2002:5db8:d70e::1",
                "3fff::1",
                "5f00::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void refusesNamesThatLeadToSpecialAddresses(String address) {
        Guard guard = guard(Allowance.NOTHING, address);
        Guard half = guard(Allowance.NOTHING, PUBLIC, address);

        assertThatExceptionOfType(Barred.class)
                .isThrownBy(() -> guard.addresses(false, "vendor.example", 443))
                .satisfies(barred -> assertThat(barred.reason()).doesNotContain(address));
        assertThatExceptionOfType(Barred.class)
                .isThrownBy(() -> half.addresses(false, "vendor.example", 443));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PUBLIC,
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.0.1",
                "223.255.255.255",
                "2606:2800:21f:cb07:6820:80da:af6b:8b2c",
                "2a00:1450:4001:82f::200e",
                "64:ff9b::93.184.215.14",
                "::ffff:93.184.215.14"
            })
    void letsNamesPassThatLeadToPublicAddresses(String address) throws UnknownHostException {
        Guard guard = guard(Allowance.NOTHING, address);

        assertThat(guard.addresses(false, "vendor.example", 443))
                .containsExactly(InetAddress.getByName(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:7f00:1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[fe80::1]/",
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0x7F.0.0.1/",
                "https://0177.0.0.1/",
                "https://017700000001/",
                "https://127.1/",
                "https://127.0.1/",
                "https://127.0.0.01/",
                "https://1.2.3.4.5/",
                "https://vendor.0x1/",
                "https://127.0.0.1./",
                "https://vendor.example./",
                "https://.vendor.example/",
                "https://vendor..example/",
                "https://user@vendor.example/",
                "https://user:password@vendor.example/",
                "https://vendor.example@127.0.0.1/",
                "https://vendor.example:0/",
                "https://vendor.example:65536/",
                "https://vendor.example:/",
                "https://vendor.example:+80/",
                "https://v%65ndor.example/",
                "https:///path",
                "https:path",
                "//vendor.example/",
                "vendor",
                "ftp://vendor.example/",
                "file:///etc/passwd",
                "gopher://vendor.example/",
                "jar:https://vendor.example/!/",
                "http://vendor.example/",
                "http://127.0.0.1/",
                "https://localhost/",
                "https://e\uff58ample.com/",
                "https://127\u30020\u30020\u30021/"
            })
    void barsAddressesThatAreNoneOrLeadInside(String address) {
        List<String> asked = new ArrayList<>();
        Lookup lookup =
                host -> {
                    asked.add(host);
                    return List.of(InetAddress.getAllByName(host));
                };
        try (var door = HttpVendors.open(Calls.settings(Allowance.NOTHING), lookup)) {
            var answer = door.vendors().send(get(URI.create(address), "/"));

            assertThat(answer).isInstanceOf(VendorAnswer.Barred.class);
            assertThat(asked).doesNotContain("vendor.example", "2130706433", "0x7f000001");
            assertThat(door.leased()).isZero();
        }
    }

    /** The second answer of the name server leads inside; nobody must have asked for it. */
    @Test
    void connectsToTheAddressThatItJudged() {
        AtomicInteger lookups = new AtomicInteger();
        Lookup rebinding =
                _ ->
                        List.of(
                                InetAddress.ofLiteral(
                                        lookups.getAndIncrement() == 0 ? PUBLIC : "127.0.0.1"));
        try (var inside = RawVendor.saying("HTTP/1.1 204 No Content||");
                var door = HttpVendors.open(Calls.settings(Allowance.NOTHING), rebinding)) {
            URI address = URI.create("https://vendor.example:" + inside.port());

            var first = door.vendors().send(get(address, "/"));
            int lookupsOfFirst = lookups.get();
            var second = door.vendors().send(get(address, "/"));

            assertThat(first).isInstanceOf(VendorAnswer.Unreachable.class);
            assertThat(lookupsOfFirst).isEqualTo(1);
            assertThat(second).isInstanceOf(VendorAnswer.Barred.class);
            assertThat(inside.connections()).isZero();
        }
    }

    @Test
    void letsPassWhatIsAllowedByHostPortOrBlock() throws UnknownHostException {
        Allowance allowance =
                new Allowance(
                        Set.of("inner.example", "192.168.7.7"),
                        Set.of(new Allowance.HostAndPort("one.example", 8080)),
                        List.of(new Allowance.Block(InetAddress.ofLiteral("10.1.0.0"), 16)));

        assertThat(guard(allowance, "10.0.0.1").addresses(true, "inner.example", 1)).hasSize(1);
        assertThat(guard(allowance, "10.0.0.1").addresses(true, "one.example", 8080)).hasSize(1);
        assertThat(guard(allowance, "10.1.2.3").addresses(true, "any.example", 1)).hasSize(1);
        assertThat(guard(allowance, "192.168.7.7").addresses(true, "any.example", 1)).hasSize(1);
        assertThat(guard(allowance, PUBLIC, "10.1.2.3").addresses(false, "any.example", 1))
                .hasSize(2);
        for (var refused :
                List.of(
                        new Question("10.0.0.1", "one.example", 8081, false),
                        new Question("10.0.0.1", "sub.inner.example", 1, false),
                        new Question("10.2.0.1", "any.example", 1, false),
                        new Question("64:ff9b::10.1.2.3", "any.example", 1, false),
                        new Question(PUBLIC, "any.example", 1, true))) {
            assertThatExceptionOfType(Barred.class)
                    .isThrownBy(
                            () ->
                                    guard(allowance, refused.address())
                                            .addresses(
                                                    refused.plain(),
                                                    refused.host(),
                                                    refused.port()));
        }
    }

    @Test
    void knowsAnAddressThatIsAllowedInEverySpelling() {
        try (var vendor = RawVendor.saying("HTTP/1.1 204 No Content||");
                var door =
                        HttpVendors.open(
                                Calls.settings(
                                        new Allowance(
                                                Set.of(),
                                                Set.of(
                                                        new Allowance.HostAndPort(
                                                                "127.0.0.1", vendor.port())),
                                                List.of())))) {
            for (String host : List.of("127.0.0.1", "[::ffff:127.0.0.1]", "[::FFFF:7f00:1]")) {
                URI address = URI.create("HTTP://" + host + ":" + vendor.port());

                assertThat(door.vendors().send(get(address, "/")))
                        .isInstanceOf(VendorAnswer.Answered.class);
            }
            assertThat(door.vendors().send(get(URI.create("http://127.0.0.1:1"), "/")))
                    .isInstanceOf(VendorAnswer.Barred.class);
        }
    }

    private record Question(String address, String host, int port, boolean plain) {}

    private static Guard guard(Allowance allowance, String... addresses) {
        List<InetAddress> all = Arrays.stream(addresses).map(InetAddress::ofLiteral).toList();
        return new Guard(allowance, _ -> all);
    }
}
