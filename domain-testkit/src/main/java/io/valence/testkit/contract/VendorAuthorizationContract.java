package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authorization.AuthorizationCode;
import io.valence.domain.authorization.AuthorizationRequest;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Revocation;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.TokenExchange;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.secret.Secret;
import io.valence.domain.secret.Spellings;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What every conversation with an authorization server keeps. */
public interface VendorAuthorizationContract {
    /** Where users come back to. */
    String CALLBACK = "https://app.example.com/auth?a=b";

    /** The example of RFC 7636, appendix B. */
    Secret VERIFIER = Secret.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");

    /** The conversation. */
    VendorAuthorization authorization();

    /** Who it is with. */
    AuthorizationServer server();

    private AuthorizationCode consent() {
        return new AuthorizationCode(
                server().consent(CALLBACK, Optional.empty()), CALLBACK, Optional.empty());
    }

    private TokenAnswer.Granted granted(TokenAnswer answer) {
        assertThat(answer).isInstanceOf(TokenAnswer.Granted.class);
        return (TokenAnswer.Granted) answer;
    }

    private TokenAnswer.Refused refused(TokenAnswer answer) {
        assertThat(answer).isInstanceOf(TokenAnswer.Refused.class);
        return (TokenAnswer.Refused) answer;
    }

    private TokenAnswer.Granted exchanged() {
        return granted(authorization().exchange(server().client(), consent()));
    }

    private OAuthClient askingAt(URI address) {
        OAuthClient client = server().client();
        return new OAuthClient(
                address,
                address,
                Optional.of(address),
                client.id(),
                client.secret(),
                client.inHeader(),
                client.scope());
    }

    private OAuthClient impostor() {
        OAuthClient client = server().client();
        return new OAuthClient(
                client.tokenUrl(),
                client.refreshUrl(),
                client.revokeUrl(),
                client.id(),
                Secret.of("not-the-secret"),
                client.inHeader(),
                client.scope());
    }

