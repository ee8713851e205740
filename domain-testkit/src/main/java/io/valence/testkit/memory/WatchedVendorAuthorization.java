package io.valence.testkit.memory;

import io.valence.domain.authorization.AuthorizationCode;
import io.valence.domain.authorization.AuthorizationRequest;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Revocation;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.TokenExchange;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.secret.Mask;
import io.valence.domain.secret.Secret;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A server of which somebody is told what it is asked for tokens. */
final class WatchedVendorAuthorization implements VendorAuthorization {
    private final VendorAuthorization server;
    private final Consumer<TokenExchange> witness;

    WatchedVendorAuthorization(VendorAuthorization server, Consumer<TokenExchange> witness) {
        this.server = server;
        this.witness = witness;
    }

    private TokenAnswer told(URI address, String grant, TokenAnswer answer) {
        Optional<Integer> status = Optional.empty();
        String said = "";
        Optional<String> failure = Optional.empty();
        if (answer instanceof TokenAnswer.Granted) {
            status = Optional.of(200);
            said = "{\"access_token\":\"" + Mask.TEXT + "\"}";
        } else if (answer instanceof TokenAnswer.Refused refused) {
            status = Optional.of(refused.status());
            said = "{\"error\":\"" + refused.error() + "\"}";
        } else if (answer instanceof TokenAnswer.Unusable unusable) {
            status = Optional.of(unusable.status());
        } else {
            failure = Optional.of("it did not answer");
        }
        if (!(answer instanceof TokenAnswer.Barred)) {
            witness.accept(
                    new TokenExchange(
                            address.toString(),
                            Map.of("Content-Type", "application/x-www-form-urlencoded"),
                            "grant_type=" + grant,
                            status,
                            Map.of(),
                            said,
                            failure,
                            Duration.ZERO));
        }
        return answer;
    }

    @Override
    public URI address(AuthorizationRequest request) {
        return server.address(request);
    }

    @Override
    public TokenAnswer exchange(OAuthClient client, AuthorizationCode code) {
        return told(client.tokenUrl(), "authorization_code", server.exchange(client, code));
    }

    @Override
    public TokenAnswer obtain(OAuthClient client) {
        return told(client.tokenUrl(), "client_credentials", server.obtain(client));
    }

    @Override
    public TokenAnswer refresh(OAuthClient client, Secret refreshToken) {
        return told(client.refreshUrl(), "refresh_token", server.refresh(client, refreshToken));
    }

    @Override
    public Revocation revoke(OAuthClient client, Tokens tokens) {
        return server.revoke(client, tokens);
    }

    @Override
    public VendorAuthorization watchedBy(Consumer<TokenExchange> other) {
        return new WatchedVendorAuthorization(server, witness.andThen(other));
    }
}
