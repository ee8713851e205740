package io.valence.adapters.rest;

import static io.valence.adapters.rest.ServedApi.V2;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.parser.SwaggerParser;
import io.valence.adapters.catalog.ShippedElements;
import io.valence.domain.account.Viewer;
import io.valence.domain.element.Element;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The descriptions of the shipped elements, as callers get them. */
class DocumentationTest {
    private static final Viewer ANYBODY = new Viewer.Anonymous();
    private static final List<Element> SHIPPED = ShippedElements.load().visibleTo(ANYBODY);

    @AutoClose private final ServedApi api = ServedApi.offering(SHIPPED);

    private ApiAnswer docs(String element) {
        return api.anybody("GET", V2 + "/elements/" + element + "/docs").send();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oraclesalescloud", "sapanywhere", "1948", "1468"})
    void isSwaggerThatValidates(String element) {
        var answer = docs(element);

        var read = new SwaggerParser().readWithInfo(answer.text());

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getSwagger().getPaths()).hasSizeGreaterThan(15);
        assertThat(read.getSwagger().getDefinitions()).hasSizeGreaterThan(3);
    }

    @Test
    void tellsWhichElementItIsOf() {
        var answer = docs("sapanywhere");

        assertThat(answer.text("/swagger")).isEqualTo("2.0");
        assertThat(answer.text("/basePath")).isEqualTo("/elements/api-v2");
        assertThat(answer.text("/host")).startsWith("127.0.0.1:");
        assertThat(answer.at("/schemes").toString()).isEqualTo("[\"http\"]");
        assertThat(answer.text("/info/title")).isEqualTo("SAP Anywhere");
        assertThat(answer.text("/info/x-element-key")).isEqualTo("sapanywhere");
        assertThat(answer.text("/info/x-element-hub")).isEqualTo("ecommerce");
        assertThat(answer.at("/info/x-element-id").asInt()).isEqualTo(2198);
    }

    @Test
    void takesTheVersionThatClientsAskFor() {
        var latest =
                api.anybody("GET", V2 + "/elements/sapanywhere/docs").query("version", "-1").send();

        assertThat(latest.text()).isEqualTo(docs("sapanywhere").text());
    }

    @Test
    void describesPathsWithoutAHub() {
        var paths = docs("sapanywhere").at("/paths");

        assertThat(paths.propertyNames())
                .contains("/customers", "/customers/{id}/notes/{noteId}", "/products/brands/count")
                .contains("/ping", "/objects", "/objects/{objectName}/metadata")
                .doesNotContain("/webhooks")
                .noneMatch(path -> path.startsWith("/hubs"));
        assertThat(paths.path("/customers/{id}").propertyNames())
                .containsExactlyInAnyOrder("get", "patch");
    }

    @Test
    void describesWhatEveryOperationTakesAndAnswers() {
        List<String> operationIds = new ArrayList<>();
        for (JsonNode path : docs("sapanywhere").at("/paths")) {
            for (JsonNode operation : path) {
                operationIds.add(operation.path("operationId").asString());

                assertThat(operation.path("tags").size()).isEqualTo(1);
                assertThat(operation.at("/parameters/0/name").asString())
                        .isEqualTo("Authorization");
                assertThat(operation.path("responses").propertyNames())
                        .containsExactly(
                                "200", "400", "401", "403", "404", "405", "406", "409", "415",
                                "429", "500", "502");
            }
        }
        assertThat(operationIds).hasSize(88).doesNotHaveDuplicates().contains("getCustomersById");
    }

    @Test
    void describesLists() {
        var list = docs("oraclesalescloud").at("/paths").path("/accounts").path("get");

        assertThat(list.path("parameters").findValuesAsString("name"))
                .containsExactlyInAnyOrder(
                        "Authorization",
                        "where",
                        "page",
                        "pageSize",
                        "fields",
                        "orderBy",
                        "nextPage");
        assertThat(list.at("/responses/200/schema/type").asString()).isEqualTo("array");
        assertThat(list.at("/responses/200/schema/items/$ref").asString())
                .isEqualTo("#/definitions/accounts");
    }

