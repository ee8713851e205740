package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request.Method;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;

import io.valence.adapters.rest.OpenApiDocument.Answer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

class OpenApiMessagesTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String CALLER =
            "User dXNlcg==, Organization 0123456789abcdef0123456789abcdef";
    private static final String REQUEST_ID = "6740a1f2e4b0c2d9a1b2c3d4";
    private static final String INSTANCE = "/elements/api-v2/instances/1234";
    private static final OpenApiInteractionValidator VALIDATOR =
            OpenApiInteractionValidator.createForInlineApiSpecification(OpenApiDocument.text())
                    .build();

    private final OpenApiDocument document = OpenApiDocument.read();

    @Test
    void showsOnlyExamplesThatItWouldAcceptItself() {
        List<String> faults = new ArrayList<>();
        var seen = 0;

        for (var answer : document.answers()) {
            for (var example : document.examples(answer.node())) {
                faults.addAll(faults(answer, example));
                seen++;
            }
        }

        assertThat(faults).isEmpty();
        assertThat(seen).isGreaterThan(400);
    }

    @Test
    void acceptsTheDocumentsRequest() {
        var body = OpenApiDocument.resource("/documents/oracle-sales-cloud-request.json");

        assertThat(
                        faults(
                                VALIDATOR.validateRequest(
                                        send("POST", "/elements/api-v2/instances", body))))
                .isEmpty();
        assertThat(
                        faults(
                                VALIDATOR.validateRequest(
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
                                VALIDATOR.validateResponse(
                                        INSTANCE, Method.GET, ok(completed(answer).toString()))))
                .isEmpty();
    }

    @Test
    void missesNothingInTheDocumentsAnswerButTheMembersThatStandBesideIt() {
        var answer = documentedAnswer();

        assertThat(faults(VALIDATOR.validateResponse(INSTANCE, Method.GET, ok(answer.toString()))))
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
                faults(VALIDATOR.validateResponse(INSTANCE, Method.GET, ok(answer.toString())));

        assertThat(faults).singleElement().asString().contains("providerData");
    }

    @Test
    void refusesAnAnswerWithANumberAmongTheSettings() {
        var answer = completed(documentedAnswer());
        ((ObjectNode) answer.get("configuration")).put("pagination.max", 100);

        assertThat(faults(VALIDATOR.validateResponse(INSTANCE, Method.GET, ok(answer.toString()))))
                .hasSize(1);
    }

    @Test
    void acceptsTheDocumentsRequestAfterConsent() {
        var body = OpenApiDocument.resource("/documents/sap-anywhere-request.json");

        assertThat(
                        faults(
                                VALIDATOR.validateRequest(
                                        send("POST", "/elements/api-v2/instances", body))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "{\"ID\":7,\"Name\":\"x\",\"TraceLoggingEnabled\":true}",
                "{\"tags\":null,\"providerData\":{\"code\":null},\"element\":{\"id\":1948}}",
                "{\"configuration\":{\"a\":\"x\",\"b\":1,\"c\":1.5,\"d\":true,\"e\":null}}",
                "{\"configuration\":{\"a\":{\"b\":[1]},\"c\":[null]}}",
                "{\"providerData\":[\"any\"]}",
                "{\"providerData\":\"\",\"externalAuthentication\":\"initial\"}"
            })
    void acceptsWhateverClientsSendToUpdateAnInstance(String body) {
        assertThat(List.of("PUT", "PATCH", "POST"))
                .allSatisfy(
                        method ->
                                assertThat(
                                                faults(
                                                        VALIDATOR.validateRequest(
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
                                VALIDATOR.validateRequest(
                                        send("POST", "/elements/api-v2/instances", body))))
                .isNotEmpty();
    }

    private List<String> faults(Answer answer, Object example) {
        var method = Method.valueOf(answer.method());
        var path = "/elements" + answer.path().replaceAll("\\{[^}]*}", "1");
        var sent = answer(Integer.parseInt(answer.status()), JSON.writeValueAsString(example));
        return faults(VALIDATOR.validateResponse(path, method, sent)).stream()
                .map(fault -> answer.operation() + " " + answer.status() + ": " + fault)
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
                .withHeader("Elements-Element-Instance-Id", "1234")
                .withHeader("Allow", "GET, HEAD, OPTIONS")
                .withHeader("WWW-Authenticate", "User realm=\"Valence\"")
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
