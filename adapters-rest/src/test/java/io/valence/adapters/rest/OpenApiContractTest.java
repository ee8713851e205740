package io.valence.adapters.rest;

import static io.valence.adapters.rest.OpenApiDocument.map;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;

import io.swagger.v3.parser.OpenAPIV3Parser;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

class OpenApiContractTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CALLER =
            "User dXNlcg==, Organization 0123456789abcdef0123456789abcdef";
    private static final String REQUEST_ID = "6740a1f2e4b0c2d9a1b2c3d4";
    private static final String INSTANCE = "/elements/api-v2/instances/1234";

    private final OpenApiDocument document = OpenApiDocument.read();
    private final OpenApiInteractionValidator validator =
            OpenApiInteractionValidator.createForInlineApiSpecification(OpenApiDocument.text())
                    .build();

    @Test
    void isReadWithoutComplaint() {
        var result = new OpenAPIV3Parser().readContents(OpenApiDocument.text());

        assertThat(result.getMessages()).isNullOrEmpty();
        assertThat(result.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
    }

    @Test
    void describesExactlyTheAgreedOperations() {
        var agreed = OpenApiDocument.resource("/openapi/operations.txt").lines().sorted().toList();

        assertThat(document.operations().keySet().stream().sorted())
                .containsExactlyElementsOf(agreed);
    }

    @Test
    void pointsNowhereWithAReference() {
        assertThat(document.references())
                .isNotEmpty()
                .allSatisfy(
                        reference ->
                                assertThat(document.target(reference)).as(reference).isPresent());
    }

    @Test
    void explainsEveryOperation() {
        assertThat(document.operations())
                .allSatisfy(
                        (name, operation) -> {
                            assertThat(operation).containsKeys("operationId", "tags", "security");
                            assertThat((String) operation.get("summary"))
                                    .isNotBlank()
                                    .hasSizeLessThan(80);
                            assertThat((String) operation.get("description"))
                                    .hasSizeGreaterThan(40);
                        });
    }

    @Test
    void namesNoTwoOperationsAlike() {
        assertThat(document.operations().values())
                .extracting(operation -> operation.get("operationId"))
                .doesNotHaveDuplicates();
    }

    @Test
    void tellsWhichErrorsAnOperationMayEndIn() {
        assertThat(document.operations())
                .allSatisfy(
                        (name, operation) -> {
                            Set<String> expected =
                                    new TreeSet<>(Set.of("200", "400", "405", "406", "500"));
                            if (!operation.get("security").equals(List.of())) {
                                expected.addAll(Set.of("401", "403", "503"));
                            }
                            if (name.contains("{")) {
                                expected.add("404");
                            }
                            if (operation.containsKey("requestBody")) {
                                expected.addAll(Set.of("413", "415"));
                            }
                            assertThat(document.answers(operation))
                                    .containsKeys(expected.toArray(String[]::new));
                        });
    }

    @Test
    void givesEveryAnswerARequestIdAndEveryErrorBothTypes() {
        assertThat(document.operations())
                .allSatisfy(
                        (name, operation) ->
                                assertThat(document.answers(operation))
                                        .allSatisfy(
                                                (status, answer) -> {
                                                    assertThat(map(answer.get("headers")))
                                                            .containsKey("Elements-Request-Id");
                                                    if (!status.equals("200")
                                                            && !name.endsWith("/ready")) {
                                                        assertThat(map(answer.get("content")))
                                                                .containsOnlyKeys(
                                                                        "application/json",
                                                                        "application/problem+json");
                                                    }
                                                }));
    }

    @Test
    void showsOnlyExamplesThatItWouldAcceptItself() {
        List<String> faults = new ArrayList<>();
        int[] seen = {0};

        document.operations()
                .forEach(
                        (name, operation) ->
                                document.answers(operation)
                                        .forEach(
                                                (status, answer) ->
                                                        document.examples(answer)
                                                                .forEach(
                                                                        example -> {
                                                                            seen[0]++;
                                                                            faults.addAll(
                                                                                    faults(
                                                                                            name,
                                                                                            status,
                                                                                            example));
                                                                        })));

        assertThat(faults).isEmpty();
        assertThat(seen[0]).isGreaterThan(400);
    }

    @Test
    void acceptsTheDocumentsRequest() {
        var body = OpenApiDocument.resource("/documents/oracle-sales-cloud-request.json");

        assertThat(
                        faults(
                                validator.validateRequest(
                                        send("POST", "/elements/api-v2/instances", body))))
                .isEmpty();
        assertThat(
                        faults(
                                validator.validateRequest(
                                        send(
                                                "POST",
                                                "/elements/api-v2/elements/1948/instances",
                                                body))))
                .isEmpty();
    }

    @Test
    void acceptsTheDocumentsAnswerWithTheMembersThatStandBesideIt() {
        var answer = documentedAnswer();

        assertThat(
                        faults(
                                validator.validateResponse(
                                        INSTANCE, Method.GET, ok(completed(answer).toString()))))
                .isEmpty();
    }

    @Test
    void missesNothingInTheDocumentsAnswerButTheMembersThatStandBesideIt() {
        var answer = documentedAnswer();

        assertThat(faults(validator.validateResponse(INSTANCE, Method.GET, ok(answer.toString()))))
                .containsExactlyInAnyOrder(
                        "required property 'createdDate' not found",
                        "required property 'elementId' not found",
                        "required property 'tags' not found",
                        "required property 'user' not found",
                        "required property 'hub' not found");
    }

    @Test
    void refusesAnAnswerWithAMemberThatIsNotDescribed() {
        var answer = completed(documentedAnswer());
        answer.putObject("providerData");

        var faults =
                faults(validator.validateResponse(INSTANCE, Method.GET, ok(answer.toString())));

        assertThat(faults).singleElement().asString().contains("providerData");
    }

    @Test
    void refusesAnAnswerWithANumberAmongTheSettings() {
        var answer = completed(documentedAnswer());
        ((ObjectNode) answer.get("configuration")).put("pagination.max", 100);

        assertThat(faults(validator.validateResponse(INSTANCE, Method.GET, ok(answer.toString()))))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"ID\":7,\"Name\":\"x\",\"TraceLoggingEnabled\":true}",
                "{\"tags\":null,\"providerData\":{\"code\":null},\"element\":{\"id\":1948}}",
                "{\"configuration\":{\"a\":\"x\",\"b\":1,\"c\":1.5,\"d\":true,\"e\":null,\"f\":{\"g\":[1]},\"h\":[null]}}"
            })
    void acceptsWhateverClientsSendToUpdateAnInstance(String body) {
        assertThat(List.of("PUT", "PATCH", "POST"))
                .allSatisfy(
                        method ->
                                assertThat(
                                                faults(
                                                        validator.validateRequest(
                                                                send(method, INSTANCE, body))))
                                        .isEmpty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{\"configuration\":7}",
                "{\"name\":{}}",
                "{\"tags\":\"a\"}",
                "{\"element\":\"x\"}"
            })
    void refusesARequestOfTheWrongShape(String body) {
        assertThat(
                        faults(
                                validator.validateRequest(
                                        send("POST", "/elements/api-v2/instances", body))))
                .isNotEmpty();
    }

    private List<String> faults(String operation, String status, Object example) {
        var method = Method.valueOf(operation.substring(0, operation.indexOf(' ')));
        var path =
                "/elements"
                        + operation
                                .substring(operation.indexOf(' ') + 1)
                                .replaceAll("\\{[^}]*}", "1");
        var answer = answer(Integer.parseInt(status), JSON.writeValueAsString(example));
        return faults(validator.validateResponse(path, method, answer)).stream()
                .map(fault -> operation + " " + status + ": " + fault)
                .toList();
    }

    private static List<String> faults(ValidationReport report) {
        return report.getMessages().stream().map(ValidationReport.Message::getMessage).toList();
    }

    private static SimpleRequest send(String method, String path, String body) {
        return new SimpleRequest.Builder(method, path)
                .withHeader("Authorization", CALLER)
                .withContentType("application/json")
                .withBody(body)
                .build();
    }

    private static SimpleResponse ok(String body) {
        return answer(200, body);
    }

    private static SimpleResponse answer(int status, String body) {
        return SimpleResponse.Builder.status(status)
                .withContentType("application/json")
                .withHeader("Elements-Request-Id", REQUEST_ID)
                .withHeader("Elements-Returned-Count", "1")
                .withHeader("Cache-Control", "no-store")
                .withBody(body)
                .build();
    }

    private static ObjectNode documentedAnswer() {
        return (ObjectNode)
                JSON.readTree(
                        OpenApiDocument.resource("/documents/oracle-sales-cloud-response.json"));
    }

    /** The answer with what we show beyond the document. */
    private static ObjectNode completed(ObjectNode answer) {
        ((ObjectNode) answer.get("element")).put("hub", "crm");
        answer.put("createdDate", "2026-01-31T08:15:30Z")
                .put("elementId", 1948)
                .putArray("tags")
                .add("Test");
        answer.putObject("user")
                .put("id", 1)
                .put("emailAddress", "ada@example.com")
                .put("firstName", "Ada")
                .put("lastName", "Lovelace");
        return answer;
    }
}
