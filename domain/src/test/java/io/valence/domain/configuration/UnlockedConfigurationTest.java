package io.valence.domain.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.util.Map;

class UnlockedConfigurationTest {
    private static final ConfigurationKey BASE = new ConfigurationKey("base.url");
    private static final ConfigurationKey SECRET = new ConfigurationKey("shared.secret");
    private static final ConfigurationSchema SCHEMA =
            ConfigurationSchema.of(
                    ConfigurationEntry.optional(1, "site.url", ValueType.text(100))
                            .withDefault("vendor.example.com"),
                    ConfigurationEntry.optional(2, "base.url", ValueType.text(100))
                            .inFormat(Format.URL_TEMPLATE)
                            .withDefault("https://{site.url}/v1"),
                    ConfigurationEntry.optional(3, "password", ValueType.secretText()),
                    ConfigurationEntry.optional(4, "shared.secret", ValueType.secretText())
                            .withDefault("the-elements-own"),
                    ConfigurationEntry.optional(5, "no.secret", ValueType.secretText())
                            .withDefault(""),
                    ConfigurationEntry.optional(6, "wanted", ValueType.flag()),
                    ConfigurationEntry.optional(7, "note", ValueType.text(9)).withDefault(" "));

    private static UnlockedConfiguration of(Map<String, String> supplied) {
        Verdict.Valid valid =
                (Verdict.Valid) new ConfigurationValidator(SCHEMA).validate(Supplied.of(supplied));
        return new UnlockedConfiguration(valid.configuration(), valid.secrets());
    }

    @Test
    void fillsAddresses() {
        assertThat(of(Map.of("site.url", "a.example.com")).address(BASE))
                .contains(URI.create("https://a.example.com/v1"));
        assertThat(
                        of(Map.of("site.url", "a.example.com", "base.url", "http://b.example/"))
                                .address(BASE))
                .contains(URI.create("http://b.example/"));
    }

    @Test
    void makesNoAddressOfWhatDoesNotStayInItsPlace() {
        for (String evil : new String[] {"a/../b", "a@b", "a#", "a?b", "a\\b", "a b", "{x}"}) {
            Settings settings =
                    Settings.of(
                            Map.of(
                                    new ConfigurationKey("site.url"),
                                    new Setting.Plain(evil, Origin.SUPPLIED)));

            assertThat(
                            new UnlockedConfiguration(SCHEMA.resolve(settings), Secrets.none())
                                    .address(BASE))
                    .as(evil)
                    .isEmpty();
        }
    }

    @Test
    void prefersTheInstancesSecretToTheElements() {
        assertThat(of(Map.of()).secret(SECRET)).contains(Secret.of("the-elements-own"));
        assertThat(of(Map.of("shared.secret", "mine")).secret(SECRET)).contains(Secret.of("mine"));
        assertThat(of(Map.of()).secret(new ConfigurationKey("no.secret"))).isEmpty();
        assertThat(of(Map.of()).secret(new ConfigurationKey("note"))).isEmpty();
    }

    @Test
    void namesEverySecretOnce() {
        assertThat(of(Map.of("password", "pa55")).everySecret())
                .containsExactlyInAnyOrder(Secret.of("pa55"), Secret.of("the-elements-own"));
        assertThat(of(Map.of("shared.secret", "mine")).everySecret())
                .containsExactly(Secret.of("mine"));
    }

    @Test
    void hasNoBlankText() {
        assertThat(of(Map.of()).text(new ConfigurationKey("note"))).isEmpty();
        assertThat(of(Map.of("note", "x")).text(new ConfigurationKey("note"))).contains("x");
        assertThat(of(Map.of("password", "pa55")).text(new ConfigurationKey("password"))).isEmpty();
    }

    @Test
    void knowsYesFromNo() {
        ConfigurationKey wanted = new ConfigurationKey("wanted");

        assertThat(of(Map.of("wanted", "true")).isYes(wanted)).isTrue();
        assertThat(of(Map.of("wanted", "false")).isYes(wanted)).isFalse();
        assertThat(of(Map.of()).isYes(wanted)).isFalse();
    }

    @Test
    void givesAwayTheElementsSecretAlone() {
        Map<String, String> chosen = Map.of("site.url", "evil.example");

        assertThat(of(chosen).wouldGiveAway(SECRET, BASE)).isTrue();
        assertThat(of(Map.of("base.url", "https://evil.example")).wouldGiveAway(SECRET, BASE))
                .isTrue();
        assertThat(of(chosen).wouldGiveAway(new ConfigurationKey("password"), BASE)).isFalse();
        assertThat(
                        of(Map.of("site.url", "evil.example", "shared.secret", "mine"))
                                .wouldGiveAway(SECRET, BASE))
                .isFalse();
    }
}
