package io.valence.adapters.rest.element;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.parser.SwaggerParser;
import io.valence.adapters.rest.http.Json;
import io.valence.domain.resource.Manner;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Parameter.Destination;
import io.valence.domain.resource.Parameter.Source;
import io.valence.domain.resource.PathTemplate;
import io.valence.domain.resource.Resource;
import io.valence.domain.resource.VendorObject;
import io.valence.testkit.sample.SampleElements;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

class SwaggerDocumentTest {
    private final SwaggerDocument document =
            SwaggerDocument.of(SampleElements.all().getFirst(), Optional.empty());

    @Test
    void describesWhatEveryInstanceAnswersToWithoutAnyResource() {
        JsonNode written = written();

        assertThat(written.path("paths").propertyNames())
                .containsExactly("/ping", "/objects", "/objects/{objectName}/metadata");
        assertThat(written.has("host")).isFalse();
        assertThat(written.has("schemes")).isFalse();
    }

    @Test
    void takesPathsThatDifferByNamesAloneForOne() {
        document.add(resource("GET", "/people/{id}", path("id")));
        document.add(resource("DELETE", "/people/{who}", path("who")));

        JsonNode path = written().path("paths").path("/people/{id}");

        assertThat(path.propertyNames()).containsExactly("get", "delete");
        assertThat(path.at("/delete/parameters/1/name").asString()).isEqualTo("id");
    }

    @Test
    void keepsTheFirstOfTwoOfOneMethodAndPath() {
        document.add(resource("GET", "/ping"));

        assertThat(written().path("paths").path("/ping").at("/get/summary").asString())
                .contains("lets the instance in");
    }

    @Test
    void namesOperationsApartWhosePathsDifferBySignsAlone() {
        document.add(resource("GET", "/a-b"));
        document.add(resource("GET", "/a_b"));

        JsonNode paths = written().path("paths");

        assertThat(paths.path("/a-b").at("/get/operationId").asString()).isEqualTo("getAB");
        assertThat(paths.path("/a_b").at("/get/operationId").asString()).isEqualTo("getAB2");
    }

    @Test
    void asksForNothingThatDoesNotComeFromTheCaller() {
        document.add(
                resource(
                        "POST",
                        "/a",
                        parameter("site", Source.CONFIGURATION, Destination.QUERY),
                        parameter("text/x", Source.VALUE, Destination.HEADER),
                        parameter("Content-Type", Source.HEADER, Destination.HEADER),
                        parameter("X-Team", Source.HEADER, Destination.HEADER),
                        parameter("first.name", Source.BODY_FIELD, Destination.BODY_FIELD),
                        parameter("q", Source.QUERY, Destination.QUERY),
                        parameter("q", Source.QUERY, Destination.HEADER)));

        assertThat(written().path("paths").path("/a").path("post").path("parameters"))
                .extracting(each -> each.path("in").asString() + " " + each.path("name").asString())
                .containsExactly("header Authorization", "header X-Team", "query q", "body body");
    }

    @Test
    void writesFiles() {
        document.add(
                resource(
                        "POST",
                        "/file",
                        parameter("file", Source.MULTIPART, Destination.MULTIPART)));

        JsonNode paths = written().path("paths");

        assertThat(paths.path("/file").at("/post/consumes/0").asString())
                .isEqualTo("multipart/form-data");
        assertThat(paths.path("/file").at("/post/parameters/1/type").asString()).isEqualTo("file");
    }

    @Test
    void keepsRecordsApartWhoseNamesDifferBySignsAlone() {
        document.add(object(7, "Error"));
        document.add(object(8, "a b"));
        document.add(object(9, "a/b"));

        assertThat(written().path("definitions").propertyNames())
                .containsExactly("Error", "Error_7", "a_b", "a_b_9");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost:8080, http",
        "127.0.0.1, http",
        "[::1]:9, http",
        "api.example.com, https",
        "localhost.example.com:8443, https"
    })
    void speaksTlsToAllButItsOwnHost(String host, String first) {
        assertThat(new ServingHost(host).schemes().getFirst()).isEqualTo(first);
    }

    /** What was written, which is always good Swagger. */
    private JsonNode written() {
        String text = new String(Json.bytes(document::write), StandardCharsets.UTF_8);
        assertThat(new SwaggerParser().readWithInfo(text).getMessages()).isEmpty();
        return new JsonMapper().readTree(text);
    }

    private static VendorObject object(long id, String name) {
        return new VendorObject(
                id,
                name,
                Optional.empty(),
                Optional.empty(),
                List.of(
                        new VendorObject.Field(1, "a", "array", false, false),
                        new VendorObject.Field(2, "d", "date", false, true)));
    }

    private static Parameter path(String name) {
        return parameter(name, Source.PATH, Destination.PATH);
    }

    private static Parameter parameter(String name, Source source, Destination destination) {
        return new Parameter(1, name, source, name, destination);
    }

    private static Resource resource(String method, String path, Parameter... parameters) {
        PathTemplate template = PathTemplate.parse(path).orElseThrow();
        return new Resource(
                1,
                method,
                template,
                method,
                template,
                "Does it.",
                Resource.Kind.API,
                Optional.empty(),
                List.of(parameters),
                Resource.Pagination.NO_PAGINATION,
                Optional.empty(),
                Optional.empty(),
                Manner.ORDINARY);
    }
}
