package io.valence.application.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.Header;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;
import java.util.List;

class RateLimitsTest {
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

    private static List<Header> of(Header... vendors) {
        return RateLimits.of(List.of(vendors), NOW);
    }

    private static Header header(String name, String value) {
        return new Header(name, value);
    }

    @Test
    void saysNothingIfTheVendorSaysNothing() {
        assertThat(of()).isEmpty();
        assertThat(of(header("Content-Type", "application/json"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-RateLimit-", "X-Rate-Limit-", "RateLimit-", "x-ratelimit-"})
    void translatesWhatVendorsSayEachInItsOwnWay(String beginning) {
        List<Header> said =
                of(
                        header(beginning + "Limit", "100"),
                        header(beginning + "Remaining", "42"),
                        header(beginning + "Reset", "30"));

        assertThat(said)
                .containsExactly(
                        header("RateLimit", "\"default\";r=42;t=30"),
                        header("RateLimit-Policy", "\"default\";q=100"));
    }

    @Test
    void saysWhatThereIsOfIt() {
        assertThat(of(header("X-RateLimit-Limit", "100")))
                .containsExactly(header("RateLimit-Policy", "\"default\";q=100"));
        assertThat(of(header("X-RateLimit-Remaining", "0")))
                .containsExactly(header("RateLimit", "\"default\";r=0"));
        assertThat(of(header("X-RateLimit-Reset", "30"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "59, 59",
        "86400, 86400",
        "1778051349, 60",
        "1778051349000, 60",
        "1778051289, 0",
        "1500000000, 0",
        "1500000000000, 0"
    })
    void turnsTimesIntoPeriods(String reset, long period) {
        List<Header> said =
                of(header("X-RateLimit-Remaining", "1"), header("X-RateLimit-Reset", reset));

        assertThat(said).containsExactly(header("RateLimit", "\"default\";r=1;t=" + period));
    }

    @Test
    void handsOnWhatIsInTheCommonFormAlready() {
        List<Header> said =
                of(
                        header("X-RateLimit-Remaining", "1"),
                        header("ratelimit", "\"burst\";r=7;t=3, \"day\";r=900"),
                        header("RateLimit-Policy", "\"burst\";q=10;w=5, \"day\";q=1000"));

        assertThat(said)
                .containsExactly(
                        header("ratelimit", "\"burst\";r=7;t=3, \"day\";r=900"),
                        header("RateLimit-Policy", "\"burst\";q=10;w=5, \"day\";q=1000"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "many",
                "-1",
                "+5",
                "1.5",
                "1e3",
                "0x10",
                "\u0663",
                "1\"; r=9",
                "1 2",
                "9999999999999999999999"
            })
    void leavesOutWhatIsNoNumber(String garbage) {
        List<Header> said =
                of(
                        header("X-RateLimit-Limit", garbage),
                        header("X-RateLimit-Remaining", garbage),
                        header("X-RateLimit-Reset", garbage),
                        header("Retry-After", garbage));

        assertThat(said).isEmpty();
    }

    @Test
    void leavesOutAResetThatIsNoNumberAlone() {
        List<Header> said =
                of(header("X-RateLimit-Remaining", "5"), header("X-RateLimit-Reset", "tomorrow"));

        assertThat(said).containsExactly(header("RateLimit", "\"default\";r=5"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "120 | 120",
                "Wed, 6 May 2026 07:08:39 GMT | 30",
                "Wed, 06 May 2026 07:08:39 GMT | 30",
                "Wed, 06 May 2026 07:00:00 GMT | 0",
            })
    void saysInSecondsWhenToComeBack(String said, long seconds) {
        assertThat(of(header("retry-after", said)))
                .containsExactly(header("Retry-After", Long.toString(seconds)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Wed, 99 May 2026 07:08:39 GMT",
                "2026-05-06T07:08:39Z",
                "Fri, 06 May 2026 07:08:39 GMT",
                "Mittwoch"
            })
    void leavesOutADateThatIsNone(String date) {
        assertThat(of(header("Retry-After", date))).isEmpty();
    }
}
