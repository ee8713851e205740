package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.Consent;
import io.valence.server.RunningServer;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The records of a stand-in for SAP Anywhere, through the whole server. */
class SapResourcesJourney {
    private static final String SHOP = "/hubs/ecommerce";

    @TempDir Path folder;

    private RunningServer server;
    private Caller owner;
    private Caller caller;

    @BeforeEach
    void provision() {
        server = RunningServer.startWithSandbox(folder, Map.of());
        owner = Caller.first(server.url());
        caller =
                owner.withToken(
                        Consent.provisioned(owner, server.sandbox().sapAnywhere()).text("/token"));
    }

    @AfterEach
    void stop() {
        owner.close();
        server.close();
    }

    private ApiAnswer find(String path, String where) {
        var answer = caller.request("GET", SHOP + path).query("where", where).send();
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    private ApiAnswer good(ApiAnswer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return answer;
    }

    @Test
    void findsAndCountsCustomers() {
        var some = find("/customers", "firstName = 'Brian'");
        var count = find("/customers/count", "firstName = 'Brian'");
        var everybody = good(caller.get(SHOP + "/customers/count"));

        assertThat(some.json()).isNotEmpty();
        some.json().forEach(one -> assertThat(one.path("firstName").asString()).isEqualTo("Brian"));
        assertThat(number(count)).isEqualTo(some.json().size());
        assertThat(number(everybody)).isGreaterThan(number(count));
    }

    @Test
    void pingsByAskingTheVendor() {
        var vendor = server.sandbox().sapAnywhere();
        long before = vendor.calls();

        var well = caller.get(SHOP + "/ping");
        long asked = vendor.calls() - before;
        vendor.answerNext(1, 403, "application/json", "{\"message\":\"no more\"}");
        var refused = caller.get(SHOP + "/ping");
        vendor.revokeEverything();
        var revoked = caller.get(SHOP + "/ping");

        assertThat(good(well).text("/endpoint")).isEqualTo("sapanywhere");
        assertThat(asked).isEqualTo(1);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(revoked.status()).isEqualTo(401);
    }

    private static int number(ApiAnswer count) {
        return Integer.parseInt(count.text().replaceAll("[^0-9]", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/customers", "/orders", "/products"})
    void pagesToTheEnd(String path) {
        int count = number(good(caller.get(SHOP + path + "/count")));
        List<String> seen = new ArrayList<>();

        var page = good(caller.get(SHOP + path + "?pageSize=130"));
        page.json().forEach(one -> seen.add(one.path("id").asString()));
        while (page.header("Elements-Next-Page-Token").isPresent()) {
            String token = page.header("Elements-Next-Page-Token").get();
            page = good(caller.get(SHOP + path + "?nextPage=" + token));
            page.json().forEach(one -> seen.add(one.path("id").asString()));
        }

        assertThat(seen).hasSize(count);
        assertThat(new HashSet<>(seen)).hasSize(count);
    }

    @Test
    void leadsACustomersLife() {
        var made =
                good(
                        caller.post(
                                SHOP + "/customers",
                                "{\"firstName\": \"Zoë\", \"lastName\": \"Q\"}"));
        assertThat(made.json()).hasSize(1);
        var path = SHOP + "/customers/" + made.at("/id").asString();

        assertThat(good(caller.get(path)).text("/firstName")).isEqualTo("Zoë");
        good(caller.request("PATCH", path).json("{\"firstName\": \"Ada\"}").send());
        assertThat(caller.get(path).text("/firstName")).isEqualTo("Ada");

        var note = good(caller.post(path + "/notes", "{\"content\": \"Likes tea\"}"));
        var noted = path + "/notes/" + note.at("/id").asString();
        assertThat(good(caller.get(noted)).text("/content")).isEqualTo("Likes tea");
        assertThat(good(caller.get(path + "/notes")).json()).hasSize(2);
        good(caller.request("PATCH", noted).json("{\"content\": \"Likes coffee\"}").send());
        assertThat(caller.get(noted).text("/content")).isEqualTo("Likes coffee");
        assertThat(caller.delete(noted).status()).isEqualTo(200);
        assertThat(caller.get(noted).status()).isEqualTo(404);
    }

    @Test
    void keepsAFileByteForByte() {
        byte[] file = new byte[5 << 20];
        new Random(4711).nextBytes(file);
        var door = SHOP + "/customers/1/attachments";

        var stored = good(upload(door, "Angebot \u00fc.pdf", file));
        var path = door + "/" + stored.at("/id").asString();
        var listed = good(caller.get(door));
        var loaded = good(caller.get(path));

        assertThat(listed.at("/0/fileSize").asInt()).isEqualTo(file.length);
        assertThat(loaded.bytes()).isEqualTo(file);
        assertThat(loaded.header("Content-Type")).contains("application/pdf");
        assertThat(loaded.header("Content-Disposition").orElseThrow())
                .contains("Angebot%20%C3%BC.pdf");
        assertThat(loaded.header("Elements-Element-Instance-Id")).isPresent();
        assertThat(caller.delete(path).status()).isEqualTo(200);
        var gone = caller.get(path);
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.text("/providerMessage")).isNotBlank();
        assertThat(good(caller.get(door)).text()).isEqualTo("[]");
    }

    private ApiAnswer upload(String path, String name, byte[] file) {
        String boundary = "----a-boundary-of-its-own";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                ("--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + name
                                + "\"\r\nContent-Type: application/pdf\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(file);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return caller.request("POST", path)
                .body("multipart/form-data; boundary=" + boundary, body.toByteArray())
                .send();
    }

    @Test
    void refusesAFileThatIsNone() {
        var answer = caller.post(SHOP + "/customers/1/attachments", "{}");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.message()).contains("multipart/form-data");
    }

    @Test
    void leadsThroughOrdersAndTheirLists() {
        var sold = find("/orders", "orderType = 'SELL_ORDER'");
        assertThat(sold.json()).isNotEmpty();
        var first = good(caller.get(SHOP + "/orders/" + sold.at("/0/id").asString()));
        assertThat(first.text("/orderType")).isEqualTo("SELL_ORDER");

        assertThat(find("/orders/exception-reasons", "description = 'Quality Issue'").json())
                .hasSize(1);
        assertThat(find("/orders/fulfillment-methods", "name = 'Self Pickup'").json()).hasSize(1);
        assertThat(find("/orders/payment-types", "name = 'Cash on Delivery'").json()).hasSize(1);

        assertThat(caller.delete(SHOP + "/orders/" + first.at("/id").asString()).status())
                .isEqualTo(200);
        assertThat(caller.get(SHOP + "/orders/" + first.at("/id").asString()).text("/status"))
                .isEqualTo("tsCanceled");
    }

    @Test
    void leadsThroughProductsAndBrands() {
        var cheapest =
                good(caller.get(SHOP + "/products?pageSize=3&orderBy=name%20desc&fields=id,name"));
        List<String> names = new ArrayList<>();
        cheapest.json().forEach(one -> names.add(one.path("name").asString()));
        assertThat(names).hasSize(3).isSortedAccordingTo((a, b) -> b.compareTo(a));
        assertThat(cheapest.at("/0")).hasSize(2);

        var brand = good(caller.post(SHOP + "/products/brands", "{\"name\": \"Own\"}"));
        var path = SHOP + "/products/brands/" + brand.at("/id").asString();
        assertThat(good(caller.get(path)).text("/name")).isEqualTo("Own");
        assertThat(caller.delete(path).status()).isEqualTo(200);
        assertThat(caller.get(path).status()).isEqualTo(404);
    }

    @Test
    void knowsWhichValuesThereAre() {
        assertThat(good(caller.get(SHOP + "/customers/valid-values?fieldName=title")).text())
                .contains("DR");
        assertThat(good(caller.get(SHOP + "/orders/valid-values?fieldName=status")).text())
                .contains("tsCanceled");
    }
}
