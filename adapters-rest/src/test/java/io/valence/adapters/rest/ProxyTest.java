package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.memory.InMemoryVendors;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;

class ProxyTest {
    @AutoClose private final ServedApi api = ServedApi.start();

    private String id = "";
    private String token = "";

    @BeforeEach
    void provision() {
        var created = api.provisioned("Sales");
        id = created.at("/id").asString();
        token = created.text("/token");
    }

    private static void answer(ServedApi api, String path, int status, Header... headers) {
        api.vendors().answer(path, new InMemoryVendors.Reply(status, List.of(headers), "hello"));
    }

    private String door() {
        return "/instances/" + id + "/proxy";
    }

    private ApiAnswer byToken(String authorization) {
        return api.anybody("GET", V2 + "/instances/proxy/a").as(authorization).send();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "PUT", "PATCH", "DELETE"})
    void sendsEveryMethodToTheVendor(String method) {
        answer(api, "/a", 218, new Header("Content-Type", "text/plain"), new Header("X-A", "b"));

        var byId = api.ada(method, door() + "/a").send();
        var byToken =
                api.anybody(method, V2 + "/instances/proxy/a")
                        .as(api.ada() + ", Element " + token)
                        .send();

        for (ApiAnswer answer : List.of(byId, byToken)) {
            assertThat(answer.status()).isEqualTo(218);
            assertThat(answer.text()).isEqualTo("hello");
            assertThat(answer.header("Content-Type")).contains("text/plain");
            assertThat(answer.header("X-A")).contains("b");
            assertThat(answer.header("Elements-Element-Instance-Id")).contains(id);
        }
        assertThat(api.vendors().sent())
                .hasSize(2)
                .allSatisfy(
                        sent -> {
                            assertThat(sent.method()).isEqualTo(method);
                            assertThat(sent.host()).isEqualTo("ada.example.com");
                            assertThat(sent.header("Authorization").orElseThrow())
                                    .startsWith("Basic ");
                        });
        assertThat(api.vendors().open()).isZero();
    }

    @Test
    void saysItselfWhatTheVendorMustNotSay() {
        answer(
                api,
                "/a",
                401,
                new Header("Elements-Request-Id", "forged"),
                new Header("elements-Element-Instance-Id", "9"),
                new Header("Elements-Error", "forged"),
                new Header("Access-Control-Allow-Origin", "https://evil.example"),
                new Header("Access-Control-Allow-Credentials", "true"),
                new Header("Set-Cookie", "a=b"),
                new Header("Date", "Thu, 01 Jan 1970 00:00:00 GMT"),
                new Header("Vary", "Accept-Encoding"),
                new Header("WWW-Authenticate", "Basic realm=\"theirs\""));

        var answer = api.ada("GET", door() + "/a").header("Origin", "https://x.example").send();

        assertThat(answer.headers().allValues("Elements-Request-Id"))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{24}");
        assertThat(answer.headers().allValues("Elements-Element-Instance-Id")).containsExactly(id);
        assertThat(answer.headers().allValues("Access-Control-Allow-Origin")).containsExactly("*");
        assertThat(answer.headers().map())
                .doesNotContainKeys(
                        "elements-error", "access-control-allow-credentials", "set-cookie");
        assertThat(answer.headers().allValues("Date"))
                .singleElement()
                .asString()
                .doesNotContain("1970");
        assertThat(String.join(", ", answer.headers().allValues("Vary")))
                .contains("Origin", "Accept-Encoding");
        assertThat(answer.headers().allValues("WWW-Authenticate"))
                .containsExactly("Basic realm=\"theirs\"");
    }

    @Test
    void takesTheElementTokenWithoutTheOrganization() {
        answer(api, "/a", 200);
        var user = "User " + api.userSecret();
        var element = ", Element " + token;

        assertThat(byToken(user + element).status()).isEqualTo(200);
        assertThat(byToken(api.ada() + element).status()).isEqualTo(200);
        assertThat(
                        byToken(user + ", Organization " + api.othersOrganizationSecret() + element)
                                .status())
                .isEqualTo(401);
        assertThat(byToken("User nobody" + element).status()).isEqualTo(401);
        assertThat(byToken("Element " + token).status()).isEqualTo(401);
        assertThat(byToken(user).status()).isEqualTo(401);
        assertThat(byToken(api.ada()).message()).contains("Element token");
        assertThat(api.anybody("GET", V2 + door() + "/a").as(user).send().status()).isEqualTo(401);
        assertThat(api.vendors().sent()).hasSize(2);
    }

    @Test
    void hidesTheInstancesOfOthers() {
        var byId = api.anybody("GET", V2 + door() + "/a").as(api.zoe()).send();
        var byToken = byToken(api.zoe() + ", Element " + token);
        var unnamed = api.ada("GET", "/instances/abc/proxy/a").send();

        assertThat(byId.status()).isEqualTo(404);
        assertThat(byId.message()).isEqualTo("No instance '" + id + "' found");
        assertThat(byToken.status()).isEqualTo(401);
        assertThat(byToken.header("WWW-Authenticate")).isPresent();
        assertThat(unnamed.status()).isEqualTo(404);
        assertThat(api.vendors().sent()).isEmpty();
    }

    @Test
    void sendsNothingThroughADisabledInstance() {
        api.ada("DELETE", "/instances/" + id + "/enabled").send();

        var answer = api.ada("GET", door() + "/a").send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains("disabled", id);
        assertThat(answer.header("Elements-Element-Instance-Id")).contains(id);
        assertThat(byToken(api.ada() + ", Element " + token).status()).isEqualTo(403);
        assertThat(api.vendors().sent()).isEmpty();
    }

    @Test
    void findsNoDeletedInstance() {
        api.ada("DELETE", "/instances/" + id).send();

        assertThat(api.ada("GET", door() + "/a").send().status()).isEqualTo(404);
        assertThat(byToken(api.ada() + ", Element " + token).status()).isEqualTo(401);
    }

    @Test
    void tellsWhyAnInstanceIsNotValid() {
        api.authorization().lifetime(Duration.ZERO);
        var shop = "/instances/" + api.shop().at("/id") + "/proxy/a";
        api.authorization().forgetEverything();

        var answer = api.ada("GET", shop).send();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.message()).contains("not valid", "invalid_grant");
        assertThat(api.ada("GET", shop).send().message()).isEqualTo(answer.message());
    }

    @ParameterizedTest
    @CsvSource({"false,502", "true,504"})
    void tellsThatTheVendorDidNotAnswer(boolean late, int status) {
        api.vendors().answerNext(new VendorAnswer.Unreachable("it is asleep", late, true));

        var answer = api.ada("GET", door() + "/a").send();

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.message()).contains("it is asleep");
        assertThat(answer.header("Elements-Element-Instance-Id")).contains(id);
    }

    @Test
    void tellsThatAnAddressIsBarred() {
        api.vendors().bar("ada.example.com");

        var answer = api.ada("GET", door() + "/a").send();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains("not sent", "address");
    }

    @Test
    void leavesALineInTheLogWithoutTheQuery() {
        answer(api, "/a", 218);
        try (var log = new CapturedLog("io.valence.request")) {
            var called = api.ada("GET", door() + "/a").query("key", "qu3ry").send();

            var line = log.awaitLineOf(called);
            assertThat(line.values())
                    .containsEntry("instance", id)
                    .containsEntry("status", "218")
                    .containsEntry("path", V2 + door() + "/a")
                    .containsEntry("user", "1")
                    .containsKey("ms");
            assertThat(log.lines().toString()).doesNotContain("qu3ry", api.userSecret());
        }
    }
}