    @ParameterizedTest
    @CsvSource({
        "/customers/{id}/attachments, post, /consumes/0, multipart/form-data",
        "/customers/{id}/attachments, post, /parameters/2/type, file",
        "/customers/{id}/attachments/{attachmentId}, get, /responses/200/schema/type, file",
        "/customers, post, /parameters/1/name, customer",
        "/customers, post, /parameters/1/schema/$ref, #/definitions/customers",
        "/customers, post, /responses/200/schema/required/0, id",
        "/products/brands, get, /responses/200/schema/items/type, object",
        "/customers/{id}, patch, /responses/200/schema/$ref, #/definitions/customers"
    })
    void describesBodies(String path, String method, String pointer, String expected) {
        var operation = docs("sapanywhere").at("/paths").path(path).path(method);

        assertThat(operation.at(pointer).asString()).isEqualTo(expected);
    }

    @Test
    void describesRecords() {
        var customer = docs("sapanywhere").at("/definitions/customers");

        assertThat(customer.path("x-vendor-objectname").asString()).isEqualTo("Customers");
        assertThat(customer.path("properties").size()).isEqualTo(37);
        assertThat(customer.at("/properties/id/type").asString()).isEqualTo("integer");
        assertThat(customer.at("/properties/id/readOnly").asBoolean()).isTrue();
    }

    @Test
    void describesAnInstanceByNumberAndByToken() {
        var created = api.provisioned("x");
        var one = "/instances/" + created.at("/id") + "/docs";

        var docs = api.ada("GET", one).query("version", "-1").send();
        var byToken =
                api.anybody("GET", V2 + "/instances/docs")
                        .as(api.ada() + ", Element " + created.text("/token"))
                        .send();

        assertThat(docs.text("/info/x-element-key")).isEqualTo("oraclesalescloud");
        assertThat(docs.text()).isEqualTo(docs("oraclesalescloud").text());
        assertThat(byToken.text()).isEqualTo(docs.text());
        assertThat(api.anybody("GET", V2 + one).as(api.zoe()).send().status()).isEqualTo(404);
        assertThat(api.anybody("GET", V2 + one).send().status()).isEqualTo(401);
        assertThat(
                        api.anybody("GET", V2 + "/instances/docs")
                                .as(api.ada() + ", Element nosuch")
                                .send()
                                .status())
                .isEqualTo(401);
    }

    @Test
    void describesNoElementThatIsNotThere() {
        assertThat(docs("nosuch").status()).isEqualTo(404);
    }

    @Test
    void showsResourcesAndObjectsInTheFormOfFiles() {
        var element = api.anybody("GET", V2 + "/elements/sapanywhere").send();
        var instance = api.provisioned("x");

        assertThat(element.at("/resources").size()).isEqualTo(87);
        assertThat(element.text("/resources/0/path")).isEqualTo("/hubs/ecommerce/customers");
        assertThat(element.at("/resources/0/ownerAccountId").asInt()).isEqualTo(1);
        assertThat(element.at("/resources/1/valence").toString())
                .isEqualTo("{\"answer\":\"bareId\"}");
        assertThat(element.at("/objects").size()).isEqualTo(36);
        assertThat(instance.at("/element/resources").size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"oraclesalescloud", "sapanywhere"})
    void showsAnElementAsAFileThatCanBeReadAgain(String key, @TempDir Path directory)
            throws IOException {
        var element = api.anybody("GET", V2 + "/elements/" + key).send();

        Files.writeString(directory.resolve(key + ".json"), element.text());
        var loading = ShippedElements.load(directory);

        assertThat(loading)
                .isInstanceOfSatisfying(
                        ShippedElements.Loading.Usable.class,
                        usable -> {
                            assertThat(usable.warnings()).isEmpty();
                            assertThat(usable.elements().visibleTo(ANYBODY)).isEqualTo(SHIPPED);
                        });
    }
}
