package io.valence.domain.authorization;

import io.valence.domain.secret.Secret;

import java.net.URI;
import java.util.function.Consumer;

/**
 * The conversation with a vendor's authorization server. No method throws for what a vendor does.
 */
public interface VendorAuthorization {
    /** Where to send a user with this question. Nothing leaves the server. */
    URI address(AuthorizationRequest request);

    /** Exchanges a code for tokens (RFC 6749, section 4.1.3). */
    TokenAnswer exchange(OAuthClient client, AuthorizationCode code);

    /** Asks for tokens for the application itself (section 4.4). */
    TokenAnswer obtain(OAuthClient client);

    /** Renews tokens (section 6). */
    TokenAnswer refresh(OAuthClient client, Secret refreshToken);

    /** Gives a token back (RFC 7009); says whether that is settled. */
    Revocation revoke(OAuthClient client, Tokens tokens);

    /** The same, and this witness is told of every question for tokens and what came of it. */
    VendorAuthorization watchedBy(Consumer<TokenExchange> witness);
}
