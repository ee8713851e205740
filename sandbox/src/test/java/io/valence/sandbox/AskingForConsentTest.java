package io.valence.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

class AskingForConsentTest {
    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");

    private final Browser browser = new Browser();
    private Sandbox sandbox;
    private Application application;

    @BeforeEach
    void start() {
        sandbox =
                Sandbox.start(
                        SandboxOptions.defaults()
                                .with(
                                        new SandboxOptions.Application(
                                                "strict",
                                                "strict-secret",
                                                "<b>Strict</b> & Co",
                                                List.of("https://strict.example/back"))));
        application = new Application(sandbox.sapAnywhere());
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private HttpResponse<String> decide(HttpResponse<String> page, String decision) {
        var ticket = TICKET.matcher(page.body());
        assertThat(ticket.find()).isTrue();
        return browser.submit(
                sandbox.sapAnywhere().authorizationUrl(),
                Map.of("ticket", ticket.group(1), "decision", decision));
    }

    private static Map<String, String> parameters(HttpResponse<String> redirect) {
        assertThat(redirect.statusCode()).isEqualTo(303);
        var location = redirect.headers().firstValue("Location").orElseThrow();
        return Browser.parameters(URI.create(location));
    }

    @Test
    void asksOnAPageThatLoadsNothing() {
        var page = browser.get(application.question(Map.of()));

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
        assertThat(page.body())
                .contains("Valence (sandbox)", "BusinessData_RW", "app.example", "lang=\"en\"")
                .doesNotContain("<script", "src=", "href=", SapAnywhere.CLIENT_SECRET);
    }

    @Test
    void sendsWhoAllowsBackWithACodeAndTheState() {
        var page = browser.get(application.question(Map.of()));

        var answer = parameters(decide(page, "allow"));

        assertThat(answer).containsOnlyKeys("tenant", "code", "state");
        assertThat(answer).containsEntry("state", "s & t").containsEntry("tenant", "7");
        assertThat(application.exchange(answer.getOrDefault("code", "")).statusCode())
                .isEqualTo(200);
    }

    @Test
    void sendsWhoDeniesBackWithAnErrorAndTheState() {
        var page = browser.get(application.question(Map.of()));

        var answer = parameters(decide(page, "deny"));

        assertThat(answer)
                .containsEntry("error", "access_denied")
                .containsEntry("state", "s & t")
                .doesNotContainKey("code");
    }

    @Test
    void takesNoDecisionFromAnotherBrowser() {
        var page = new Browser().get(application.question(Map.of()));

        var refused = decide(page, "allow");

        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Location")).isEmpty();
    }

    @Test
    void takesNoTicketThatWasChanged() {
        browser.get(application.question(Map.of()));

        var refused =
                browser.submit(
                        sandbox.sapAnywhere().authorizationUrl(),
                        Map.of("ticket", "e30.AAAA", "decision", "allow"));

        assertThat(refused.statusCode()).isEqualTo(403);
    }

    @Test
    void escapesTheNameOfTheApplication() {
        var page =
                browser.get(
                        application.question(
                                Map.of(
                                        "client_id",
                                        "strict",
                                        "redirect_uri",
                                        "https://strict.example/back",
                                        "scope",
                                        "\"><script>")));

        assertThat(page.body())
                .contains("&lt;b&gt;Strict&lt;/b&gt; &amp; Co", "&quot;&gt;&lt;script&gt;")
                .doesNotContain("<b>", "<script");
    }

    @Test
    void sendsNobodyToAnAddressThatIsNotTrusted() {
        for (var wrong :
                List.of(
                        Map.of("client_id", "unknown"),
                        Map.of("client_id", "strict"),
                        Map.of("redirect_uri", "javascript:alert(1)"),
                        Map.of("redirect_uri", "https://app.example/#part"),
                        Map.of("redirect_uri", "https://me@app.example/"),
                        Map.of("redirect_uri", "/back"))) {
            var page = browser.get(application.question(wrong));

            assertThat(page.statusCode()).as("%s", wrong).isEqualTo(400);
            assertThat(page.headers().firstValue("Location")).isEmpty();
        }
    }

    @Test
    void tellsTheApplicationWhatItAskedWrongly() {
        for (var wrong :
                Map.of(
                                "unsupported_response_type", Map.of("response_type", "token"),
                                "invalid_request", Map.of("code_challenge", "short"))
                        .entrySet()) {
            var answer = parameters(browser.get(application.question(wrong.getValue())));

            assertThat(answer).containsEntry("error", wrong.getKey()).containsKey("state");
        }
    }
}
