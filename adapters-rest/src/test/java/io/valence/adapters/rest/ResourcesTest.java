package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.adapters.catalog.ShippedElements;
import io.valence.domain.account.Viewer;
import io.valence.domain.call.Header;
import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.api.ApiRequest;
import io.valence.testkit.memory.InMemoryVendors.Reply;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.stream.IntStream;

/** Resources of the shipped elements over HTTP, of vendors in memory. */
class ResourcesTest {
    private static final String ACCOUNTS = "/crmRestApi/resources/latest/accounts";
    private static final String EXPOSED =
            "Elements-Returned-Count, Elements-Total-Count, Elements-Request-Id,"
                    + " Elements-Next-Page-Token, Elements-Trace-Id, Elements-Error,"
                    + " Content-Disposition";

    @AutoClose
    private final ServedApi api =
            ServedApi.offering(ShippedElements.load().visibleTo(new Viewer.Anonymous()));

    private String id = "";
    private String caller = "";

    @BeforeEach
    void provision() {
        var made = api.provisioned("Sales");
        id = made.at("/id").asString();
        caller = api.ada() + ", Element " + made.text("/token");
        answer(
                ACCOUNTS,
                Reply.json(
                        200,
                        """
                        {"items":[{"PartyNumber":"1","Name":"A","Gone":null},{"PartyNumber":"2"}],
                         "count":2,"hasMore":true,"totalResults":5,"limit":2,"offset":0}\
                        """));
    }

    private void answer(String path, Reply reply) {
        api.vendors().answer(path, reply);
    }

    private ApiRequest request(String method, String path) {
        return api.anybody(method, V2 + path).as(caller);
    }

    private ApiAnswer get(String path) {
        return request("GET", path).send();
    }

    @Test
    void givesTheSameBytesWhateverTheHubIsCalled() {
        var first = get("/hubs/crm/accounts?pageSize=2");

        for (String path :
                List.of(
                        "/hubs/documents/accounts",
                        "/hubs/crap/accounts",
                        "/hubs/%F0%9F%98%80/accounts",
                        "/accounts",
                        "/accounts/",
                        "/hubs/crm/accounts/",
                        "/hubs/crm//accounts//")) {
            var same = get(path + "?pageSize=2");
            assertThat(same.status()).as(path).isEqualTo(200);
            assertThat(same.text()).as(path).isEqualTo(first.text());
        }
        assertThat(first.text())
                .isEqualTo(
                        """
                        [{"id":"1","PartyNumber":"1","Name":"A"},{"id":"2","PartyNumber":"2"}]\
                        """);
    }

    @Test
    void saysWhatListsSayInTheirHeaders() {
        var answer =
                request("GET", "/hubs/crm/accounts?pageSize=2")
                        .header("Origin", "https://app.example.com")
                        .send();

        assertThat(answer.header("Elements-Returned-Count")).contains("2");
        assertThat(answer.header("Elements-Total-Count")).contains("5");
        assertThat(answer.header("Elements-Next-Page-Token").orElseThrow())
                .matches("[A-Za-z0-9_-]+");
        assertThat(answer.header("Elements-Element-Instance-Id")).contains(id);
        assertThat(answer.header("Elements-Request-Id").orElseThrow()).matches("[0-9a-f]{24}");
        assertThat(answer.header("Content-Type")).contains("application/json");
        assertThat(answer.headers().allValues("Access-Control-Expose-Headers"))
                .containsExactly(EXPOSED);
        assertThat(answer.header("Elements-Error")).isEmpty();
    }

    @Test
    void exposesNothingToWhoeverIsNoBrowser() {
        assertThat(get("/accounts?pageSize=2").headers().map())
                .doesNotContainKey("access-control-expose-headers");
    }

    @Test
    void givesTheSameTokenToAllHubs() {
        String token = get("/accounts?pageSize=2").header("Elements-Next-Page-Token").orElseThrow();
        answer(
                ACCOUNTS,
                Reply.json(200, "{\"items\":[{\"PartyNumber\":\"3\"}],\"hasMore\":false}"));

        var last = get("/hubs/other/accounts?nextPage=" + token);

        assertThat(last.text()).isEqualTo("[{\"id\":\"3\",\"PartyNumber\":\"3\"}]");
        assertThat(last.headers().map()).doesNotContainKey("elements-next-page-token");
        assertThat(api.vendors().sent().getLast().target())
                .contains("offset=2")
                .contains("limit=2");
        assertThat(get("/contacts?nextPage=" + token).status()).isEqualTo(400);
        assertThat(get("/accounts?nextPage=" + token + "x").status()).isEqualTo(400);
    }

