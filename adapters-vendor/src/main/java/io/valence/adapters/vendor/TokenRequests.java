package io.valence.adapters.vendor;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.AuthorizationGrant;
import com.nimbusds.oauth2.sdk.AuthorizationRequest;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.RefreshTokenGrant;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenRevocationRequest;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.BearerAccessToken;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.util.URLUtils;

import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.secret.Secret;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes what is asked of authorization servers, by the library's protocol objects. */
final class TokenRequests {
    private static final String REDIRECT_URI = "redirect_uri";

    /** The documented order; proof keys come last, since they came last. */
    private static final List<String> ORDER =
            List.of(
                    "scope",
                    "response_type",
                    REDIRECT_URI,
                    "state",
                    "client_id",
                    "code_challenge",
                    "code_challenge_method");

    private TokenRequests() {}

    /** The address of the page that asks a user. What the vendor's own query says comes first. */
    static URI address(io.valence.domain.authorization.AuthorizationRequest question) {
        AuthorizationRequest.Builder request =
                new AuthorizationRequest.Builder(
                                ResponseType.CODE, new ClientID(question.clientId().reveal()))
                        .state(new State(question.state()));
        question.scope()
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .ifPresent(scope -> request.scope(Scope.parse(scope)));
        question.verifier()
                .ifPresent(
                        verifier ->
                                request.codeChallenge(
                                        new CodeVerifier(verifier.reveal()),
                                        CodeChallengeMethod.S256));
        Map<String, List<String>> made = new LinkedHashMap<>(request.build().toParameters());
        made.put(REDIRECT_URI, List.of(question.callback()));
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String name : ORDER) {
            List<String> values = made.get(name);
            if (values != null) {
                parameters.put(name, values);
            }
        }
        String page = question.address().toString();
        int fragment = page.indexOf('#');
        String begin = fragment < 0 ? page : page.substring(0, fragment);
        String separator =
                begin.indexOf('?') < 0
                        ? "?"
                        : begin.endsWith("?") || begin.endsWith("&") ? "" : "&";
        return URI.create(
                begin + separator + URLUtils.serializeParameters(parameters).replace("+", "%20"));
    }

    static HTTPRequest exchange(
            OAuthClient client, io.valence.domain.authorization.AuthorizationCode given) {
        URI callback = URI.create(given.callback());
        AuthorizationCode code = new AuthorizationCode(given.code().reveal());
        AuthorizationGrant grant =
                given.verifier()
                        .map(
                                verifier ->
                                        new AuthorizationCodeGrant(
                                                code,
                                                callback,
                                                new CodeVerifier(verifier.reveal())))
                        .orElseGet(() -> new AuthorizationCodeGrant(code, callback));
        return new TokenRequest.Builder(client.tokenUrl(), identity(client), grant)
                .build()
                .toHTTPRequest();
    }

    static HTTPRequest obtain(OAuthClient client) {
        TokenRequest.Builder request =
                new TokenRequest.Builder(
                        client.tokenUrl(), identity(client), new ClientCredentialsGrant());
        client.scope()
                .map(String::strip)
                .filter(scope -> !scope.isEmpty())
                .ifPresent(scope -> request.scope(Scope.parse(scope)));
        return request.build().toHTTPRequest();
    }

    static HTTPRequest refresh(OAuthClient client, Secret refreshToken) {
        return new TokenRequest.Builder(
                        client.refreshUrl(),
                        identity(client),
                        new RefreshTokenGrant(new RefreshToken(refreshToken.reveal())))
                .build()
                .toHTTPRequest();
    }

    /** Giving back the refresh token ends what came of it, too (RFC 7009, section 2.1). */
    static HTTPRequest revoke(OAuthClient client, URI address, Tokens tokens) {
        Optional<Secret> refresh = tokens.refresh();
        return new TokenRevocationRequest(
                        address,
                        identity(client),
                        refresh.isPresent()
                                ? new RefreshToken(refresh.get().reveal())
                                : new BearerAccessToken(tokens.access().reveal()))
                .toHTTPRequest();
    }

    private static ClientAuthentication identity(OAuthClient client) {
        ClientID id = new ClientID(client.id().reveal());
        com.nimbusds.oauth2.sdk.auth.Secret secret =
                new com.nimbusds.oauth2.sdk.auth.Secret(client.secret().reveal());
        return client.inHeader()
                ? new ClientSecretBasic(id, secret)
                : new ClientSecretPost(id, secret);
    }
}
