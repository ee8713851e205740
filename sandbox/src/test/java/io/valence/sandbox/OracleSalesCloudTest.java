package io.valence.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

class OracleSalesCloudTest {
    private Sandbox sandbox;
    private Browser browser;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        browser =
                new Browser()
                        .with(
                                "Authorization",
                                Browser.basic(OracleSalesCloud.USER, OracleSalesCloud.PASSWORD));
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String url(String rest) {
        return sandbox.oracleSalesCloud().baseUrl() + "/crmRestApi/resources/latest/" + rest;
    }

    private JsonNode list(String rest) {
        var response = browser.get(url(rest));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Browser.json(response);
    }

    @Test
    void letsNobodyInWithAnotherPassword() {
        var stranger = new Browser().with("Authorization", Browser.basic("demo", "guess"));

        var response = stranger.get(url("accounts"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Basic");
        assertThat(Browser.json(response).path("status").asString()).isEqualTo("401");
        assertThat(new Browser().get(url("accounts")).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "accounts, PartyNumber",
        "contacts, PartyNumber",
        "leads, LeadId",
        "opportunities, OptyNumber",
        "deals, DealId",
        "activities, ActivityNumber",
        "resourceUsers, ResourceProfileId"
    })
    void listsAndReadsEveryResource(String resource, String idField) {
        var page = list(resource + "?limit=1");

        var id = page.at("/items/0/" + idField).asString();
        var one = list(resource + "/" + id);

        assertThat(page.path("count").asInt()).isEqualTo(1);
        assertThat(page.path("hasMore").asBoolean()).isTrue();
        assertThat(page.path("links")).isNotEmpty();
        assertThat(one.path(idField).asString()).isEqualTo(id);
        assertThat(one.path("CreationDate").asString()).matches(".{19}\\+00:00");
        assertThat(one.path("LastUpdateDate").isString()).isTrue();
    }

    @Test
    void pagesWithoutGapsAndTellsTheTotal() {
        var first = list("contacts?limit=2&offset=0&totalResults=true&onlyData=true");
        var second = list("contacts?limit=2&offset=2");
        var both = list("contacts?limit=4&onlyData=true");
        var last = list("contacts?limit=999&offset=290&onlyData=true");

        assertThat(first.path("totalResults").asInt()).isEqualTo(300);
        assertThat(first.has("links")).isFalse();
        assertThat(numbers(both)).isEqualTo(concat(numbers(first), numbers(second)));
        assertThat(last.path("count").asInt()).isEqualTo(10);
        assertThat(last.path("limit").asInt()).isEqualTo(500);
        assertThat(last.path("hasMore").asBoolean()).isFalse();
        assertThat(list("contacts").path("count").asInt()).isEqualTo(25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "LastName='O''Neill' | 16",
                "LastName = 'O''Neill' and FirstName = 'Ada' | 1",
                "LastName='O''Neill';FirstName!='Ada' | 15",
                "FirstName LIKE 'bri%' | 14",
                "FirstName<>'Brian' | 286",
                "CreationDate < '2026-01-05T09:30:00+01:00' | 0",
                "CreationDate <= '2026-01-05T09:30:00+01:00' | 1",
                "AccountPartyId>=300000001000239 | 1",
                "AccountPartyId IS NULL | 0",
                "JobTitle='nobody' | 0"
            })
    void findsWhatTheQueryAsksFor(String q, int count) {
        var page = list("contacts?totalResults=true&q=" + Browser.encode(q));

        assertThat(page.path("totalResults").asInt()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Nonsense='x'",
                "LastName",
                "LastName=",
                "LastName='open",
                "LastName=='x'",
                "LastName='x' or FirstName='y'",
                "LastName='x';",
                "LastName='x' FirstName='y'",
                "='x'",
                "LastName=word"
            })
    void refusesABrokenQuery(String q) {
        var response = browser.get(url("contacts?q=" + Browser.encode(q)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo("application/vnd.oracle.adf.error+json");
        assertThat(Browser.json(response).at("/o:errorDetails/0/detail").asString()).isNotBlank();
    }

    @Test
    void choosesFieldsAndOrder() {
        var page = list("leads?fields=Rank,Name&onlyData=true&orderBy=Rank:desc,Name:asc&limit=3");

        assertThat(page.path("items"))
                .allSatisfy(
                        item -> {
                            assertThat(item.propertyNames()).containsExactly("Name", "Rank");
                            assertThat(item.path("Rank").asString()).isEqualTo("WARM");
                        });
        assertThat(page.at("/items/0/Name").asString()).startsWith("Lead 101 ");
        assertThat(browser.get(url("leads?orderBy=Rank:up")).statusCode()).isEqualTo(400);
        assertThat(browser.get(url("leads?fields=Nope")).statusCode()).isEqualTo(400);
        assertThat(browser.get(url("leads?limit=-1")).statusCode()).isEqualTo(400);
    }

    @Test
    void createsChangesAndRemoves() {
        var created =
                browser.post(
                        url("accounts"),
                        """
                        {"OrganizationName": "Örtlich", "PrimaryAddress": [{"City": "Ulm"}]}
                        """);
        var id = Browser.json(created).path("PartyNumber").asString();
        var changed = browser.patch(url("accounts/" + id), "{\"Type\": \"ZCA_PROSPECT\"}");
        var removed = browser.delete(url("accounts/" + id));

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.headers().firstValue("Content-Type").orElseThrow())
                .isEqualTo("application/vnd.oracle.adf.resourceitem+json");
        assertThat(Browser.json(created).at("/PrimaryAddress/0/City").asString()).isEqualTo("Ulm");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(Browser.json(changed).path("OrganizationName").asString()).isEqualTo("Örtlich");
        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(browser.get(url("accounts/" + id)).statusCode()).isEqualTo(404);
        assertThat(browser.delete(url("accounts/" + id)).statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsNoRecord() {
        var large = "{\"OrganizationName\": \"" + "x".repeat(1 << 20) + "\"}";

        assertThat(browser.post(url("accounts"), "{}").statusCode()).isEqualTo(400);
        assertThat(browser.post(url("accounts"), "[1]").statusCode()).isEqualTo(400);
        assertThat(browser.post(url("accounts"), "{\"a\":").statusCode()).isEqualTo(400);
        assertThat(browser.post(url("accounts"), "{\"Nope\": 1}").statusCode()).isEqualTo(400);
        assertThat(browser.post(url("accounts"), large).statusCode()).isEqualTo(413);
        assertThat(browser.post(url("nothing"), "{}").statusCode()).isEqualTo(404);
        assertThat(browser.delete(url("accounts")).statusCode()).isEqualTo(405);
    }

    @Test
    void answersHeadLikeGetWithoutTheBody() {
        var whole = browser.get(url("deals?onlyData=true"));
        var head =
                browser.send(
                        "HEAD", url("deals?onlyData=true"), HttpRequest.BodyPublishers.noBody());

        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(head.headers().firstValueAsLong("Content-Length"))
                .isEqualTo(whole.headers().firstValueAsLong("Content-Length"));
    }

    @Test
    void misbehavesOnDemandAndBehavesAgain() {
        var vendor = sandbox.oracleSalesCloud();
        vendor.limit(1, Duration.ofMinutes(1));
        var first = browser.get(url("deals?limit=1"));
        var second = browser.get(url("deals?limit=1"));
        vendor.behave();
        vendor.answerNext(1, 502, "text/html", "<h1>Bad gateway</h1>");
        var third = browser.get(url("deals?limit=1"));
        var fourth = browser.get(url("deals?limit=1"));

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(429);
        assertThat(Browser.json(second).path("title").asString()).isEqualTo("Too Many Requests");
        assertThat(third.statusCode()).isEqualTo(502);
        assertThat(fourth.statusCode()).isEqualTo(200);
        assertThat(vendor.calls()).isEqualTo(4);
    }

    @Test
    void takesThePasswordOfTheOptionsAndNoPortTwice() {
        var options = SandboxOptions.defaults().oraclePassword("another");
        try (var other = Sandbox.start(options)) {
            var url = other.oracleSalesCloud().baseUrl() + "/crmRestApi/resources/latest/deals";
            var known =
                    new Browser()
                            .with("Authorization", Browser.basic(OracleSalesCloud.USER, "another"));

            assertThat(known.get(url).statusCode()).isEqualTo(200);
            assertThat(browser.get(url).statusCode()).isEqualTo(401);
            assertThat(options.toString()).doesNotContain("another");
            assertThatThrownBy(() -> Sandbox.start(options.port(other.port())))
                    .isInstanceOf(UncheckedIOException.class);
        }
    }

    private static List<String> numbers(JsonNode page) {
        return page.path("items")
                .valueStream()
                .map(item -> item.path("PartyNumber").asString())
                .toList();
    }

    private static List<String> concat(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
