package io.valence.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.util.Optional;

class TemplateTest {
    private static Optional<String> filled(String template, String value) {
        return Template.parse(template)
                .orElseThrow()
                .address(key -> Optional.of(value))
                .map(URI::toString);
    }

    @ParameterizedTest
    @CsvSource({
        "https://{site.url}, a.example.com, https://a.example.com",
        "https://{site.url}, a.example.com:8443, https://a.example.com:8443",
        "https://{subdomain}.example.com/api, acme, https://acme.example.com/api",
        "https://a.example.com/{company}/v1, x y/z, https://a.example.com/x%20y%2Fz/v1",
        "https://a.example.com/v1?org={org}, a&b=c#d, https://a.example.com/v1?org=a%26b%3Dc%23d",
        "{server.url}/api, https://a.example.com/base/, https://a.example.com/base/api",
        "{server.url}/api, http://127.0.0.1:8080, http://127.0.0.1:8080/api",
        "https://{site.url}/v1, [::1]:8080, ",
    })
    void putsValuesIntoTheirPartOfTheAddress(String template, String value, String address) {
        assertThat(filled(template, value)).isEqualTo(Optional.ofNullable(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example/#",
                "evil.example/",
                "evil.example?",
                "evil.example\\",
                "a@b",
                "user:password@evil.example",
                "a.example.com%2f",
                "a.example.com\r\nX: y",
                " ",
                "..",
                "a..b",
                "a:b",
                "a:99999",
                "1",
                "0x7f.1"
            })
    void letsNoValueChangeTheHost(String value) {
        assertThat(filled("https://{site.url}", value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a.example.com",
                "//a.example.com",
                "a.example.com",
                "https://a@b.example.com",
                "https://a.example.com?x=y",
                "https://a.example.com#x",
                "javascript:alert(1)"
            })
    void takesOnlyAPlainAddressForAWholeOne(String value) {
        assertThat(filled("{server.url}/api", value)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void letsNoValueClimbInThePath(String value) {
        assertThat(filled("https://a.example.com/{company}/v1", value)).isEmpty();
    }

    @Test
    void lacksAnAddressAsLongAsAValueIsMissing() {
        var template = Template.parse("https://{site.url}/{company}").orElseThrow();

        var address =
                template.address(
                        key ->
                                key.value().equals("company")
                                        ? Optional.empty()
                                        : Optional.of("a.example.com"));

        assertThat(address).isEmpty();
    }
}
