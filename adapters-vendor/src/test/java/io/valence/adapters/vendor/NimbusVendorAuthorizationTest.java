package io.valence.adapters.vendor;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import io.valence.domain.authorization.AuthorizationCode;
import io.valence.domain.authorization.AuthorizationRequest;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Revocation;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

class NimbusVendorAuthorizationTest {
    private static final String SECRET = "canary secret/&<1>";
    private static final String REFRESH = "canary+refresh/1";
    private static final String VERIFIER = "v".repeat(43);

    private final WireMockServer server =
            new WireMockServer(
                    WireMockConfiguration.wireMockConfig()
                            .bindAddress("127.0.0.1")
                            .dynamicPort()
                            .containerThreads(20));
    private final HttpVendors door = HttpVendors.open(Calls.patient(Calls.LOOPBACK));
    private final VendorAuthorization authorization = door.authorization();

    @BeforeEach
    void starts() {
        server.start();
    }

    @AfterEach
    void stops() {
        assertThat(door.leased()).isZero();
        door.close();
        server.stop();
    }

    private void says(ResponseDefinitionBuilder answer) {
        server.stubFor(any(anyUrl()).willReturn(answer));
    }

    private void says(int status, String type, String body) {
        says(aResponse().withStatus(status).withHeader("Content-Type", type).withBody(body));
    }

    private LoggedRequest asked() {
        return server.getAllServeEvents().getFirst().getRequest();
    }

    private OAuthClient client(boolean inHeader) {
        URI base = URI.create("http://127.0.0.1:" + server.port());
        return new OAuthClient(
                base.resolve("/token?tenant=a"),
                base.resolve("/refresh"),
                Optional.of(base.resolve("/revoke")),
                Secret.of("client id:1"),
                Secret.of(SECRET),
                inHeader,
                Optional.of("one two"));
    }

    private TokenAnswer refresh() {
        return authorization.refresh(client(true), Secret.of(REFRESH));
    }

    private static TokenAnswer.Granted granted(TokenAnswer answer) {
        assertThat(answer).isInstanceOf(TokenAnswer.Granted.class);
        return (TokenAnswer.Granted) answer;
    }

    private static TokenAnswer.Unusable unusable(TokenAnswer answer) {
        assertThat(answer).isInstanceOf(TokenAnswer.Unusable.class);
        return (TokenAnswer.Unusable) answer;
    }

    private static TokenAnswer.Refused refused(TokenAnswer answer) {
        assertThat(answer).isInstanceOf(TokenAnswer.Refused.class);
        return (TokenAnswer.Refused) answer;
    }

    @Test
    void makesTheAddressThatAsksAUser() {
        URI address =
                authorization.address(
                        new AuthorizationRequest(
                                URI.create("https://vendor.example/authorize"),
                                Secret.of("key 1"),
                                "https://www.mycoolapp.com/auth?x=1",
                                "sapanywhere",
                                Optional.of("BusinessData_RW openid"),
                                Optional.empty()));

        assertThat(address)
                .isEqualTo(
                        URI.create(
                                "https://vendor.example/authorize?scope=BusinessData_RW%20openid"
                                    + "&response_type=code"
                                    + "&redirect_uri=https%3A%2F%2Fwww.mycoolapp.com%2Fauth%3Fx%3D1"
                                    + "&state=sapanywhere&client_id=key%201"));
    }

