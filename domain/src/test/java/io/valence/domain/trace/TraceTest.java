package io.valence.domain.trace;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.Header;
import io.valence.domain.instance.InstanceId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

class TraceTest {
    private static Leg leg(String address, List<Header> headers, String body) {
        return new Leg(
                "GET",
                address,
                headers,
                CapturedText.of(body),
                Optional.of(200),
                List.of(),
                CapturedText.NONE,
                Optional.empty(),
                Duration.ZERO);
    }

    @ParameterizedTest
    @CsvSource({
        "/hubs/crm/accounts?where=a%3D'/b',GET:/hubs/crm/accounts",
        "https://vendor.example.com/a/b?c=d,GET:/a/b",
        "https://vendor.example.com,GET:/",
        "https://vendor.example.com?next=/x,GET:/"
    })
    void isTitledByMethodAndPath(String address, String title) {
        assertThat(leg(address, List.of(), "").title()).isEqualTo(title);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "€", "🔑"})
    void keepsAsMuchOfABodyAsFits(String character) {
        int size = character.getBytes(StandardCharsets.UTF_8).length;
        int most = CapturedText.MOST_BYTES / size;

        CapturedText whole = CapturedText.of(character.repeat(most));
        CapturedText cut = CapturedText.of(character.repeat(most + 1));

        assertThat(whole.cut()).isFalse();
        assertThat(cut).isEqualTo(new CapturedText(character.repeat(most), true));
    }

    @Test
    void keepsTheFirstOfWhatIsTooMuch() {
        Leg leg = leg("/" + "🔑".repeat(5000), Collections.nCopies(101, new Header("a", "b")), "");

        Trace trace =
                Trace.of(
                        TraceId.mint(new SecureRandom()),
                        new InstanceId(1),
                        Instant.EPOCH,
                        leg,
                        Collections.nCopies(20, leg));

        assertThat(leg.address()).hasSize(8191).endsWith("🔑");
        assertThat(leg.requestHeaders()).hasSize(100);
        assertThat(trace.vendor()).hasSize(16);
        assertThat(trace.omitted()).isEqualTo(4);
    }

    @Test
    void saysNothingOfWhatWasSaid() {
        Leg leg = leg("/people/ada", List.of(new Header("X", "ada")), "ada");

        assertThat(leg.toString() + leg.request()).doesNotContain("ada");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "0123456789ABCDEF01234567", "0123456789abcdef0123456"})
    void isNotNamedByEveryText(String text) {
        assertThat(TraceId.parse(text)).isEmpty();
    }
}
