package io.valence.adapters.vendor;

import com.nimbusds.oauth2.sdk.SerializeException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;

import io.valence.domain.authorization.AuthorizationCode;
import io.valence.domain.authorization.AuthorizationRequest;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Revocation;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.TokenExchange;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.secret.Secret;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Authorization servers, by the protocol objects of Nimbus and our own client. */
final class NimbusVendorAuthorization implements VendorAuthorization {
    private static final Logger LOG = LoggerFactory.getLogger(NimbusVendorAuthorization.class);
    private static final int BAD_REQUEST = 400;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;

    private final TokenEndpoint endpoint;

    NimbusVendorAuthorization(Wire wire, VendorSettings settings) {
        this(new TokenEndpoint(wire, settings, Optional.empty()));
    }

    private NimbusVendorAuthorization(TokenEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public VendorAuthorization watchedBy(Consumer<TokenExchange> witness) {
        return new NimbusVendorAuthorization(endpoint.watchedBy(witness));
    }

    @Override
    public URI address(AuthorizationRequest request) {
        return TokenRequests.address(request);
    }

    @Override
    public TokenAnswer exchange(OAuthClient client, AuthorizationCode code) {
        List<Secret> secrets = new ArrayList<>(List.of(code.code()));
        code.verifier().ifPresent(secrets::add);
        return ask(
                client.tokenUrl(),
                () -> TokenRequests.exchange(client, code),
                Words.without(client, secrets));
    }

    @Override
    public TokenAnswer obtain(OAuthClient client) {
        return ask(
                client.tokenUrl(),
                () -> TokenRequests.obtain(client),
                Words.without(client, List.of()));
    }

    @Override
    public TokenAnswer refresh(OAuthClient client, Secret refreshToken) {
        return ask(
                client.refreshUrl(),
                () -> TokenRequests.refresh(client, refreshToken),
                Words.without(client, List.of(refreshToken)));
    }

    private TokenAnswer ask(URI address, Supplier<HTTPRequest> question, Words words) {
        try {
            TokenEndpoint.Reply reply = endpoint.ask(address, written(question), words);
            TokenAnswer answer = TokenAnswers.of(reply, words);
            LOG.debug("POST {} {}", address.getHost(), reply.status());
            return answer;
        } catch (Barred barred) {
            return new TokenAnswer.Barred(barred.reason());
        } catch (Failure failure) {
            return new TokenAnswer.Unreachable(
                    failure.reason(), failure.isLate(), failure.wasSent());
        }
    }

    /** The library refuses what cannot be sent, such as a callback that is no address. */
    private static HTTPRequest written(Supplier<HTTPRequest> question) throws Barred {
        try {
            return question.get();
        } catch (IllegalArgumentException | SerializeException _) {
            throw new Barred("The request for tokens cannot be written with these settings");
        }
    }

    @Override
    public Revocation revoke(OAuthClient client, Tokens tokens) {
        Optional<URI> address = client.revokeUrl();
        if (address.isEmpty()) {
            return Revocation.SETTLED;
        }
        try {
            int status =
                    endpoint.ask(
                                    address.get(),
                                    written(
                                            () ->
                                                    TokenRequests.revoke(
                                                            client, address.get(), tokens)))
                            .status();
            LOG.debug("POST {} {}", address.get().getHost(), status);
            return isFinal(status) ? Revocation.SETTLED : Revocation.POSTPONED;
        } catch (Barred | Failure _) {
            return Revocation.POSTPONED;
        }
    }

    private static boolean isFinal(int status) {
        return (status >= OK && status < MULTIPLE_CHOICES)
                || (status >= BAD_REQUEST
                        && status < INTERNAL_SERVER_ERROR
                        && status != REQUEST_TIMEOUT
                        && status != TOO_MANY_REQUESTS);
    }
}
