package io.valence.domain.call;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.resource.Parameter;
import io.valence.domain.secret.Mask;
import io.valence.domain.secret.Secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What a request to a vendor says who it comes from with. It goes to the host of the base URL and
 * to no other.
 */
public final class Credentials {
    private static final String AUTHORIZATION = "Authorization";

    /** The entry that says where the vendor's API is: where they go to. */
    public static final ConfigurationKey BASE_URL_KEY = new ConfigurationKey("base.url");

    private static final ConfigurationKey USERNAME = new ConfigurationKey("username");
    private static final ConfigurationKey PASSWORD = new ConfigurationKey("password");

    private final List<Placed> placed;

    private Credentials(List<Placed> placed) {
        this.placed = List.copyOf(placed);
    }

    /** None at all. */
    public static Credentials none() {
        return new Credentials(List.of());
    }

    /** The same, each with the mask in place of its secret: what may be shown. */
    public Credentials masked() {
        List<Placed> masked = new ArrayList<>(placed.size());
        for (Placed each : placed) {
            String text = each.value().reveal();
            int space = each.name().equalsIgnoreCase(AUTHORIZATION) ? text.indexOf(' ') : -1;
            masked.add(
                    new Placed(
                            each.destination(),
                            each.name(),
                            Secret.of(text.substring(0, space + 1) + Mask.TEXT)));
        }
        return new Credentials(masked);
    }

    /** One secret and where in a request it goes. */
    public record Placed(Parameter.Destination destination, String name, Secret value) {}

    /**
     * Those of a connection to this element. None if something is missing, or if a secret of the
     * element's own would go to an address that the instance's owner chose.
     */
    public static Optional<Credentials> of(
            Element element, UnlockedConfiguration configuration, Optional<Tokens> tokens) {
        List<Placed> placed = new ArrayList<>();
        boolean givenAway = false;
        boolean tokenPlaced = false;
        for (Parameter parameter : element.parameters()) {
            if (parameter.source() != Parameter.Source.CONFIGURATION || !isPlace(parameter)) {
                continue;
            }
            ConfigurationKey key = new ConfigurationKey(parameter.name());
            Optional<Secret> value = valueOf(key, configuration, tokens);
            value.ifPresent(
                    secret ->
                            placed.add(
                                    new Placed(
                                            parameter.destination(),
                                            parameter.vendorName(),
                                            secret)));
            givenAway |= configuration.wouldGiveAway(key, BASE_URL_KEY);
            tokenPlaced |= key.equals(Tokens.ACCESS_KEY);
        }
        if (element.scheme() instanceof AuthenticationScheme.Basic) {
            Optional<Secret> basic = basic(configuration);
            if (basic.isEmpty()) {
                return Optional.empty();
            }
            placed.add(authorization(basic.get()));
            givenAway |= configuration.wouldGiveAway(PASSWORD, BASE_URL_KEY);
        }
        if (element.scheme() instanceof AuthenticationScheme.OAuth2) {
            if (tokens.isEmpty()) {
                return Optional.empty();
            }
            if (!tokenPlaced) {
                placed.add(authorization(Secret.of("Bearer " + tokens.get().access().reveal())));
            }
        }
        return givenAway ? Optional.empty() : Optional.of(new Credentials(placed));
    }

    /** Whether it goes where every request has room for it. */
    private static boolean isPlace(Parameter parameter) {
        return parameter.destination() == Parameter.Destination.HEADER
                || parameter.destination() == Parameter.Destination.QUERY;
    }

    private static Optional<Secret> valueOf(
            ConfigurationKey key, UnlockedConfiguration configuration, Optional<Tokens> tokens) {
        if (key.equals(Tokens.ACCESS_KEY)) {
            return tokens.map(Tokens::access);
        }
        boolean secret =
                configuration
                        .configuration()
                        .schema()
                        .entry(key)
                        .filter(ConfigurationEntry::isSecret)
                        .isPresent();
        return secret ? configuration.secret(key) : configuration.text(key).map(Secret::of);
    }

    /** RFC 7617, with UTF-8. */
    private static Optional<Secret> basic(UnlockedConfiguration configuration) {
        Optional<Secret> password = configuration.secret(PASSWORD);
        return configuration
                .text(USERNAME)
                .filter(username -> password.isPresent())
                .map(
                        username ->
                                Base64.getEncoder()
                                        .encodeToString(
                                                (username + ":" + password.get().reveal())
                                                        .getBytes(StandardCharsets.UTF_8)))
                .map(encoded -> Secret.of("Basic " + encoded));
    }

    private static Placed authorization(Secret value) {
        return new Placed(Parameter.Destination.HEADER, AUTHORIZATION, value);
    }

    /** Each secret with its place, in the element's order. */
    public List<Placed> placed() {
        return placed;
    }

    /** Whether a caller's header or parameter of this name would stand in their way. */
    public boolean claim(Parameter.Destination destination, String name) {
        return placed.stream()
                .anyMatch(
                        each ->
                                each.destination() == destination
                                        && (destination == Parameter.Destination.HEADER
                                                ? each.name().equalsIgnoreCase(name)
                                                : each.name().equals(name)));
    }

    /**
     * The secrets alone, with and without the word before them, to be kept out of what is shown.
     */
    public List<Secret> secrets() {
        List<Secret> secrets = new ArrayList<>();
        for (Placed each : placed) {
            secrets.add(each.value());
            String text = each.value().reveal();
            int space = text.indexOf(' ');
            if (each.name().equalsIgnoreCase(AUTHORIZATION)
                    && space >= 0
                    && space < text.length() - 1) {
                secrets.add(Secret.of(text.substring(space + 1)));
            }
        }
        return secrets;
    }

    @Override
    public String toString() {
        return "Credentials" + placed.stream().map(Placed::name).toList();
    }
}
