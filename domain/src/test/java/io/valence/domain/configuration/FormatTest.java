package io.valence.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Optional;

class FormatTest {
    private static final Place PLACE = Place.entry(new ConfigurationKey("site.url"));

    @Nested
    class Hosts {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "example.com",
                    "EXAMPLE.com",
                    "localhost",
                    "a-b.c1",
                    "example.com:443",
                    "example.com:65535",
                    "192.0.2.1",
                    "192.0.2.1:8080",
                    "0.0.0.0",
                    "1.example",
                    "xn--bcher-kva.example"
                })
        void areTakenWithAPortAndWithout(String text) {
            assertThat(Format.HOST.objectionTo(PLACE, text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    " ",
                    ".",
                    "example.com.",
                    "example.com:",
                    "example.com:0",
                    "example.com:65536",
                    "example.com:+80",
                    "example.com:80:80",
                    "-a.com",
                    "a-.com",
                    "a..b",
                    "a_b.com",
                    "bücher.example",
                    "exam ple.com",
                    "bob@example.com",
                    "bob:pw@example.com",
                    "256.0.0.1",
                    "1.2.3",
                    "1.2.3.4.5",
                    "2130706433",
                    "0177.0.0.1",
                    "0x7f.0.0.1.5",
                    "[::1]",
                    "::1",
                    "example.com\\x"
                })
        void areRefusedWhenTheyAreSomethingElse(String text) {
            assertThat(Format.HOST.objectionTo(PLACE, text))
                    .contains(new Problem.NotAHost(PLACE, Optional.empty()));
        }

        @ParameterizedTest
        @CsvSource({
            "https://example.com, example.com",
            "HTTP://Example.com/, Example.com",
            "https://example.com:8443/path?q#f, example.com:8443",
            "example.com/path, example.com",
            "example.com?x, example.com",
            "https://192.0.2.1/, 192.0.2.1"
        })
        void areProposedFromAnAddress(String text, String host) {
            assertThat(Format.HOST.objectionTo(PLACE, text))
                    .contains(new Problem.NotAHost(PLACE, Optional.of(host)));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://bob:pw@example.com/",
                    "https://bob:8080/pw@example.com",
                    "https://",
                    "ftp://example.com",
                    "https://a_b/",
                    "https://0177.0.0.1/"
                })
        void areNotProposedFromCredentialsOrNonsense(String text) {
            assertThat(Format.HOST.objectionTo(PLACE, text))
                    .contains(new Problem.NotAHost(PLACE, Optional.empty()));
        }

        @Test
        void haveLabelsAndNamesOfLimitedLength() {
            var label = "a".repeat(63);
            var longest = label + "." + label + "." + label + "." + "a".repeat(61);

            assertThat(Format.HOST.objectionTo(PLACE, longest)).isEmpty();
            assertThat(Format.HOST.objectionTo(PLACE, longest + "a")).isPresent();
            assertThat(Format.HOST.objectionTo(PLACE, "a".repeat(64))).isPresent();
        }
    }

    @Nested
    class Addresses {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://example.com",
                    "HTTP://example.com:8080/a/b?c=d#e",
                    "https://[::1]/x",
                    "false"
                })
        void areTakenAndFalseStandsForNone(String text) {
            assertThat(Format.HTTP_URL.objectionTo(PLACE, text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "true",
                    "FALSE",
                    "example.com",
                    "//example.com",
                    "/path",
                    "ftp://example.com",
                    "https:example.com",
                    "https://",
                    "https:///x",
                    "https://user:pw@example.com",
                    "https://example.com:99999",
                    "https://exa mple.com",
                    "https://{site.url}",
                    "javascript:alert(1)"
                })
        void areRefusedWhenTheyAreSomethingElse(String text) {
            assertThat(Format.HTTP_URL.objectionTo(PLACE, text))
                    .contains(new Problem.Malformed(PLACE, "an absolute http or https address"));
        }
    }

    @Nested
    class AddressTemplates {
        @ParameterizedTest
        @ValueSource(
                strings = {
                    "https://{site.url}",
                    "https://example.com",
                    "https://{a}.example.com:8080/{b.c}/x?{d}"
                })
        void areTakenWithPlaceholdersAndWithout(String text) {
            assertThat(Format.URL_TEMPLATE.objectionTo(PLACE, text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"{site.url}", "ftp://{a}", "https://{a", "https://a}", "https://{a b}"})
        void areRefusedWhenTheyAreSomethingElse(String text) {
            assertThat(Format.URL_TEMPLATE.objectionTo(PLACE, text))
                    .get()
                    .isInstanceOf(Problem.Malformed.class);
        }
    }

    @Nested
    class Numbers {
        @ParameterizedTest
        @ValueSource(strings = {"0", "100", "007", "999999999"})
        void areTakenAlone(String text) {
            assertThat(Format.WHOLE_NUMBER.objectionTo(PLACE, text)).isEmpty();
            assertThat(Format.LIMITS.objectionTo(PLACE, text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"-1", "+1", "1.5", "1e3", " 1", "1000000000", "\u0661", "{}"})
        void areRefusedWhenTheyAreSomethingElse(String text) {
            assertThat(Format.WHOLE_NUMBER.objectionTo(PLACE, text))
                    .contains(new Problem.Malformed(PLACE, "a whole number"));
            assertThat(Format.LIMITS.objectionTo(PLACE, text))
                    .contains(
                            new Problem.Malformed(
                                    PLACE, "a whole number or a JSON object of whole numbers"));
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{\"users\":50,\"default\":30}",
                    " { \"a b\" : 1 , \"c\"\t:\n2 } ",
                    "{\"x\":0}"
                })
        void areTakenByResource(String text) {
            assertThat(Format.LIMITS.objectionTo(PLACE, text)).isEmpty();
            assertThat(Format.WHOLE_NUMBER.objectionTo(PLACE, text)).isPresent();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "{",
                    "{\"a\"}",
                    "{\"a\":}",
                    "{\"a\":1",
                    "{\"a\":1,}",
                    "{\"a\":1}x",
                    "{\"a\":-1}",
                    "{\"a\":\"1\"}",
                    "{\"\":1}",
                    "{\"a:1}",
                    "{\"a\\\"\":1}",
                    "{a:1}",
                    "{\"a\":{\"b\":1}}",
                    "[1]"
                })
        void areRefusedByResourceWhenTheyAreSomethingElse(String text) {
            assertThat(Format.LIMITS.objectionTo(PLACE, text)).isPresent();
        }
    }

    @Nested
    class PositiveNumbers {
        @ParameterizedTest
        @ValueSource(strings = {"1", "15", "010", "999999999"})
        void areTaken(String text) {
            assertThat(Format.POSITIVE_NUMBER.objectionTo(PLACE, text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"0", "000", "-1", "1.5", "x"})
        void areRefusedWhenTheyAreSomethingElse(String text) {
            assertThat(Format.POSITIVE_NUMBER.objectionTo(PLACE, text))
                    .contains(new Problem.Malformed(PLACE, "a whole number of at least 1"));
        }
    }

    @Nested
    class EventSources {
        @ParameterizedTest
        @ValueSource(strings = {"polling", "webhook", "webhooks", "none", "Polling", "WEBHOOKS"})
        void areTaken(String text) {
            assertThat(Format.EVENT_SOURCE.objectionTo(PLACE, text)).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"carrier pigeon", "poll", " polling", "{polling}"})
        void areRefusedWhenTheyAreSomethingElse(String text) {
            assertThat(Format.EVENT_SOURCE.objectionTo(PLACE, text))
                    .contains(
                            new Problem.NotAnOption(
                                    PLACE, List.of("polling", "webhook", "webhooks", "none")));
        }
    }

    @Test
    void anyTakesAnything() {
        assertThat(Format.ANY.objectionTo(PLACE, "://{\u0000")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void isFoundByItsNameInFiles(Format format) {
        assertThat(Format.named(format.wireName())).contains(format);
    }

    @Test
    void hasANameWithHyphensInFiles() {
        assertThat(Format.HTTP_URL.wireName()).isEqualTo("http-url");
        assertThat(Format.named("HTTP_URL")).isEmpty();
    }
}
