package io.valence.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

class TokensTest {
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rules-of-pkce";

    private Sandbox sandbox;
    private SapAnywhere vendor;
    private Application application;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        vendor = sandbox.sapAnywhere();
        application = new Application(vendor);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void givesTokensForACode() {
        var response = application.exchange(application.code(Map.of()));

        var json = Browser.json(response);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(json.path("expires_in").asInt()).isEqualTo(43199);
        assertThat(json.path("token_type").asString()).isEqualTo("bearer");
        assertThat(application.isAdmitted(json.path("access_token").asString())).isTrue();
        assertThat(application.isAdmitted(json.path("refresh_token").asString())).isFalse();
        assertThat(vendor.tokenRequests("authorization_code")).isEqualTo(1);
    }

    @Test
    void takesACodeOnceAndEndsTheGrantOfOneThatComesAgain() {
        var code = application.code(Map.of());
        var tokens = Application.tokens(application.exchange(code));

        var again = application.exchange(code);

        assertThat(Application.error(again)).isEqualTo("400 invalid_grant");
        assertThat(application.isAdmitted(tokens.access())).isFalse();
        assertThat(Application.error(application.refresh(tokens.refresh())))
                .isEqualTo("400 invalid_grant");
    }

    @Test
    void wantsTheSameRedirectAddress() {
        var response =
                application.ask(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                application.code(Map.of()),
                                "redirect_uri",
                                "https://app.example/other"));