    @Test
    void addsAProofKeyAndKeepsTheVendorsQuery() {
        URI address =
                authorization.address(
                        new AuthorizationRequest(
                                URI.create("https://vendor.example/authorize?prompt=consent"),
                                Secret.of("key"),
                                "https://app.example/auth",
                                "s&t=1+2",
                                Optional.of("  "),
                                Optional.of(
                                        Secret.of("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))));

        assertThat(address)
                .isEqualTo(
                        URI.create(
                                "https://vendor.example/authorize?prompt=consent&response_type=code"
                                    + "&redirect_uri=https%3A%2F%2Fapp.example%2Fauth"
                                    + "&state=s%26t%3D1%2B2&client_id=key"
                                    + "&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
                                    + "&code_challenge_method=S256"));
    }

    @Test
    void exchangesACodeWithTheClientInTheHeader() {
        says(
                200,
                "application/json",
                """
                {"access_token":"a","token_type":"bearer","expires_in":3600,"refresh_token":"r"}
                """);

        var answer =
                authorization.exchange(
                        client(true),
                        new AuthorizationCode(
                                Secret.of("c o/d+e"),
                                "https://app.example/auth",
                                Optional.of(Secret.of(VERIFIER))));

        assertThat(answer)
                .isEqualTo(
                        new TokenAnswer.Granted(
                                Secret.of("a"),
                                Optional.of(Secret.of("r")),
                                Optional.of(Duration.ofHours(1)),
                                Optional.empty()));
        assertThat(asked().getUrl()).isEqualTo("/token?tenant=a");
        assertThat(asked().getMethod().getName()).isEqualTo("POST");
        assertThat(asked().getHeader("Accept")).isEqualTo("application/json");
        assertThat(asked().getHeader("Content-Type"))
                .startsWith("application/x-www-form-urlencoded");
        assertThat(basic(asked())).isEqualTo("client+id%3A1:canary+secret%2F%26%3C1%3E");
        assertThat(asked().getBodyAsString().split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=authorization_code",
                        "code=c+o%2Fd%2Be",
                        "redirect_uri=https%3A%2F%2Fapp.example%2Fauth",
                        "code_verifier=" + VERIFIER);
    }

    private static String basic(LoggedRequest request) {
        return new String(
                Base64.getDecoder()
                        .decode(request.getHeader("Authorization").substring("Basic ".length())),
                StandardCharsets.UTF_8);
    }

    @Test
    void exchangesACodeWithTheClientInTheForm() {
        says(200, "application/json", "{\"access_token\":\"a\",\"token_type\":\"bearer\"}");

        var answer =
                authorization.exchange(
                        client(false),
                        new AuthorizationCode(
                                Secret.of("code"), "https://app.example/auth", Optional.empty()));

        assertThat(granted(answer).access()).isEqualTo(Secret.of("a"));
        assertThat(asked().containsHeader("Authorization")).isFalse();
        assertThat(asked().getBodyAsString().split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=authorization_code",
                        "code=code",
                        "redirect_uri=https%3A%2F%2Fapp.example%2Fauth",
                        "client_id=client+id%3A1",
                        "client_secret=canary+secret%2F%26%3C1%3E");
    }

    @Test
    void asksForTheApplicationItself() {
        says(200, "application/json", "{\"access_token\":\"a\",\"token_type\":\"bearer\"}");

        assertThat(granted(authorization.obtain(client(true))).refresh()).isEmpty();
        assertThat(asked().getBodyAsString().split("&"))
                .containsExactlyInAnyOrder("grant_type=client_credentials", "scope=one+two");
    }

    @Test
    void renewsAtTheAddressForThat() {
        says(200, "application/json", "{\"access_token\":\"a\",\"token_type\":\"bearer\"}");

        assertThat(granted(refresh()).refresh()).isEmpty();
        assertThat(asked().getUrl()).isEqualTo("/refresh");
        assertThat(asked().getBodyAsString().split("&"))
                .containsExactlyInAnyOrder(
                        "grant_type=refresh_token", "refresh_token=canary%2Brefresh%2F1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json|{\"access_token\":\"a\"}|-1",
                "application/json|{\"access_token\":\"a\",\"expires_in\":60}|60",
                "application/json|{\"access_token\":\"a\",\"expires_in\":\"60\"}|60",
                "application/json|{\"access_token\":\"a\",\"expires_in\":60.9}|60",
                "application/json|{\"access_token\":\"a\",\"expires_in\":null}|-1",
                "application/json|{\"access_token\":\"a\",\"expires_in\":-1}|-1",
                "application/json|{\"access_token\":\"a\",\"expires_in\":0}|-1",
                "application/json|{\"access_token\":\"a\",\"expires_in\":\"soon\"}|-1",
                "application/json|{\"access_token\":\"a\",\"expires_in\":[1]}|-1",
                "application/json|{\"access_token\":\"a\",\"expires_in\":1e300}|3155760000",
                "application/json|{\"access_token\":\"a\",\"token_type\":null}|-1",
                "application/json|{\"access_token\":\"a\",\"token_type\":\"mac\"}|-1",
                "application/json|{\"access_token\":\"a\",\"token_type\":7}|-1",
                "application/json|{\"access_token\":\"a\",\"refresh_token\":null}|-1",
                "application/json|{\"access_token\":\"a\",\"refresh_token\":\"\"}|-1",
                "application/json|{\"access_token\":\"a\",\"scope\":[\"x\"],\"id_token\":7}|-1",
                "application/json|{\"access_token\":\"a\",\"error\":null}|-1",
                "text/html|{\"access_token\":\"a\",\"expires_in\":60}|60",
                "text/javascript; charset=utf-8|  {\"access_token\":\"a\"}|-1",
                "nonsense|{\"access_token\":\"a\"}|-1",
                "application/x-www-form-urlencoded|access_token=a&expires_in=60&scope=x%2Cy|60",
                "text/plain|access_token=a&token_type=bearer|-1"
            })
    void repairsOddAnswers(String type, String body, long seconds) {
        says(200, type, body);

        var answer = granted(refresh());

        assertThat(answer.access()).isEqualTo(Secret.of("a"));
        assertThat(answer.refresh()).isEmpty();
        assertThat(answer.lifetime())
                .isEqualTo(
                        seconds < 0 ? Optional.empty() : Optional.of(Duration.ofSeconds(seconds)));
    }

    @Test
    void takesLongTokensAndTheEndThatOneNames() {
        String claims =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                ("{\"iat\":1999996400,\"exp\":2000000000,\"pad\":\""
                                                + "x".repeat(8_192)
                                                + "\"}")
                                        .getBytes(StandardCharsets.UTF_8));
        String header =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"alg\":\"RS256\"}".getBytes(StandardCharsets.UTF_8));
        String token = header + "." + claims + ".c2ln";
        says(
                201,
                "application/json",
                "{\"access_token\":\"" + token + "\",\"refresh_token\":\"" + token + "\"}");

        var answer = granted(refresh());

        assertThat(answer.access()).isEqualTo(Secret.of(token));
        assertThat(answer.refresh()).hasValue(Secret.of(token));
        assertThat(answer.lifetime()).isEmpty();
        assertThat(answer.term())
                .hasValue(
                        new TokenAnswer.Term(
                                Optional.of(Instant.ofEpochSecond(1_999_996_400)),
                                Instant.ofEpochSecond(2_000_000_000)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"token\"",
                "<html><body>Welcome, fresh-token</body></html>",
                "{\"access_token\":\"fresh-token\"",
                "{\"access_token\":\"fresh-token\nX: y\"}",
                "{\"access_token\":\"fresh-token\\r\\nX: y\"}",
                "{\"access_token\":\"\"}",
                "{\"access_token\":7}",
                "{\"data\":{\"access_token\":\"fresh-token\"}}",
                "{\"token\":\"fresh-token\"}"
            })
    void quotesNothingOfAnAnswerThatMayHoldTokens(String body) {
        says(200, "application/json", body);

        var answer = unusable(refresh());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.said()).isNotBlank().doesNotContain("fresh-token");
    }

    @Test
    void boundsTokensAndAnswers() {
        says(200, "application/json", "{\"access_token\":\"" + "x".repeat(64 * 1024) + "\"}");
        assertThat(granted(refresh()).access().length()).isEqualTo(64 * 1024);

        says(200, "application/json", "{\"access_token\":\"" + "x".repeat(64 * 1024 + 1) + "\"}");
        assertThat(unusable(refresh()).said()).isEqualTo("The answer holds no token");

        says(200, "application/json", "{\"a\":\"" + "x".repeat(2 << 20) + "\"}");
        assertThat(unusable(refresh()).said()).contains("longer");

        says(200, "application/json", "{\"a\":" + "[".repeat(100_000) + "}");
        assertThat(unusable(refresh()).said()).isEqualTo("The answer holds no token");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "400|{\"error\":\"invalid_grant\"}|invalid_grant|invalid_grant",
                "400|{\"error\":\"invalid_grant\",\"error_description\":\"gone\"}|invalid_grant|gone",
                "401|{\"error\":\"invalid_client\",\"error_description\":\"who?\"}|invalid_client|who?",
                "200|{\"error\":\"bad_verification_code\"}|bad_verification_code|bad_verification_code",
                "200|error=invalid_grant&error_description=too+late|invalid_grant|too late",
                "400|{\"error\":{\"code\":\"invalid_grant\",\"message\":\"gone\"}}|invalid_grant|gone",
                "400|{\"error\":{\"code\":190,\"type\":\"OAuthException\",\"message\":\"x\"}}|OAuthException|x",
                "403|{\"error\":\"odd\",\"error_description\":7}|odd|odd"
            })
    void tellsWhatTheVendorRefused(int status, String body, String error, String said) {
        says(status, "application/json", body);

        assertThat(refresh()).isEqualTo(new TokenAnswer.Refused(status, error, said));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|{\"error\":\"invalid_grant\"}|invalid_grant",
                "503|{\"error\":\"server_error\",\"error_description\":\"x\"}|server_error: x",
                "429|{\"error\":\"slow_down\"}|slow_down",
                "502|<html><h1>Bad</h1>gateway</html>|Bad gateway",
                "404|not here|not here",
                "400|{\"message\":\"odd\"}|{\"message\":\"odd\"}",
                "500||''"
            })
    void takesPassingTroubleForNoRefusal(int status, String body, String said) {
        says(status, "text/html", body == null ? "" : body);

        assertThat(refresh()).isEqualTo(new TokenAnswer.Unusable(status, said));
    }

    @Test
    void neverRepeatsASecretThatItWasTold() {
        List<String> spellings =
                List.of(
                        SECRET,
                        "canary+secret%2F%26%3C1%3E",
                        "canary%20secret%2f%26%3c1%3e",
                        "canary secret/&amp;&lt;1&gt;",
                        "canary secret\\/&<1>",
                        REFRESH,
                        "canary%2Brefresh%2F1",
                        "canary%2brefresh%2f1",
                        Base64.getEncoder()
                                .encodeToString(
                                        "client+id%3A1:canary+secret%2F%26%3C1%3E"
                                                .getBytes(StandardCharsets.UTF_8)));
        for (String spelling : spellings) {
            for (String lead : List.of("you sent ", "x".repeat(490))) {
                says(500, "text/plain", lead + spelling + " and so on");
                String said = unusable(refresh()).said();

                assertThat(said).doesNotContain("canary").doesNotContain(spelling);
                assertThat(said.length()).isLessThanOrEqualTo(500);
            }
        }
        says(
                400,
                "application/json",
                """
                {"error":"bad canary+refresh/1","error_description":"no canary+refresh\\/1\\u0007\\n!"}
                """);

        var refused = refused(refresh());

        assertThat(refused.error()).isEqualTo("bad ********");
        assertThat(refused.said()).isEqualTo("no ******** !");
    }

    @Test
    void followsNoRedirect() {
        says(aResponse().withStatus(307).withHeader("Location", "/elsewhere"));

        assertThat(unusable(refresh()).status()).isEqualTo(307);
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void isLateWhenTheVendorIs() {
        says(aResponse().withStatus(200).withFixedDelay(7_000));
        assertThat(refresh())
                .isEqualTo(
                        new TokenAnswer.Unreachable(
                                "The host 127.0.0.1 did not answer in time", true, true));

        says(
                aResponse()
                        .withStatus(200)
                        .withBody("{\"access_token\":\"a\"}".repeat(100))
                        .withChunkedDribbleDelay(100, 10_000));
        long begin = System.nanoTime();
        assertThat(refresh())
                .isEqualTo(
                        new TokenAnswer.Unreachable(
                                "The host 127.0.0.1 did not answer in time", true, true));
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(9));
    }

    @Test
    void waitsAsLongAsTokensMayTakeAndNotAsLongAsAnApiMay() {
        says(
                aResponse()
                        .withStatus(200)
                        .withFixedDelay(700)
                        .withBody("{\"access_token\":\"late\"}"));
        VendorSettings hasty =
                new VendorSettings(
                        Duration.ofSeconds(3),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(5),
                        Duration.ofMillis(300),
                        Duration.ofMillis(200),
                        64,
                        512,
                        1 << 20,
                        Calls.LOOPBACK,
                        Optional.empty());

        try (var own = HttpVendors.open(hasty)) {
            assertThat(own.authorization().obtain(client(true)))
                    .isInstanceOf(TokenAnswer.Granted.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE", "RANDOM_DATA_THEN_CLOSE"})
    void survivesConnectionsThatBreak(Fault fault) {
        says(aResponse().withFault(fault));

        assertThat(refresh())
                .isInstanceOfSatisfying(
                        TokenAnswer.Unreachable.class,
                        answer -> assertThat(answer.late()).isFalse());
        assertThat(server.getAllServeEvents()).hasSize(1);
    }

    @Test
    void asksNobodyWhoMustNotBeAsked() {
        try (var strict = HttpVendors.open(Calls.settings(Allowance.NOTHING))) {
            assertThat(strict.authorization().obtain(client(true)))
                    .isInstanceOf(TokenAnswer.Barred.class);
            assertThat(strict.authorization().revoke(client(true), tokens(Optional.empty())))
                    .isEqualTo(Revocation.POSTPONED);
        }
        assertThat(
                        authorization.exchange(
                                client(true),
                                new AuthorizationCode(
                                        Secret.of("c"), "no address", Optional.empty())))
                .isInstanceOf(TokenAnswer.Barred.class);
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    private static Tokens tokens(Optional<Secret> refresh) {
        return new Tokens(Secret.of("access"), refresh, Instant.EPOCH, Optional.empty());
    }

    @Test
    void givesBackTheRefreshTokenOrElseTheAccessToken() {
        says(aResponse().withStatus(200));

        assertThat(authorization.revoke(client(true), tokens(Optional.of(Secret.of("fresh")))))
                .isEqualTo(Revocation.SETTLED);
        assertThat(asked().getUrl()).isEqualTo("/revoke");
        assertThat(asked().getBodyAsString().split("&"))
                .containsExactlyInAnyOrder("token=fresh", "token_type_hint=refresh_token");
        assertThat(basic(asked())).startsWith("client+id");

        assertThat(authorization.revoke(client(false), tokens(Optional.empty())))
                .isEqualTo(Revocation.SETTLED);
        assertThat(asked().getBodyAsString().split("&"))
                .contains("token=access", "token_type_hint=access_token");
    }

    @ParameterizedTest
    @CsvSource({
        "200,SETTLED",
        "204,SETTLED",
        "400,SETTLED",
        "401,SETTLED",
        "404,SETTLED",
        "408,POSTPONED",
        "429,POSTPONED",
        "302,POSTPONED",
        "500,POSTPONED",
        "503,POSTPONED"
    })
    void knowsWhetherGivingBackIsSettled(int status, Revocation expected) {
        says(aResponse().withStatus(status));

        assertThat(authorization.revoke(client(true), tokens(Optional.empty())))
                .isEqualTo(expected);
    }

    @Test
    void hasNothingToGiveBackWhereNobodyTakesIt() {
        OAuthClient whole = client(true);
        OAuthClient client =
                new OAuthClient(
                        whole.tokenUrl(),
                        whole.refreshUrl(),
                        Optional.empty(),
                        whole.id(),
                        whole.secret(),
                        true,
                        Optional.empty());

        assertThat(authorization.revoke(client, tokens(Optional.empty())))
                .isEqualTo(Revocation.SETTLED);
        assertThat(server.getAllServeEvents()).isEmpty();
    }
}
