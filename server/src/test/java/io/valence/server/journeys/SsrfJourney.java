package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.Consent;
import io.valence.server.RunningServer;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.util.Map;

/** Owners who would have the server call what only the server can reach. */
class SsrfJourney {
    @TempDir static Path folder;

    private static OddVendor trap;
    private static OddVendor other;
    private static OddVendor vendor;
    private static RunningServer server;
    private static Caller caller;

    @BeforeAll
    static void start() throws Exception {
        trap = OddVendor.trap();
        other = OddVendor.trap();
        vendor =
                OddVendor.start(
                        (request, connection) ->
                                OddVendor.say(
                                        connection,
                                        302,
                                        "text/plain",
                                        "",
                                        "Location: "
                                                + (request.contains("/to-other") ? other : trap)
                                                        .url()
                                                + "/caught"));
        server =
                RunningServer.start(
                        folder,
                        Map.of(
                                "VALENCE_LIVE_CHECK",
                                "true",
                                "VALENCE_EGRESS_ALLOW",
                                vendor.hostAndPort() + "," + other.hostAndPort()));
        caller = Caller.first(server.url());
    }

    @AfterAll
    static void stop() throws Exception {
        caller.close();
        server.close();
        vendor.close();
        other.close();
        trap.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1:PORT",
                "http://127.0.0.1:PORT",
                "https://localhost:PORT",
                "https://localhost.:PORT",
                "https://2130706433:PORT",
                "https://0x7f000001:PORT",
                "https://0177.0.0.1:PORT",
                "https://127.1:PORT",
                "https://0.0.0.0:PORT",
                "https://[::1]:PORT",
                "https://[::]:PORT",
                "https://[::ffff:127.0.0.1]:PORT",
                "https://[64:ff9b::7f00:1]:PORT",
                "https://[2002:7f00:1::]:PORT",
                "https://169.254.169.254/latest/meta-data",
                "https://[fd00:ec2::254]/latest/meta-data",
                "https://10.0.0.1",
                "https://172.16.0.1",
                "https://192.168.0.1",
                "https://100.64.0.1",
                "https://224.0.0.1",
                "https://a.example.com@127.0.0.1:PORT",
                "file:///etc/passwd",
                "gopher://127.0.0.1:PORT"
            })
    void callsNoAddressThatIsNotPublic(String address) {
        var base = address.replace("PORT", Integer.toString(trap.port()));

        var checked = caller.post("/instances", oracle("base.url", base));
        var unchecked =
                caller.request("POST", "/instances")
                        .query("check", "false")
                        .json(oracle("base.url", base))
                        .send();
        var tried =
                caller.request("POST", "/elements/oraclesalescloud/configuration/validate")
                        .query("scope", "connectivity")
                        .json(oracle("base.url", base))
                        .send();

        assertThat(checked.status()).isEqualTo(400);
        assertThat(checked.text()).contains("base.url");
        assertThat(tried.at("/valid").asBoolean()).isFalse();
        if (unchecked.status() == 200) {
            var called = caller.get(proxy(unchecked) + "/crmRestApi/resources/latest/accounts");
            assertThat(called.status()).isIn(403, 409);
            assertThat(called.message()).isNotBlank();
        } else {
            assertThat(unchecked.status()).isEqualTo(400);
        }
        assertThat(trap.asked()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:PORT",
                "localhost",
                "2130706433",
                "0x7f.1",
                "169.254.169.254",
                "[::1]:PORT",
                "evil.example.com/#",
                "a@127.0.0.1",
                "127.0.0.1:PORT/",
                "a\\b"
            })
    void callsNoSiteThatIsNotPublic(String site) {
        var host = site.replace("PORT", Integer.toString(trap.port())).replace("\\", "\\\\");

        var refused = caller.post("/instances", oracle("site.url", host));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).containsAnyOf("site.url", "base.url");
        assertThat(trap.asked()).isEmpty();
    }

    @Test
    void sendsNoCodeToATokenAddressThatIsNotPublic() {
        var body =
                Consent.shop("Shop", "a-code")
                        .replace(
                                "\"oauth.callback.url\"",
                                "\"oauth.token.url\": \"https://127.0.0.1:"
                                        + trap.port()
                                        + "/token\", \"oauth.callback.url\"");

        var refused = caller.post("/instances", body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text()).contains("oauth.token.url");
        assertThat(trap.asked()).isEmpty();
    }

    @Test
    void followsNoRedirectToWhereItMayNotGo() {
        var created =
                caller.request("POST", "/instances")
                        .query("check", "false")
                        .json(oracle("base.url", vendor.url()))
                        .send();

        var barred = caller.get(proxy(created) + "/to-trap");
        var followed = caller.get(proxy(created) + "/to-other");

        assertThat(barred.status()).isEqualTo(502);
        assertThat(barred.message()).contains("127.0.0.1");
        assertThat(trap.asked()).isEmpty();
        assertThat(vendor.asked()).allMatch(request -> request.contains("Authorization: Basic"));
        assertThat(followed.status()).isEqualTo(200);
        assertThat(other.asked())
                .singleElement()
                .asString()
                .contains("GET /caught ")
                .doesNotContain("Authorization");
    }

    private static String proxy(ApiAnswer instance) {
        return "/instances/" + instance.at("/id").asInt() + "/proxy";
    }

    /** An instance whose base address, or site, is this one. */
    private static String oracle(String key, String value) {
        var body = Caller.oracle("Sales", "password");
        return key.equals("site.url")
                ? body.replace("ada.example.com", value)
                : body.replace("\"username\"", "\"base.url\": \"" + value + "\", \"username\"");
    }
}