    @Test
    void namesTheInstanceInErrorsToo() {
        answer(ACCOUNTS + "/1", Reply.json(404, "{\"title\":\"No such account\"}"));

        for (String path : List.of("/accounts/1", "/hubs/crm/nothing", "/accounts?pageSize=0")) {
            var answer = get(path);
            assertThat(answer.status()).as(path).isBetween(400, 404);
            assertThat(answer.header("Elements-Element-Instance-Id")).as(path).contains(id);
        }
    }

    @Test
    void answersHeadAsItAnswersGet() {
        var answer = request("HEAD", "/hubs/crm/accounts?pageSize=2").send();

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).isEmpty();
        assertThat(answer.header("Elements-Returned-Count")).contains("2");
        assertThat(api.vendors().sent().getLast().method()).isEqualTo("GET");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT,/accounts",
        "DELETE,/hubs/crm/accounts",
        "POST,/accounts/1",
        "PATCH,/accounts"
    })
    void saysWhichMethodsAPathTakes(String method, String path) {
        var answer = request(method, path).send();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.header("Allow"))
                .contains(path.endsWith("/1") ? "DELETE, GET, HEAD, PATCH" : "GET, HEAD, POST");
        assertThat(api.vendors().sent()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"GET,'POST'", "HEAD,'POST'", "POST,'GET, HEAD'"})
    void saysWhatElseAPathTakesWhenTheVendorRefusesAMethod(String method, String allowed) {
        answer(
                ACCOUNTS,
                new Reply(405, List.of(new Header("Allow", "GET, LOCK")), "{\"title\":\"No\"}"));

        var answer = request(method, "/accounts").json("{\"OrganizationName\":\"A\"}").send();

        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers().allValues("Allow")).containsExactly(allowed);
        assertThat(answer.header("Elements-Element-Instance-Id")).contains(id);
    }

    @Test
    void callsItTheVendorsFailureIfItCannotBePinged() {
        answer(ACCOUNTS, Reply.json(405, "{\"title\":\"No\"}"));

        var answer = get("/ping");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.text("/providerMessage")).contains("No");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/hubs/crm/accounts",
        "GET,/accounts",
        "HEAD,/accounts/1",
        "POST,/hubs/crm/accounts",
        "PATCH,/accounts/1",
        "DELETE,/accounts/1",
        "GET,/hubs/crm/ping",
        "GET,/objects"
    })
    void asksTheVendorNothingForWhoeverTakesNoJson(String method, String path) {
        for (String accept : List.of("text/html", "application/json;q=0, */*", "text/*")) {
            var answer =
                    request(method, path)
                            .header("Accept", accept)
                            .json("{\"OrganizationName\":\"A\"}")
                            .send();

            assertThat(answer.status()).as(accept).isEqualTo(406);
            if (!method.equals("HEAD")) {
                assertThat(answer.message())
                        .isEqualTo("The answer is JSON. Send Accept: application/json.");
            }
        }
        assertThat(api.vendors().sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html, */*;q=0.1", "application/*", "*/*"})
    void answersWhoeverTakesJson(String accept) {
        var answer = request("GET", "/accounts?pageSize=2").header("Accept", accept).send();

        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void givesFilesToWhoeverTakesWhatever() {
        String shop = api.ada() + ", Element " + api.shop().text("/token");
        answer(
                "/v1/Products/1/Images/2",
                new Reply(200, List.of(new Header("Content-Type", "image/png")), "pixels"));
        var file = api.anybody("GET", V2 + "/products/1/images/2").as(shop);
        var explained = api.anybody("GET", V2 + "/products/1/images/2?explain=true").as(shop);

        assertThat(file.header("Accept", "image/png").send().text()).isEqualTo("pixels");
        assertThat(explained.header("Accept", "image/png").send().status()).isEqualTo(406);
    }

    @Test
    void answersABrowsersQuestionItself() {
        var answer =
                api.anybody("OPTIONS", V2 + "/hubs/crm/accounts")
                        .header("Origin", "https://app.example.com")
                        .header("Access-Control-Request-Method", "PATCH")
                        .header("Access-Control-Request-Headers", "Authorization")
                        .send();

        assertThat(answer.status()).isIn(200, 204);
        assertThat(answer.header("Access-Control-Allow-Methods").orElseThrow()).contains("PATCH");
        assertThat(api.vendors().sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/hubs/crm/accounts", "/accounts", "/hubs/crm/nothing"})
    void letsNobodyInWithoutAllSecrets(String path) {
        String token = caller.substring(caller.indexOf("Element "));
        for (String header :
                List.of(
                        api.ada(),
                        token,
                        api.ada() + ", Element wrong",
                        api.zoe() + ", " + token,
                        "User wrong, " + token,
                        "User " + api.userSecret() + ", Organization wrong, " + token)) {
            var answer = api.anybody("GET", V2 + path).as(header).send();
            assertThat(answer.status()).as(header).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).as(header).isPresent();
        }
        assertThat(api.vendors().sent()).isEmpty();
    }

    @Test
    void letsADeletedInstancesTokenNotIn() {
        api.ada("DELETE", "/instances/" + id).send();

        assertThat(get("/accounts").status()).isEqualTo(401);
        assertThat(get("/hubs/crm/accounts").status()).isEqualTo(401);
    }

    @Test
    void refusesADisabledInstance() {
        api.ada("DELETE", "/instances/" + id + "/enabled").send();

        var answer = get("/accounts");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.message()).contains("/instances/" + id + "/enabled");
    }

    @Test
    void knowsNoPathOfNobodys() {
        for (String path : List.of("/accounts", "/nothing", "/nothing/at/all", "/favicon.ico")) {
            assertThat(api.anybody("GET", V2 + path).send().status()).as(path).isEqualTo(404);
        }
        assertThat(api.anybody("GET", V2 + "/hubs/crm/accounts").send().status()).isEqualTo(401);
    }

    @Test
    void goesBeforeResourcesWithItsOwnPaths() {
        assertThat(get("/hubs").at("/0/key").isMissingNode()).isFalse();
        assertThat(get("/elements").at("/0/key").isMissingNode()).isFalse();
        assertThat(get("/instances").status()).isEqualTo(200);
        for (String own : List.of("usage", "formulas", "jobs", "bulk", "events", "organizations")) {
            assertThat(get("/" + own).status()).as(own).isEqualTo(404);
        }
        assertThat(api.vendors().sent()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/accounts/%zz", "/accounts/%FF", "/accounts/%00", "/accounts/a%0Ab"})
    void refusesPathsThatCannotBeRead(String path) throws Exception {
        try (var wire = api.connect()) {
            wire.send(
                    "GET %s HTTP/1.1\r\nHost: h\r\nAuthorization: %s\r\n\r\n"
                            .formatted(V2 + path, caller));

            assertThat(wire.receive().status()).isEqualTo(400);
        }
        assertThat(api.vendors().sent()).isEmpty();
    }

    @Test
    void sendsASlashInANameAsPartOfTheName() {
        answer(ACCOUNTS + "/a%2Fb", Reply.json(200, "{\"PartyNumber\":\"a/b\"}"));

        assertThat(get("/accounts/a%2Fb").text("/id")).isEqualTo("a/b");
    }

    @Test
    void mapsEveryStatusOfTheVendorsAndKeepsItsSecrets() {
        for (int status : IntStream.rangeClosed(300, 599).toArray()) {
            answer(ACCOUNTS + "/1", Reply.json(status, "{\"title\":\"It says pa55word to ada\"}"));

            var answer = get("/accounts/1");

            assertThat(answer.status()).as("%d", status).isEqualTo(own(status));
            assertThat(answer.text("/providerMessage"))
                    .as("%d", status)
                    .contains("It says")
                    .doesNotContain("pa55word");
            assertThat(answer.message()).isNotBlank();
        }
    }

    /** As callers know statuses. */
    private static int own(int vendors) {
        return switch (vendors) {
            case 401, 403, 404, 405, 406, 409, 412, 413, 415, 423, 429 -> vendors;
            case 408, 504 -> 504;
            default -> vendors >= 400 && vendors < 500 ? 400 : 502;
        };
    }

    @Test
    void saysThatTheVendorsAnswerWasNone() {
        answer(ACCOUNTS, new Reply(200, List.of(), "<html>Please sign in</html>"));

        var answer = get("/accounts");

        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.message())
                .startsWith(
                        "The vendor did not do its part: its answer is not the JSON it should be");
    }

    @Test
    void passesOnHowOftenTheVendorMayBeAsked() {
        answer(
                ACCOUNTS + "/1",
                new Reply(
                        429,
                        List.of(
                                new Header("X-RateLimit-Limit", "100"),
                                new Header("X-RateLimit-Remaining", "0"),
                                new Header("X-RateLimit-Reset", "30"),
                                new Header("Retry-After", "30")),
                        "Too fast"));

        var answer = request("DELETE", "/accounts/1").send();

        assertThat(answer.status()).isEqualTo(429);
        assertThat(answer.header("RateLimit")).contains("\"default\";r=0;t=30");
        assertThat(answer.header("RateLimit-Policy")).contains("\"default\";q=100");
        assertThat(answer.header("Retry-After")).contains("30");
    }

    @Test
    void saysWhatIsWrongWithABody() {
        assertThat(request("POST", "/accounts").json("{").send().message())
                .startsWith("The body cannot be read as JSON: ");
        assertThat(request("POST", "/accounts").send().message()).contains("The body is missing");
        assertThat(request("POST", "/accounts").body("text/plain", new byte[] {65}).send().status())
                .isEqualTo(415);
        assertThat(
                        request("POST", "/accounts")
                                .body("application/json", new byte[(4 << 20) + 1])
                                .send()
                                .status())
                .isEqualTo(413);
        assertThat(api.vendors().sent()).isEmpty();
    }

    @Test
    void saysThatItIsTheValuesOfABodyThatAreTooMany() {
        String body = "[" + "{},".repeat((4 << 20) / 3 - 2) + "{}]";

        var answer = request("POST", "/accounts").json(body).send();

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.message()).startsWith("The body has too many values: ");
        assertThat(api.vendors().sent()).isEmpty();
    }

    @Test
    void answers200ToWhoeverMakesOrRemovesARecord() {
        answer(ACCOUNTS, Reply.json(201, "{\"PartyNumber\":\"7\",\"OrganizationName\":\"A\"}"));
        answer(ACCOUNTS + "/7", new Reply(204, List.of(), ""));

        var made = request("POST", "/accounts").json("{\"OrganizationName\":\"A\"}").send();
        var removed = request("DELETE", "/accounts/7").send();

        assertThat(made.status()).isEqualTo(200);
        assertThat(made.text("/id")).isEqualTo("7");
        assertThat(removed.status()).isEqualTo(200);
        assertThat(removed.text()).isEqualTo("{}");
        assertThat(made.headers().map())
                .doesNotContainKeys("elements-returned-count", "elements-total-count");
    }

    @Test
    void takesLongQueriesAndGivesTokensThatItTakesBack() {
        String where = "OrganizationName = '" + "x".repeat(8_000) + "'";
        int left = 9_000 - "where".length() - where.length() - "fields".length();

        var first = longest(where, padded(left));
        var token = first.header("Elements-Next-Page-Token").orElseThrow();
        var second = request("GET", "/accounts").query("nextPage", token).send();
        var tooLong = longest(where, padded(left + 1));

        assertThat(first.status()).isEqualTo(200);
        assertThat(token).hasSizeGreaterThan(12_000);
        assertThat(second.status()).isEqualTo(200);
        assertThat(api.vendors().sent().getLast().target()).contains("offset=2").contains("xxx");
        assertThat(tooLong.status()).isEqualTo(400);
        assertThat(tooLong.message()).contains("send at most 9000 bytes");
    }

    /** The name of a field, with blanks behind it that have no meaning. */
    private static String padded(int length) {
        return "PartyNumber" + " ".repeat(length - "PartyNumber".length());
    }

    private ApiAnswer longest(String where, String fields) {
        return request("GET", "/accounts")
                .query("where", where)
                .query("fields", fields)
                .query("pageSize", "2")
                .send();
    }

    @Test
    void takesTokensBackWithTheHeadersOfABrowser() {
        String where = "OrganizationName = '" + "x".repeat(8_000) + "'";
        String token = longest(where, padded(900)).header("Elements-Next-Page-Token").orElseThrow();

        var next =
                request("GET", "/hubs/crm/accounts")
                        .query("nextPage", token)
                        .header("Origin", "https://app.example.com")
                        .header("Referer", "https://app.example.com/" + "r".repeat(400))
                        .header("User-Agent", "Mozilla/5.0 " + "u".repeat(200))
                        .header("Accept-Language", "de-DE,de;q=0.9,en-GB;q=0.8,en;q=0.7")
                        .header("Cookie", "session=" + "c".repeat(500))
                        .send();

        assertThat(next.status()).isEqualTo(200);
    }
}
