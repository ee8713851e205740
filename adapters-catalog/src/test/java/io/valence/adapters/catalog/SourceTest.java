package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.element.Element;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class SourceTest {
    private static final String UNUSUAL =
            Sample.minimal()
                    .replace("[]", "[], \"hub\": \"crm\", \"hooks\": [1], \"colour\": \"red\"");

    private final Findings findings = new Findings();

    @Test
    void passesNothingOverInAShippedFile() {
        Optional<Element> element = read(Source.SHIPPED, UNUSUAL);

        assertThat(element).isEmpty();
        assertThat(findings.warnings()).isEmpty();
        assertThat(findings.problems())
                .containsExactly(
                        "a.json: hooks: is not read in this version",
                        "a.json: member 'colour' is unknown");
    }

    @Test
    void passesOverInAFileOfTheOperatorWhatItDoesNotKnow() {
        Optional<Element> element = read(Source.OPERATOR, UNUSUAL);

        assertThat(element).isPresent();
        assertThat(findings.problems()).isEmpty();
        assertThat(findings.warnings()).hasSize(2);
    }

    @Test
    void addsNothingToAShippedFile() {
        Element element =
                read(Source.SHIPPED, Sample.minimal().replace("[]", "[], \"hub\": \"crm\""))
                        .orElseThrow();

        assertThat(element.schema().entries()).isEmpty();
    }

    private Optional<Element> read(Source source, String text) {
        ObjectNode root = (ObjectNode) new JsonMapper().readTree(text);
        return new ElementReader(source, Set.of("crm", "general"), new Numbers(List.of()), findings)
                .read("a.json", root);
    }
}
