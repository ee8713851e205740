package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.element.Element;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Parameter.Destination;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class ParametersTest {
    private static final String ACCEPT =
            """
            {"id": 2, "name": "application/json", "type": "value", "vendorName": "Accept",
             "vendorType": "header"}\
            """;

    private final Findings findings = new Findings();

    @Test
    void readsWhereAValueComesFromAndWhereItGoes() {
        String site =
                """
                {"id": 1, "name": "site", "type": "configuration", "vendorName": "x-site",
                 "vendorType": "query"}\
                """;

        Element element = read(Source.SHIPPED, site + "," + ACCEPT).orElseThrow();

        assertThat(findings.warnings()).isEmpty();
        assertThat(element.parameters())
                .containsExactly(
                        new Parameter(
                                1,
                                "site",
                                Parameter.Source.CONFIGURATION,
                                "x-site",
                                Destination.QUERY),
                        new Parameter(
                                2,
                                "application/json",
                                Parameter.Source.VALUE,
                                "Accept",
                                Destination.HEADER));
    }

    @Test
    void regardsNothingThatTheHostedPlatformWritesBeside() {
        String beside =
                """
                {"id": 2, "elementId": 52731, "createdDate": "2016-05-05T10:11:12Z",
                 "updatedDate": null, "description": "What is taken.", "dataType": "string",
                 "vendorDataType": "string", "source": "request", "required": false,
                 "sampleData": {"any": [1]}, "converter": null,\
                """;

        Element element = read(Source.SHIPPED, ACCEPT.replace("{\"id\": 2,", beside)).orElseThrow();

        assertThat(element.parameters()).hasSize(1);
        assertThat(findings.warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "type": "value"         | "type": "body"           | type: a parameter of 'body'
                    "vendorType": "header"  | "vendorType": "path"     | vendorType: a parameter of 'path'
                    "id": 2                 | "id": 2, "source": "response" | source: a parameter of 'response'
                    "id": 2                 | "id": 2, "converter": "toODataFilter" | converter: a parameter of 'toODataFilter'
                    "id": 2                 | "id": 2, "colour": "red" | : member 'colour' is unknown
                    """)
    void passesOverWhatCallsCannotCarry(String right, String other, String sentence) {
        String parameter = ACCEPT.replace(right, other);
        String place = "a.json: parameters[0]" + (sentence.startsWith(":") ? "" : ".") + sentence;

        Optional<Element> operators = read(Source.OPERATOR, parameter);
        Optional<Element> shipped = read(Source.SHIPPED, parameter);

        assertThat(operators).isPresent();
        assertThat(findings.warnings())
                .singleElement()
                .satisfies(w -> assertThat(w).startsWith(place).endsWith(", and ignored"));
        assertThat(shipped).isEmpty();
        assertThat(findings.problems())
                .singleElement()
                .satisfies(p -> assertThat(p).startsWith(place));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "id": 2                 | "note": 2                | id: is missing
                    "id": 2                 | "id": "2"                | id: must be a whole number
                    "application/json"      | ""                       | name: must not be blank
                    "application/json"      | "a\\nb"                  | name: must be a header's value
                    "vendorName": "Accept"  | "note": 1                | vendorName: is missing
                    "Accept"                | "Accept: x"              | vendorName: must be the name of a header
                    "Accept"                | "Äccept"                 | vendorName: must be the name of a header
                    "Accept"                | "Content-Length"         | vendorName: 'Content-Length' is a header that the connection
                    "Accept"                | "HOST"                   | vendorName: 'HOST' is a header that the connection
                    "type": "value"         | "type": "configuration"  | name: there is no entry 'application/json'
                    "type": "value"         | "type": 5                | type: must be a text in quotes
                    "header"                | null                     | vendorType: is missing
                    """)
    void refusesAParameter(String right, String wrong, String complaint) {
        Optional<Element> element = read(Source.OPERATOR, ACCEPT.replace(right, wrong));

        assertThat(element).isEmpty();
        assertThat(findings.problems())
                .singleElement()
                .satisfies(p -> assertThat(p).startsWith("a.json: parameters[0]." + complaint));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "null", "[]"})
    void refusesWhatIsNoObject(String item) {
        Optional<Element> element = read(Source.OPERATOR, item);

        assertThat(element).isEmpty();
        assertThat(findings.problems()).containsExactly("a.json: parameters[0]: must be an object");
    }

    @Test
    void refusesTwoParametersOfOneNumber() {
        Optional<Element> element = read(Source.OPERATOR, ACCEPT + "," + ACCEPT);

        assertThat(element).isEmpty();
        assertThat(findings.problems())
                .containsExactly("a.json: parameters[1].id: another parameter has this number");
    }

    private Optional<Element> read(Source source, String parameters) {
        String text =
                Sample.withEntry("\"type\": \"TEXTAREA\"")
                        .replace("{\n  \"id\"", "{\"parameters\": [" + parameters + "], \"id\"");
        ObjectNode root = (ObjectNode) new JsonMapper().readTree(text);
        return new ElementReader(source, Set.of("general"), new Numbers(List.of()), findings)
                .read("a.json", root);
    }
}
