package io.valence.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.server.settings.EgressAllowance.Place;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.InetAddress;

class EgressAllowanceTest {
    @Test
    void readsHostsPortsAndBlocks() throws Objection {
        var allowance =
                EgressAllowance.parse(
                        "Vendor.Local, sandbox:8443,127.0.0.1:80"
                                + " ,10.0.0.0/8,[::1]:9000,fd00::/8,,::1");

        assertThat(allowance.places())
                .containsExactly(
                        new Place.Host("vendor.local"),
                        new Place.HostAndPort("sandbox", 8443),
                        new Place.HostAndPort("127.0.0.1", 80),
                        new Place.Block(InetAddress.ofLiteral("10.0.0.0"), 8),
                        new Place.HostAndPort("0:0:0:0:0:0:0:1", 9000),
                        new Place.Block(InetAddress.ofLiteral("fd00::"), 8),
                        new Place.Host("0:0:0:0:0:0:0:1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://host",
                "host:",
                "host:0",
                "host:65536",
                "10.0.0.0/33",
                "10.0.0.1/8",
                "10.0.0/8",
                "fd00::/129",
                "fd00::1/8",
                "127.1",
                "2130706433",
                "0x7f.1",
                "256.0.0.1",
                "a b",
                "-host",
                "*.local",
                "[::1",
                "fe80::1%eth0",
                "host/8"
            })
    void refusesWhatIsNoneOfThese(String text) {
        assertThatThrownBy(() -> EgressAllowance.parse("good.local," + text))
                .isInstanceOf(Objection.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageNotContaining("good.local");
    }
}
