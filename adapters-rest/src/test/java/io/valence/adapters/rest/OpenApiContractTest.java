package io.valence.adapters.rest;

import static io.valence.adapters.rest.OpenApiDocument.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import io.valence.adapters.rest.OpenApiDocument.Answer;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

class OpenApiContractTest {
    private final OpenApiDocument document = OpenApiDocument.read();

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
                                    new TreeSet<>(Set.of("200", "400", "405", "500"));
                            if (name.contains("/proxy/")) {
                                expected.addAll(Set.of("409", "502", "504", "default"));
                            } else {
                                expected.add("406");
                            }
                            if (!List.of().equals(operation.get("security"))) {
                                expected.addAll(Set.of("401", "403", "503"));
                            }
                            if (name.contains("{")) {
                                expected.add("404");
                            }
                            if (operation.containsKey("requestBody") && !name.contains("/proxy/")) {
                                expected.addAll(Set.of("413", "415"));
                            }
                            assertThat(member(operation, "responses"))
                                    .containsKeys(expected.toArray(String[]::new));
                        });
    }

    @Test
    void givesEveryAnswerARequestId() {
        assertThat(document.answers())
                .allSatisfy(
                        answer ->
                                assertThat(member(answer.node(), "headers"))
                                        .containsKey("Elements-Request-Id"));
    }

    @Test
    void offersEveryErrorInBothTypes() {
        assertThat(document.answers())
                .filteredOn(Answer::isError)
                .filteredOn(answer -> !answer.status().equals("default"))
                .filteredOn(
                        answer ->
                                !answer.operation().equals("GET /health/ready")
                                        || !answer.status().equals("503"))
                .allSatisfy(
                        answer ->
                                assertThat(member(answer.node(), "content"))
                                        .containsOnlyKeys(
                                                "application/json", "application/problem+json"));
    }
}