    private static Tokens tokens(TokenAnswer.Granted granted) {
        return granted.tokens(Instant.EPOCH, Optional.empty());
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> pair[0],
                                pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private URI address(String page, Optional<String> scope, Optional<Secret> verifier) {
        return authorization()
                .address(
                        new AuthorizationRequest(
                                URI.create(page),
                                server().client().id(),
                                CALLBACK,
                                "state & más",
                                scope,
                                verifier));
    }

    @Test
    default void writesTheWholeQuestionIntoTheAddress() {
        URI address =
                address("https://vendor.example.com/ask", Optional.of("a b"), Optional.empty());

        assertThat(address.toString()).startsWith("https://vendor.example.com/ask?");
        Map<String, String> query = query(address);
        assertThat(query)
                .containsOnlyKeys("scope", "response_type", "redirect_uri", "state", "client_id")
                .containsEntry("scope", "a b")
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", CALLBACK)
                .containsEntry("state", "state & más");
        assertThat(Secret.of(query.getOrDefault("client_id", "none")))
                .isEqualTo(server().client().id());
    }

    @Test
    default void keepsWhatTheVendorsPageAsksForItself() {
        URI address =
                address(
                        "https://vendor.example.com/ask?prompt=a%20b",
                        Optional.empty(), Optional.empty());

        assertThat(query(address)).containsEntry("prompt", "a b").doesNotContainKey("scope");
    }

    @Test
    default void showsHalfOfAProofKey() {
        URI address =
                address("https://vendor.example.com/ask", Optional.empty(), Optional.of(VERIFIER));

        assertThat(query(address))
                .containsEntry("code_challenge", "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM")
                .containsEntry("code_challenge_method", "S256");
        assertThat(address.toString()).doesNotContain("dBjftJeZ4CVP");
    }

    @Test
    default void asksNobodyForAnAddress() {
        address("https://vendor.example.com/ask", Optional.empty(), Optional.empty());

        assertThat(server().requests()).isZero();
    }

    @Test
    default void exchangesACodeForTokens() {
        TokenAnswer.Granted granted = exchanged();

        assertThat(server().letsIn(granted.access())).isTrue();
        assertThat(granted.refresh()).isPresent();
        assertThat(granted.lifetime().orElseThrow()).isPositive();
        assertThat(server().requests()).isEqualTo(1);
    }

    @Test
    default void exchangesACodeOnce() {
        AuthorizationCode code = consent();
        granted(authorization().exchange(server().client(), code));

        TokenAnswer.Refused again = refused(authorization().exchange(server().client(), code));

        assertThat(again.error()).isEqualTo("invalid_grant");
        assertThat(again.isDefinitive()).isTrue();
        assertThat(again.status()).isEqualTo(400);
    }

    @Test
    default void exchangesNoCodeForAnotherCallback() {
        Secret code = server().consent(CALLBACK, Optional.empty());

        TokenAnswer answer =
                authorization()
                        .exchange(
                                server().client(),
                                new AuthorizationCode(
                                        code, "https://other.example.com/auth", Optional.empty()));

        assertThat(refused(answer).error()).isEqualTo("invalid_grant");
    }

    @Test
    default void provesWhoAskedTheUser() {
        Secret code = server().consent(CALLBACK, Optional.of(VERIFIER));

        TokenAnswer answer =
                authorization()
                        .exchange(
                                server().client(),
                                new AuthorizationCode(code, CALLBACK, Optional.of(VERIFIER)));

        assertThat(server().letsIn(granted(answer).access())).isTrue();
    }

    @Test
    default void getsNothingWithAnotherVerifier() {
        Secret code = server().consent(CALLBACK, Optional.of(VERIFIER));
        Secret other = Secret.of("x".repeat(43));

        TokenAnswer answer =
                authorization()
                        .exchange(
                                server().client(),
                                new AuthorizationCode(code, CALLBACK, Optional.of(other)));

        assertThat(refused(answer).error()).isEqualTo("invalid_grant");
    }

    @Test
    default void obtainsTokensForTheApplicationItself() {
        TokenAnswer.Granted granted = granted(authorization().obtain(server().client()));

        assertThat(server().letsIn(granted.access())).isTrue();
    }

    @Test
    default void renewsTokens() {
        TokenAnswer.Granted first = exchanged();

        TokenAnswer.Granted second =
                granted(authorization().refresh(server().client(), first.refresh().orElseThrow()));

        assertThat(second.access()).isNotEqualTo(first.access());
        assertThat(server().letsIn(second.access())).isTrue();
        assertThat(server().requests()).isEqualTo(2);
    }

    @Test
    default void renewsNothingForAnUnknownRefreshToken() {
        TokenAnswer answer =
                authorization().refresh(server().client(), Secret.of("never-handed-out"));

        assertThat(refused(answer).isDefinitive()).isTrue();
    }

    @Test
    default void saysThatTheClientIsUnknown() {
        TokenAnswer.Refused refused = refused(authorization().obtain(impostor()));

        assertThat(refused.error()).isEqualTo("invalid_client");
        assertThat(refused.isDefinitive()).isFalse();
    }

    @Test
    default void doesWithoutALifetime() {
        server().next(AuthorizationServer.Mishap.NO_LIFETIME);

        TokenAnswer.Granted granted = exchanged();

        assertThat(granted.lifetime()).isEmpty();
        assertThat(granted.term()).isEmpty();
    }

    @Test
    default void doesWithoutARefreshToken() {
        server().next(AuthorizationServer.Mishap.NO_REFRESH_TOKEN);

        TokenAnswer.Granted granted = exchanged();

        assertThat(granted.refresh()).isEmpty();
        assertThat(granted.lifetime()).isPresent();
    }

    @Test
    default void takesNothingElseForTokens() {
        server().next(AuthorizationServer.Mishap.NO_TOKENS);

        TokenAnswer answer = authorization().exchange(server().client(), consent());

        assertThat(answer).isInstanceOf(TokenAnswer.Unusable.class);
        assertThat(((TokenAnswer.Unusable) answer).status()).isEqualTo(200);
    }

    @Test
    default void repeatsNoSecretThatTheVendorRepeats() {
        server().next(AuthorizationServer.Mishap.REPEATED_SECRET);
        OAuthClient client = server().client();

        TokenAnswer.Refused refused = refused(authorization().obtain(client));

        assertThat(refused.said()).isNotBlank().contains("********");
        assertThat(Arrays.asList(refused.said().split("[^A-Za-z0-9_.-]+")))
                .filteredOn(word -> !word.isEmpty())
                .extracting(Secret::of)
                .doesNotContain(client.secret());
    }

    @Test
    default void saysThatTheVendorFailed() {
        server().next(AuthorizationServer.Mishap.SERVER_ERROR);

        TokenAnswer answer = authorization().exchange(server().client(), consent());

        assertThat(answer).isInstanceOf(TokenAnswer.Unusable.class);
        assertThat(((TokenAnswer.Unusable) answer).status()).isEqualTo(500);
    }

    @Test
    default void saysThatTheConnectionWasLost() {
        server().next(AuthorizationServer.Mishap.CONNECTION_LOST);

        TokenAnswer answer = authorization().exchange(server().client(), consent());

        assertThat(answer).isInstanceOf(TokenAnswer.Unreachable.class);
        assertThat(((TokenAnswer.Unreachable) answer).late()).isFalse();
    }

    @Test
    default void saysThatTheVendorIsLate() {
        server().next(AuthorizationServer.Mishap.NO_ANSWER);

        TokenAnswer answer = authorization().exchange(server().client(), consent());

        assertThat(answer).isInstanceOf(TokenAnswer.Unreachable.class);
        assertThat(((TokenAnswer.Unreachable) answer).late()).isTrue();
    }

    @Test
    default void sendsNothingWhereItMayNotGo() {
        OAuthClient client = askingAt(server().barred());

        assertThat(authorization().exchange(client, consent()))
                .isInstanceOf(TokenAnswer.Barred.class);
        assertThat(authorization().obtain(client)).isInstanceOf(TokenAnswer.Barred.class);
        assertThat(authorization().refresh(client, Secret.of("refresh")))
                .isInstanceOf(TokenAnswer.Barred.class);
        assertThat(server().requests()).isZero();
    }

    @Test
    default void givesTokensBack() {
        TokenAnswer.Granted granted = exchanged();

        Revocation revocation = authorization().revoke(server().client(), tokens(granted));

        assertThat(revocation).isEqualTo(Revocation.SETTLED);
        assertThat(server().letsIn(granted.access())).isFalse();
    }

    @Test
    default void hasNothingToGiveBackWhereNobodyTakesIt() {
        TokenAnswer.Granted granted = exchanged();
        OAuthClient client = server().client();
        OAuthClient keeping =
                new OAuthClient(
                        client.tokenUrl(),
                        client.refreshUrl(),
                        Optional.empty(),
                        client.id(),
                        client.secret(),
                        client.inHeader(),
                        client.scope());

        assertThat(authorization().revoke(keeping, tokens(granted))).isEqualTo(Revocation.SETTLED);
        assertThat(server().letsIn(granted.access())).isTrue();
    }

    @Test
    default void triesAgainLaterToGiveTokensBack() {
        TokenAnswer.Granted granted = exchanged();
        server().next(AuthorizationServer.Mishap.SERVER_ERROR);

        Revocation failed = authorization().revoke(server().client(), tokens(granted));
        Revocation retried = authorization().revoke(server().client(), tokens(granted));

        assertThat(failed).isEqualTo(Revocation.POSTPONED);
        assertThat(retried).isEqualTo(Revocation.SETTLED);
        assertThat(server().letsIn(granted.access())).isFalse();
    }

    @Test
    default void keepsTokensApart() {
        TokenAnswer.Granted mine = exchanged();
        TokenAnswer.Granted other = exchanged();

        authorization().revoke(server().client(), tokens(mine));

        assertThat(server().letsIn(other.access())).isTrue();
        assertThat(tokens(other).lifetime()).map(Duration::isNegative).contains(false);
    }

    @Test
    default void tellsAWitnessWhatWasSaidWithoutAnySecret() {
        List<TokenExchange> heard = new ArrayList<>();
        VendorAuthorization watched = authorization().watchedBy(heard::add);
        OAuthClient client = server().client();
        AuthorizationCode code = consent();

        TokenAnswer.Granted first = granted(watched.exchange(client, code));
        TokenAnswer.Granted second =
                granted(watched.refresh(client, first.refresh().orElseThrow()));

        assertThat(heard)
                .extracting(TokenExchange::address)
                .containsExactly(client.tokenUrl().toString(), client.refreshUrl().toString());
        assertThat(heard).extracting(TokenExchange::status).containsOnly(Optional.of(200));
        assertThat(heard.get(0).form()).contains("grant_type=authorization_code");
        assertThat(heard.get(1).form()).contains("grant_type=refresh_token");
        assertThat(heard.get(1).answer()).contains("\"access_token\":\"********\"");
        assertHidden(
                saidIn(heard),
                code.code(),
                client.secret(),
                first.access(),
                first.refresh().orElseThrow(),
                second.access(),
                second.refresh().orElseThrow());
    }

    @Test
    default void tellsAWitnessOfRefusalsAndOfNoAnswer() {
        List<TokenExchange> heard = new ArrayList<>();
        VendorAuthorization watched = authorization().watchedBy(heard::add);

        server().next(AuthorizationServer.Mishap.REPEATED_SECRET);
        refused(watched.exchange(server().client(), consent()));
        server().next(AuthorizationServer.Mishap.CONNECTION_LOST);
        watched.exchange(server().client(), consent());

        assertThat(heard.get(0).status().orElseThrow()).isBetween(400, 499);
        assertThat(heard.get(0).answer()).contains("invalid_grant");
        assertThat(heard.get(1).status()).isEmpty();
        assertThat(heard.get(1).failure().orElseThrow()).isNotBlank();
        assertHidden(saidIn(heard), server().client().secret());
    }

    private static void assertHidden(String said, Secret... secrets) {
        assertThat(Spellings.of(List.of(secrets)).hiddenIn(said)).isEqualTo(said);
    }

    private static String saidIn(List<TokenExchange> heard) {
        StringBuilder all = new StringBuilder();
        for (TokenExchange each : heard) {
            all.append(each.address())
                    .append(each.requestHeaders())
                    .append(each.form())
                    .append(each.responseHeaders())
                    .append(each.answer())
                    .append(each.failure());
        }
        return all.toString();
    }
}
