package io.valence.adapters.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authentication.GrantType;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.call.Content;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorRequest;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.EntryId;
import io.valence.domain.configuration.Format;
import io.valence.domain.configuration.Presentation;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Settings;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.VendorApi;
import io.valence.domain.secret.Secret;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Requests, credentials and settings for tests. */
final class Calls {
    static final String TOKEN = "canary/token+1";

    /** Loopback may be reached, since the tests' vendors are there; nothing else. */
    static final Allowance LOOPBACK =
            new Allowance(
                    Set.of(),
                    Set.of(),
                    List.of(new Allowance.Block(InetAddress.ofLiteral("127.0.0.0"), 8)));

    private Calls() {}

    /** The usual settings with short deadlines. */
    static VendorSettings settings(Allowance allowance) {
        return new VendorSettings(
                Duration.ofMillis(500),
                Duration.ofMillis(600),
                Duration.ofMillis(1_000),
                Duration.ofMillis(1_200),
                Duration.ofMillis(600),
                64,
                512,
                1 << 20,
                allowance,
                Optional.empty());
    }

    /** Deadlines that a busy machine keeps. */
    static VendorSettings patient(Allowance allowance) {
        return new VendorSettings(
                Duration.ofSeconds(3),
                Duration.ofSeconds(4),
                Duration.ofSeconds(5),
                Duration.ofSeconds(6),
                Duration.ofSeconds(4),
                64,
                512,
                1 << 20,
                allowance,
                Optional.empty());
    }

    static VendorRequest get(URI base, String target, Header... headers) {
        return request("GET", base, target, Credentials.none(), Optional.empty(), headers);
    }

    static VendorRequest request(
            String method,
            URI base,
            String target,
            Credentials credentials,
            Optional<Content> content,
            Header... headers) {
        return new VendorRequest(method, base, target, List.of(headers), credentials, content);
    }

    static Optional<Content> content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Optional.of(
                new Content(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length)));
    }

    static Optional<Content> chunks(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Optional.of(new Content(new ByteArrayInputStream(bytes), OptionalLong.empty()));
    }

    /** The token in the header of its name. */
    static Credentials bearer() {
        return credentials(List.of());
    }

    /** The token where this says. */
    static Credentials token(String name, Parameter.Destination destination) {
        return credentials(
                List.of(
                        new Parameter(
                                1,
                                Tokens.ACCESS_KEY.value(),
                                Parameter.Source.CONFIGURATION,
                                name,
                                destination)));
    }

    private static Credentials credentials(List<Parameter> parameters) {
        Element element =
                new Element(
                        new ElementId(1),
                        Set.of(),
                        new ElementKey("vendor"),
                        "Vendor",
                        "",
                        "general",
                        "",
                        "",
                        "http",
                        new AuthenticationScheme.OAuth2(GrantType.CLIENT_CREDENTIALS, false),
                        ConfigurationSchema.of(
                                entry(1, "oauth.api.key"),
                                entry(2, "oauth.api.secret"),
                                entry(3, "oauth.token.url")),
                        Set.of(),
                        parameters,
                        Optional.empty(),
                        VendorApi.UNKNOWN);
        return Credentials.of(
                        element,
                        new UnlockedConfiguration(
                                element.schema().resolve(Settings.of(Map.of())), Secrets.none()),
                        Optional.of(
                                new Tokens(
                                        Secret.of(TOKEN),
                                        Optional.empty(),
                                        Instant.EPOCH,
                                        Optional.empty())))
                .orElseThrow();
    }

    private static ConfigurationEntry entry(long number, String key) {
        return new ConfigurationEntry(
                new EntryId(number),
                new ConfigurationKey(key),
                key,
                key,
                new ValueType.Text(1_000),
                Format.ANY,
                Optional.empty(),
                false,
                true,
                false,
                new Presentation(
                        1, false, false, false, false, false, Optional.empty(), Optional.empty()));
    }

    static VendorAnswer.Answered answered(VendorAnswer answer) {
        assertThat(answer).isInstanceOf(VendorAnswer.Answered.class);
        return (VendorAnswer.Answered) answer;
    }

    static VendorAnswer.Unreachable unreachable(VendorAnswer answer) {
        assertThat(answer).isInstanceOf(VendorAnswer.Unreachable.class);
        return (VendorAnswer.Unreachable) answer;
    }

    static String read(VendorAnswer answer) {
        try (var bytes = answered(answer).content().bytes()) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
