package io.valence.domain.authorization;

import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.secret.Secret;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The application that a vendor knows: where it asks for tokens, and how it says who it is.
 *
 * @param tokenUrl where codes are exchanged
 * @param refreshUrl where tokens are renewed, mostly the same
 * @param revokeUrl where tokens are given back (RFC 7009), if the vendor takes them back
 * @param inHeader whether it says who it is in the header (RFC 6749, section 2.3.1) or in the form
 */
public record OAuthClient(
        URI tokenUrl,
        URI refreshUrl,
        Optional<URI> revokeUrl,
        Secret id,
        Secret secret,
        boolean inHeader,
        Optional<String> scope) {
    /** The entry that says where tokens are asked for. */
    public static final ConfigurationKey TOKEN_URL_KEY = new ConfigurationKey("oauth.token.url");

    /** The entry that names the application. */
    public static final ConfigurationKey ID_KEY = new ConfigurationKey("oauth.api.key");

    /** The entry that says what tokens are asked for. */
    public static final ConfigurationKey SCOPE_KEY = new ConfigurationKey("oauth.scope");

    private static final ConfigurationKey REFRESH_URL =
            new ConfigurationKey("oauth.token.refresh_url");
    private static final ConfigurationKey REVOKE_URL =
            new ConfigurationKey("oauth.token.revoke_url");
    private static final ConfigurationKey SECRET = new ConfigurationKey("oauth.api.secret");
    private static final ConfigurationKey IN_HEADER = new ConfigurationKey("oauth.basic.header");
    private static final List<ConfigurationKey> ADDRESSES =
            List.of(TOKEN_URL_KEY, REFRESH_URL, REVOKE_URL);

    /** The entries that say who the application is. */
    public static final Set<ConfigurationKey> IDENTITY = Set.of(ID_KEY, SECRET);

    /**
     * The client of this configuration. None if an address cannot be made of what is configured, or
     * if the element's own secret would go to an address that the instance's owner chose.
     */
    public static Optional<OAuthClient> of(UnlockedConfiguration configuration) {
        Optional<URI> tokenUrl = configuration.address(TOKEN_URL_KEY);
        Optional<Secret> id = configuration.secret(ID_KEY);
        Optional<Secret> secret = configuration.secret(SECRET);
        boolean givenAway =
                ADDRESSES.stream()
                        .anyMatch(
                                url ->
                                        configuration.wouldGiveAway(SECRET, url)
                                                || configuration.wouldGiveAway(ID_KEY, url));
        if (tokenUrl.isEmpty() || id.isEmpty() || secret.isEmpty() || givenAway) {
            return Optional.empty();
        }
        return Optional.of(
                new OAuthClient(
                        tokenUrl.get(),
                        configuration.address(REFRESH_URL).orElse(tokenUrl.get()),
                        configuration.address(REVOKE_URL),
                        id.get(),
                        secret.get(),
                        configuration.isYes(IN_HEADER),
                        configuration.text(SCOPE_KEY)));
    }
}
