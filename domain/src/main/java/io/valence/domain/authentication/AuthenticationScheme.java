package io.valence.domain.authentication;

import io.valence.domain.configuration.ConfigurationKey;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * How a vendor lets an instance in: one leaf for each {@code authentication.type} of element files.
 */
public sealed interface AuthenticationScheme {
    /** The scheme's name in element files and answers, such as {@code oauth2}. */
    String name();

    /** The settings it reads; an element whose schema lacks one of them cannot be made. */
    default Set<ConfigurationKey> reads() {
        return Set.of();
    }

    /** Whether tokens must be fetched from the vendor before an instance can work. */
    default boolean needsExchange() {
        return false;
    }

    /** The scheme of this name, if there is one. */
    static Optional<AuthenticationScheme> named(String name) {
        return switch (name) {
            case "none" -> Optional.of(new None());
            case "basic" -> Optional.of(new Basic());
            case "apiKey" -> Optional.of(new ApiKey());
            case "oauth1" -> Optional.of(new OAuth1());
            case "oauth2" -> Optional.of(OAuth2.withConsent());
            case "oauth2Password" -> Optional.of(new OAuth2Password());
            case "aws" -> Optional.of(new Aws());
            case "custom" -> Optional.of(new Custom());
            default -> Optional.empty();
        };
    }

    private static Set<ConfigurationKey> keys(String... names) {
        Set<ConfigurationKey> keys = new LinkedHashSet<>();
        for (String name : names) {
            keys.add(new ConfigurationKey(name));
        }
        return keys;
    }

    /** Nothing is asked. */
    record None() implements AuthenticationScheme {
        @Override
        public String name() {
            return "none";
        }
    }

    /** A user's name and password with every call (RFC 7617). */
    record Basic() implements AuthenticationScheme {
        @Override
        public String name() {
            return "basic";
        }

        @Override
        public Set<ConfigurationKey> reads() {
            return keys("username", "password");
        }
    }

    /** A key of the vendor's with every call; the element's parameters say where it goes. */
    record ApiKey() implements AuthenticationScheme {
        @Override
        public String name() {
            return "apiKey";
        }
    }

    /** A user's consent and signed calls (RFC 5849). */
    record OAuth1() implements AuthenticationScheme {
        @Override
        public String name() {
            return "oauth1";
        }

        @Override
        public boolean needsExchange() {
            return true;
        }
    }

    /**
     * Bearer tokens that the vendor hands out and renews (RFC 6749).
     *
     * @param grant what the first token is had for
     * @param pkce whether the vendor takes proof keys for codes, by S256 (RFC 7636)
     */
    record OAuth2(GrantType grant, boolean pkce) implements AuthenticationScheme {
        /** With a user's consent and without proof keys: what most vendors want. */
        public static OAuth2 withConsent() {
            return new OAuth2(GrantType.AUTHORIZATION_CODE, false);
        }

        @Override
        public String name() {
            return "oauth2";
        }

        @Override
        public Set<ConfigurationKey> reads() {
            return grant == GrantType.CLIENT_CREDENTIALS
                    ? keys("oauth.api.key", "oauth.api.secret", "oauth.token.url")
                    : keys(
                            "oauth.api.key",
                            "oauth.api.secret",
                            "oauth.callback.url",
                            "oauth.authorization.url",
                            "oauth.token.url");
        }

        @Override
        public boolean needsExchange() {
            return true;
        }
    }

    /** Tokens for a user's name and password (RFC 6749, section 4.3). */
    record OAuth2Password() implements AuthenticationScheme {
        @Override
        public String name() {
            return "oauth2Password";
        }

        @Override
        public boolean needsExchange() {
            return true;
        }
    }

    /** Calls signed as Amazon's services want them. */
    record Aws() implements AuthenticationScheme {
        @Override
        public String name() {
            return "aws";
        }
    }

    /** A way of the vendor's own, which the element's resources describe. */
    record Custom() implements AuthenticationScheme {
        @Override
        public String name() {
            return "custom";
        }
    }
}