        assertThat(Application.error(response)).isEqualTo("400 invalid_grant");
    }

    @Test
    void givesANewRefreshTokenAtEachRefreshAndEndsTheGrantOfAnOldOne() {
        var first = application.granted();
        var second = Application.tokens(application.refresh(first.refresh()));
        var third = Application.tokens(application.refresh(second.refresh()));
        assertThat(application.isAdmitted(third.access())).isTrue();

        var reuse = application.refresh(first.refresh());

        assertThat(Application.error(reuse)).isEqualTo("400 invalid_grant");
        assertThat(vendor.refreshReuses()).isEqualTo(1);
        assertThat(application.isAdmitted(third.access())).isFalse();
        assertThat(Application.error(application.refresh(third.refresh())))
                .isEqualTo("400 invalid_grant");
        assertThat(vendor.refreshReuses()).isEqualTo(1);
        assertThat(vendor.tokenRequests("refresh_token")).isEqualTo(4);
    }

    @Test
    void givesTheNextTokensToOneAloneOfManyWhoAskAtOnce() throws Exception {
        var tokens = application.granted();
        List<Callable<Integer>> requests =
                Collections.nCopies(40, () -> application.refresh(tokens.refresh()).statusCode());

        List<Integer> statuses = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var answer : threads.invokeAll(requests)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 400);
        assertThat(vendor.refreshReuses()).isEqualTo(1);
    }

    @Test
    void keepsTheRefreshTokenWhereRotationIsOff() {
        vendor.rotation(false);
        var tokens = application.granted();

        var once = application.refresh(tokens.refresh());
        var twice = application.refresh(tokens.refresh());

        assertThat(Browser.json(once).has("refresh_token")).isFalse();
        assertThat(twice.statusCode()).isEqualTo(200);
    }

    @Test
    void wantsTheVerifierThatFitsTheChallenge() throws Exception {
        var hash =
                MessageDigest.getInstance("SHA-256")
                        .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        var challenge =
                Map.of(
                        "code_challenge",
                        Base64.getUrlEncoder().withoutPadding().encodeToString(hash),
                        "code_challenge_method",
                        "S256");

        var right = exchange(application.code(challenge), Map.of("code_verifier", VERIFIER));
        var wrong = exchange(application.code(challenge), Map.of("code_verifier", "x" + VERIFIER));
        var none = exchange(application.code(challenge), Map.of());
        var unasked = exchange(application.code(Map.of()), Map.of("code_verifier", VERIFIER));

        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(Application.error(wrong)).isEqualTo("400 invalid_grant");
        assertThat(Application.error(none)).isEqualTo("400 invalid_grant");
        assertThat(Application.error(unasked)).isEqualTo("400 invalid_grant");
    }

    private HttpResponse<String> exchange(String code, Map<String, String> more) {
        var fields = new HashMap<>(more);
        fields.put("grant_type", "authorization_code");
        fields.put("code", code);
        fields.put("redirect_uri", Application.CALLBACK);
        return application.ask(fields);
    }

    @Test
    void knowsItsClientsByHeaderOrForm() {
        var grant = Map.of("grant_type", "client_credentials");
        var inForm =
                Map.of(
                        "grant_type",
                        "client_credentials",
                        "client_id",
                        SapAnywhere.CLIENT_ID,
                        "client_secret",
                        SapAnywhere.CLIENT_SECRET);
        var header = Browser.basic(SapAnywhere.CLIENT_ID, SapAnywhere.CLIENT_SECRET);

        var byHeader = application.ask(grant);
        var byForm = new Browser().submit(vendor.tokenUrl(), inForm);
        var byBoth = new Browser().with("Authorization", header).submit(vendor.tokenUrl(), inForm);
        var byNeither = new Browser().submit(vendor.tokenUrl(), grant);
        var wrong =
                new Browser()
                        .with("Authorization", Browser.basic(SapAnywhere.CLIENT_ID, "guess"))
                        .submit(vendor.tokenUrl(), grant);

        assertThat(byHeader.statusCode()).isEqualTo(200);
        assertThat(Browser.json(byHeader).has("refresh_token")).isFalse();
        assertThat(application.isAdmitted(Application.tokens(byForm).access())).isTrue();
        assertThat(Application.error(byBoth)).isEqualTo("400 invalid_request");
        assertThat(Application.error(byNeither)).isEqualTo("401 invalid_client");
        assertThat(Application.error(wrong)).isEqualTo("401 invalid_client");
        assertThat(wrong.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic");
    }

    @Test
    void saysWhatIsWrongWithARequest() {
        var json =
                new Browser()
                        .with(
                                "Authorization",
                                Browser.basic(SapAnywhere.CLIENT_ID, SapAnywhere.CLIENT_SECRET))
                        .post(vendor.tokenUrl(), "{}");

        assertThat(Application.error(application.ask(Map.of()))).isEqualTo("400 invalid_request");
        assertThat(Application.error(application.ask(Map.of("grant_type", "password"))))
                .isEqualTo("400 unsupported_grant_type");
        assertThat(Application.error(application.ask(Map.of("grant_type", "refresh_token"))))
                .isEqualTo("400 invalid_request");
        assertThat(Application.error(application.exchange("guess"))).isEqualTo("400 invalid_grant");
        assertThat(Application.error(application.refresh("guess.AAAA")))
                .isEqualTo("400 invalid_grant");
        assertThat(Application.error(json)).isEqualTo("400 invalid_request");
    }

    @Test
    void endsAccessTokensInTimeAndOnDemand() throws Exception {
        vendor.accessTokenLifetime(Duration.ofSeconds(1));
        var brief = application.granted();
        assertThat(application.isAdmitted(brief.access())).isTrue();
        Thread.sleep(1_100);
        assertThat(application.isAdmitted(brief.access())).isFalse();

        vendor.accessTokenLifetime(Duration.ofHours(1));
        var tokens = Application.tokens(application.refresh(brief.refresh()));
        assertThat(application.isAdmitted(tokens.access())).isTrue();
        vendor.expireAccessTokens();
        assertThat(application.isAdmitted(tokens.access())).isFalse();

        var fresh = application.refresh(tokens.refresh());
        assertThat(application.isAdmitted(Application.tokens(fresh).access())).isTrue();
    }

    @Test
    void revokesOneAccessTokenOrTheWholeGrant() {
        var one = application.granted();
        var other = Application.tokens(application.refresh(one.refresh()));

        application.revoke(one.access());
        assertThat(application.isAdmitted(one.access())).isFalse();
        assertThat(application.isAdmitted(other.access())).isTrue();

        application.revoke(other.refresh());
        assertThat(application.isAdmitted(other.access())).isFalse();
        assertThat(Application.error(application.refresh(other.refresh())))
                .isEqualTo("400 invalid_grant");
        assertThat(application.revoke("never given").statusCode()).isEqualTo(200);
        assertThat(vendor.revocations()).isEqualTo(3);
    }
}
