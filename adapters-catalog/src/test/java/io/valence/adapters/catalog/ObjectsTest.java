package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.element.Element;
import io.valence.domain.resource.VendorObject;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class ObjectsTest {
    private static final String NOTES =
            """
            {"id": 5, "name": "notes", "vendorName": "Notes", "primaryKeyName": "NoteId", "fields": [
              {"id": 1, "name": "NoteId", "type": "integer", "primaryKey": true, "readOnly": true},
              {"id": 2, "name": "Text", "type": "string"}
            ]}\
            """;

    private final Findings findings = new Findings();

    @Test
    void readsTheKindsOfRecordsAndTheirFields() {
        Element element = read(Source.SHIPPED, NOTES).orElseThrow();

        assertThat(element.api().objects())
                .containsExactly(
                        new VendorObject(
                                5,
                                "notes",
                                Optional.of("Notes"),
                                Optional.of("NoteId"),
                                List.of(
                                        new VendorObject.Field(1, "NoteId", "integer", true, true),
                                        new VendorObject.Field(
                                                2, "Text", "string", false, false))));
    }

    @Test
    void regardsNothingThatTheHostedPlatformWritesBeside() {
        String beside =
                """
                {"elementId": 5, "createdDateName": "Made", "eventsEnabled": false,
                 "searchConfiguration": {"fields": [], "operators": []},\
                """;

        assertThat(read(Source.SHIPPED, NOTES.replaceFirst("\\{", beside))).isPresent();
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void passesOverAFieldOfAnotherType() {
        Element element =
                read(Source.OPERATOR, NOTES.replace("\"string\"", "\"people\"")).orElseThrow();

        assertThat(element.api().objects().get(0).fields()).hasSize(1);
        assertThat(findings.warnings())
                .containsExactly(
                        "a.json: objects[0].fields[1].type: a field of 'people' is not read in this"
                                + " version, and ignored");
    }

    @Test
    void refusesWhatIsThereTwice() {
        String text = NOTES + "," + NOTES.replace("\"Text\"", "\"NoteId\"");

        assertThat(read(Source.OPERATOR, text)).isEmpty();
        assertThat(findings.problems())
                .containsExactly(
                        "a.json: objects[1].id: another object has this number",
                        "a.json: objects[1].name: another object has this name",
                        "a.json: objects[1].fields[0].id: another field has this number",
                        "a.json: objects[1].fields[1].id: another field has this number",
                        "a.json: objects[1].fields[1].name: another field has this name");
    }

    @Test
    void namesEverythingThatIsMissing() {
        assertThat(read(Source.OPERATOR, "{\"fields\": [{}]}")).isEmpty();
        assertThat(findings.problems())
                .containsExactly(
                        "a.json: objects[0].id: is missing",
                        "a.json: objects[0].name: is missing",
                        "a.json: objects[0].fields[0].id: is missing",
                        "a.json: objects[0].fields[0].name: is missing",
                        "a.json: objects[0].fields[0].type: is missing");
    }

    private Optional<Element> read(Source source, String objects) {
        String text = Sample.minimal().replaceFirst("\\{", "{\"objects\": [" + objects + "],");
        ObjectNode root = (ObjectNode) new JsonMapper().readTree(text);
        return new ElementReader(source, Set.of("general"), new Numbers(List.of()), findings)
                .read("a.json", root);
    }
}
