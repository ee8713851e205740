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
import java.time.Duration;

class SapAnywhereTest {
    private Sandbox sandbox;
    private SapAnywhere vendor;
    private Browser browser;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        vendor = sandbox.sapAnywhere();
        var token = new Application(vendor).granted().access();
        browser = new Browser().with("Authorization", "Bearer " + token);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String url(String rest) {
        return vendor.baseUrl() + rest;
    }

    private JsonNode read(String rest) {
        var response = browser.get(url(rest));
        assertThat(response.statusCode()).as(rest + " " + response.body()).isEqualTo(200);
        return Browser.json(response);
    }

    private int status(String rest) {
        return browser.get(url(rest)).statusCode();
    }

    @Test
    void letsNobodyInWithoutAToken() {
        var response = new Browser().get(url("Customers"));

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(Browser.json(response).path("errorCode").asString()).isEqualTo("invalid_token");
        assertThat(new Browser().get(url("Customers?access_token=guess.AAAA")).statusCode())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Customers",
                "SalesOrders",
                "SalesOrders/ExceptionReasons",
                "SalesOrders/FulfillmentMethods",
                "SalesOrders/PaymentTypes",
                "Products",
                "Products/Brands",
                "Products/Manufacturers",
                "Products/ProductTaxClasses",
                "Products/Variants",
                "Products/VariantValues",
                "Customers/1/Contacts",
                "Customers/1/Notes"
            })
    void listsArrays(String resource) {
        var page = read(resource + "?limit=2");

        assertThat(page.isArray()).isTrue();
        assertThat(page).isNotEmpty().allSatisfy(row -> assertThat(row.has("id")).isTrue());
    }

    @Test
    void pagesWithoutGaps() {
        var first = read("Products?limit=2&offset=0&select=id");
        var second = read("Products?limit=2&offset=2&select=id");

        assertThat(first.toString() + second)
                .isEqualTo("[{\"id\":1},{\"id\":2}][{\"id\":3},{\"id\":4}]");
        assertThat(read("Products")).hasSize(20);
        assertThat(read("Products?limit=100&offset=180")).hasSize(40);
        assertThat(status("Products?limit=101")).isEqualTo(400);
        assertThat(status("Products?limit=ten")).isEqualTo(400);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "Customers | (firstName eq 'Brian') | 11",
                "Customers | (firstName eq 'Brian') and (lastName ne 'Smith') | 10",
                "Customers | lastName eq 'O''Neill' | 14",
                "Customers | (id gt '248') | 2",
                "Customers | (id ge 248) and (membershipEnabled eq true) | 1",
                "Customers | (creationTime lt '2026-01-05T08:40:00.000Z') | 1",
                "Customers | (fax eq null) | 250",
                "SalesOrders | (orderType eq 'SELL_ORDER') | 275",
                "SalesOrders | (salesTotal le '30.5') | 3",
                "Products/Brands | (name eq 'Brand 3') | 1"
            })
    void countsWhatTheFilterAsksFor(String resource, String filter, int count) {
        var found = read(resource + "/count?filter=" + Browser.encode(filter));

        assertThat(found.asInt()).isEqualTo(count);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(nonsense eq 'x')",
                "(firstName like 'x')",
                "(firstName eq 'x'",
                "(firstName eq 'x)",
                "(firstName eq x)",
                "(firstName eq 'x') or (lastName eq 'y')",
                "(firstName eq 'x') and",
                "firstName",
                "()"
            })
    void refusesABrokenFilter(String filter) {
        var response = browser.get(url("Customers?filter=" + Browser.encode(filter)));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(Browser.json(response).path("message").asString()).isNotBlank();
    }

    @Test
    void selectsExpandsAndOrders() {
        var page = read("SalesOrders?select=id,customer&orderby=id%20desc&limit=1");
        var expanded = read("SalesOrders/300?expand=customer&select=id,customer");

        assertThat(page.toString()).isEqualTo("[{\"id\":300,\"customer\":{\"id\":51}}]");
        assertThat(expanded.at("/customer/name").isString()).isTrue();
        assertThat(read("SalesOrders/300?expand=*").at("/channel/name").isString()).isTrue();
        assertThat(status("SalesOrders?orderby=nonsense")).isEqualTo(400);
        assertThat(status("SalesOrders?select=nonsense")).isEqualTo(400);
    }

    @Test
    void createsChangesAndActs() {
        var created = browser.post(url("Customers"), "{\"lastName\": \"Öz\", \"stage\": \"LEAD\"}");
        var id = created.body();
        var changed = browser.patch(url("Customers/" + id), "{\"firstName\": \"Can\"}");
        var enabled = browser.post(url("Customers/" + id + "/enableMembership"), "{}");
        var cancelled = browser.post(url("SalesOrders/7/cancel"), "{\"reason\": \"late\"}");
        var brand = browser.post(url("Products/Brands"), "{\"name\": \"New\"}");

        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(id).isEqualTo("251");
        assertThat(changed.statusCode()).isEqualTo(200);
        assertThat(enabled.statusCode()).isEqualTo(204);
        assertThat(read("Customers/" + id).path("membershipEnabled").asBoolean()).isTrue();
        assertThat(read("Customers/" + id).path("lastName").asString()).isEqualTo("Öz");
        assertThat(cancelled.statusCode()).isEqualTo(204);
        assertThat(read("SalesOrders/7").path("status").asString()).isEqualTo("tsCanceled");
        assertThat(brand.body()).isEqualTo("13");
        assertThat(browser.delete(url("Products/Brands/13")).statusCode()).isEqualTo(204);
        assertThat(status("Products/Brands/13")).isEqualTo(404);
        assertThat(browser.post(url("Customers"), "{}").statusCode()).isEqualTo(400);
        assertThat(browser.post(url("Customers"), "{\"nope\": 1}").statusCode()).isEqualTo(400);
        assertThat(browser.delete(url("Customers/1")).statusCode()).isEqualTo(405);
    }

    @Test
    void keepsNotesAndWebhooks() {
        var note = browser.post(url("Customers/5/Notes"), "{\"content\": \"Calls back\"}");
        var hook =
                browser.post(
                        url("Webhooks"),
                        "{\"callbackUrl\": \"https://a.example/\", \"eventType\":"
                                + " \"Customer/CREATE\"}");

        assertThat(note.body()).isEqualTo("2");
        assertThat(browser.patch(url("Customers/5/Notes/2"), "{\"content\": \"Called\"}").body())
                .contains("Called");
        assertThat(read("Customers/5/Notes")).hasSize(2);
        assertThat(browser.delete(url("Customers/5/Notes/2")).statusCode()).isEqualTo(204);
        assertThat(status("Customers/5/Notes/2")).isEqualTo(404);
        assertThat(status("Customers/9999/Notes")).isEqualTo(404);
        assertThat(hook.body()).isEqualTo("1");
        assertThat(read("Webhooks")).hasSize(1);
        assertThat(browser.delete(url("Webhooks/1")).statusCode()).isEqualTo(204);
    }

    @Test
    void describesFieldsAndValues() {
        assertThat(read("Customers/CustomFieldsMeta")).isNotEmpty();
        assertThat(read("SalesOrders/CustomFieldsMeta")).isNotEmpty();
        assertThat(read("Customers/validValues?fieldName=title")).hasSize(4);
        assertThat(read("SalesOrders/validValues?fieldName=status")).hasSize(3);
        assertThat(status("Customers/validValues")).isEqualTo(400);
        assertThat(status("Customers/validValues?fieldName=email")).isEqualTo(400);
    }

    @Test
    void limitsTheRateOnDemand() throws Exception {
        vendor.limit(2, Duration.ofSeconds(1));

        var first = browser.get(url("Products/1"));
        browser.get(url("Products/1"));
        var third = browser.get(url("Products/1"));

        assertThat(first.headers().firstValue("X-RateLimit-Limit")).hasValue("2");
        assertThat(first.headers().firstValue("X-RateLimit-Remaining")).hasValue("1");
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(third.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(Browser.json(third).path("errorCode").asString()).isEqualTo("too_many_requests");
        Thread.sleep(1_050);
        assertThat(status("Products/1")).isEqualTo(200);
        vendor.behave();
        assertThat(browser.get(url("Products/1")).headers().firstValue("X-RateLimit-Limit"))
                .isEmpty();
    }

    @Test
    void failsOnDemand() {
        vendor.answerNext(1, 500, "text/html", "<h1>Oops</h1>");
        vendor.hangUpNext(1);

        assertThat(status("Products/1")).isEqualTo(500);
        assertThatThrownBy(() -> browser.post(url("Webhooks"), "{}"))
                .isInstanceOf(UncheckedIOException.class);
        assertThat(status("Products/1")).isEqualTo(200);
        assertThat(vendor.calls()).isEqualTo(3);
    }

    @Test
    void answersNothingElsewhere() {
        var address = "http://" + sandbox.hostAndPort();

        assertThat(browser.get(address + "/").statusCode()).isEqualTo(404);
        assertThat(browser.get(address + "/sap").statusCode()).isEqualTo(404);
        assertThat(browser.get(address + "/sap/sbo/oauth2/other").statusCode()).isEqualTo(404);
        assertThat(status("Nothing")).isEqualTo(404);
        assertThat(status("Products/1/Nothing")).isEqualTo(404);
    }
}
