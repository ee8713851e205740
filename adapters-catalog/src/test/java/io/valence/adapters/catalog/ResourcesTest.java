package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.document.DocumentPath;
import io.valence.domain.element.Element;
import io.valence.domain.resource.Manner;
import io.valence.domain.resource.NextPageKey;
import io.valence.domain.resource.PagingStyle;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Parameter.Destination;
import io.valence.domain.resource.PathTemplate;
import io.valence.domain.resource.Resource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;

class ResourcesTest {
    private static final String NOTES =
            """
            {"id": 7, "method": "GET", "path": "/hubs/crm/people/{id}/notes", "vendorMethod": "POST",
             "vendorPath": "/{site}/notes/{person}", "description": "Lists notes.", "type": "api",
             "paginationType": "VENDOR_SUPPORTED", "rootKey": "data.items", "objectName": "notes",
             "nextPageKey": "body.page.next?cursor",
             "parameters": [
               {"id": 1, "name": "id", "type": "path", "vendorName": "person", "vendorType": "path",
                "required": true, "description": "Whose."}
             ],
             "valence": {"paging": "cursor", "total": "count", "more": "page.more",
                         "idField": "NoteId", "filteredHere": true, "answer": "records"}}\
            """;

    private final Findings findings = new Findings();

    @Test
    void readsWhatCallersAskForAndWhatTheVendorIsAskedFor() {
        Element element = read(Source.SHIPPED, NOTES).orElseThrow();

        assertThat(findings.warnings()).isEmpty();
        assertThat(element.api().resources().all())
                .containsExactly(
                        new Resource(
                                7,
                                "GET",
                                path("/people/{id}/notes"),
                                "POST",
                                path("/{site}/notes/{person}"),
                                "Lists notes.",
                                Resource.Kind.API,
                                Optional.of("notes"),
                                List.of(
                                        new Parameter(
                                                1,
                                                "id",
                                                Parameter.Source.PATH,
                                                "person",
                                                Destination.PATH,
                                                true,
                                                Optional.of("Whose."))),
                                Resource.Pagination.VENDOR_SUPPORTED,
                                DocumentPath.parse("data.items"),
                                NextPageKey.parse("body.page.next?cursor"),
                                new Manner(
                                        Optional.of(PagingStyle.CURSOR),
                                        DocumentPath.parse("count"),
                                        DocumentPath.parse("page.more"),
                                        Optional.of("NoteId"),
                                        true,
                                        Manner.Answered.RECORDS)));
    }

    @Test
    void takesWhatIsUsualForWhatIsNotSaid() {
        String least =
                "{\"id\": 1, \"method\": \"POST\", \"path\": \"/a\", \"vendorPath\": \"/b\"}";

        Resource resource =
                read(Source.SHIPPED, least).orElseThrow().api().resources().all().get(0);

        assertThat(resource.vendorMethod()).isEqualTo("POST");
        assertThat(resource.path()).isEqualTo(path("/a"));
        assertThat(resource.kind()).isEqualTo(Resource.Kind.API);
        assertThat(resource.isList()).isFalse();
        assertThat(resource.manner()).isEqualTo(Manner.ORDINARY);
        assertThat(resource.parameters()).isEmpty();
    }

    @Test
    void regardsNothingThatTheHostedPlatformWritesBeside() {
        String beside =
                """
                {"ownerAccountId": 1, "createdDate": "2016-05-05T10:11:12Z", "kind": "eb",
                 "response": {"contentType": "application/json"}, "model": {"name": "notes"},
                 "hooks": [], "nextResource": null, "object": {"name": "people", "id": 5},\
                """;

        Element element = read(Source.SHIPPED, NOTES.replaceFirst("\\{", beside)).orElseThrow();

        assertThat(findings.warnings()).isEmpty();
        assertThat(element.api().resources().all())
                .singleElement()
                .satisfies(each -> assertThat(each.objectName()).contains("notes"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "type": "api"  | "type": "onProvision"       | type: a resource with 'onProvision'
                    "type": "api"  | "kind": "java"              | kind: a resource with 'java'
                    "type": "api"  | "hooks": [{"id": 1}]        | hooks: a resource with hooks
                    "type": "api"  | "nextResource": "/b"        | nextResource: a resource with a nextResource
                    "type": "api"  | "formulaId": 5              | formulaId: a resource with a formulaId
                    "type": "path" | "type": "prevBody"          | parameters[0].type: a parameter of 'prevBody'
                    "required"     | "converter": "toX", "required" | parameters[0].converter: a parameter of 'toX'
                    "type": "path" | "type": "multipart"         | parameters[0].vendorType: a parameter of 'path'
                    """)
    void passesOverAResourceThatNeedsWhatIsNotRead(String right, String other, String sentence) {
        String text = NOTES.replace(right, other);
        String place = "a.json: resources[0]." + sentence;

        Optional<Element> operators = read(Source.OPERATOR, text);
        Optional<Element> shipped = read(Source.SHIPPED, text);

        assertThat(operators.orElseThrow().api().resources().all()).isEmpty();
        assertThat(findings.warnings())
                .singleElement()
                .satisfies(
                        w ->
                                assertThat(w)
                                        .startsWith(place)
                                        .endsWith(" is not read in this version, and ignored"));
        assertThat(shipped).isEmpty();
        assertThat(findings.problems())
                .singleElement()
                .satisfies(p -> assertThat(p).startsWith(place));
    }

    @Test
    void warnsOfMembersThatAreUnknown() {
        String text =
                NOTES.replace("\"rootKey\"", "\"colour\": 1, \"rootKey\"")
                        .replace("\"idField\"", "\"shade\": 1, \"idField\"");

        assertThat(read(Source.OPERATOR, text)).isPresent();
        assertThat(findings.warnings())
                .containsExactly(
                        "a.json: resources[0].valence: member 'shade' is unknown, and ignored",
                        "a.json: resources[0]: member 'colour' is unknown, and ignored");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "id": 7,           | "id": "7",               | .id: must be a whole number
                    "GET"              | "FETCH"                  | .method: must be GET, POST, PUT, PATCH or DELETE, and not 'FETCH'
                    "POST"             | "post"                   | .vendorMethod: must be GET, POST, PUT, PATCH or DELETE, and not 'post'
                    /hubs/crm/people   | people                   | .path: must be a path that begins with a slash
                    "/hubs/crm/people/{id}/notes" | "/hubs/crm"   | .path: must be a path that begins with a slash
                    people/{id}/notes  | people/{id/notes         | .path: must be a path that begins with a slash
                    people/{id}/notes  | people/{id}.json         | .path: a name in braces must stand for all between two slashes
                    /notes/{person}    | /../{person}             | .vendorPath: must be a path that begins with a slash
                    /notes/{person}    | /notes/{person}?a=b      | .vendorPath: must be a path that begins with a slash
                    /notes/{person}    | /no tes/{person}         | .vendorPath: must be a path that begins with a slash
                    people/{id}/notes  | people/{id}/{no}         | .path: names 'no' in braces, and no parameter takes it from there
                    {site}             | {state}                  | .vendorPath: names 'state' in braces, and no parameter goes there, nor is it an entry
                    people/{id}/notes  | people/notes             | .parameters: one is about 'id', and path has no such name
                    /notes/{person}    | /notes                   | .parameters: one is about 'person', and vendorPath has no such name
                    VENDOR_SUPPORTED   | SOMEHOW                  | .paginationType: must be VENDOR_SUPPORTED, VENDOR_NOT_SUPPORTED or NO_PAGINATION, and not 'SOMEHOW'
                    body.page.next?cursor | body.page.next?       | .nextPageKey: must be body. or header. and a name
                    "cursor",          | "clock",                 | .valence.paging: there is no paging by 'clock'
                    page.more          | page..more               | .valence.more: must be the names of members
                    data.items         | data..items              | .rootKey: must be the names of members
                    "answer": "records" | "answer": "poem"        | .valence.answer: there is no answer 'poem'
                    "NoteId"           | ""                       | .valence.idField: must not be blank
                    "filteredHere": true | "filteredHere": 1      | .valence.filteredHere: must be true or false
                    """)
    void refusesAResource(String right, String wrong, String complaint) {
        Optional<Element> element = read(Source.OPERATOR, NOTES.replace(right, wrong));

        assertThat(element).isEmpty();
        assertThat(findings.problems())
                .singleElement()
                .satisfies(p -> assertThat(p).startsWith("a.json: resources[0]" + complaint));
    }

    @Test
    void refusesTwoThatCallersCannotTellApart() {
        String other =
                NOTES.replace("{id}", "{who}")
                        .replace("\"name\": \"id\"", "\"name\": \"who\"")
                        .replace("\"id\": 1", "\"id\": 2");

        Optional<Element> element = read(Source.OPERATOR, NOTES + "," + other);

        assertThat(element).isEmpty();
        assertThat(findings.problems())
                .containsExactly(
                        "a.json: resources[1].id: another resource has this number",
                        "a.json: resources[1].path: another resource is GET at such a path");
    }

    @Test
    void numbersParametersOnceInAllResources() {
        String other = NOTES.replace("\"id\": 7", "\"id\": 8").replace("/people", "/firms");

        Optional<Element> element = read(Source.OPERATOR, NOTES + "," + other);

        assertThat(element).isEmpty();
        assertThat(findings.problems())
                .containsExactly(
                        "a.json: resources[1].parameters[0].id: another parameter has this number");
    }

    @Test
    void namesEverythingThatIsMissing() {
        assertThat(read(Source.OPERATOR, "{}, 5")).isEmpty();
        assertThat(findings.problems())
                .containsExactly(
                        "a.json: resources[0].id: is missing",
                        "a.json: resources[0].method: is missing",
                        "a.json: resources[0].path: is missing",
                        "a.json: resources[0].vendorPath: is missing",
                        "a.json: resources[1]: must be an object");
    }

    @Test
    void refusesAMemberOfABodyThatHasNoPlace() {
        String field =
                """
                {"id": 2, "name": "a..b", "type": "bodyField", "vendorName": ".",
                 "vendorType": "bodyField"}, {"id": 1\
                """;

        assertThat(read(Source.OPERATOR, NOTES.replace("{\"id\": 1", field))).isEmpty();
        assertThat(findings.problems())
                .containsExactly(
                        "a.json: resources[0].parameters[0].name: must be the names of members with"
                                + " dots between them",
                        "a.json: resources[0].parameters[0].vendorName: must be the names of"
                                + " members with dots between them");
    }

    private static PathTemplate path(String text) {
        return PathTemplate.parse(text).orElseThrow();
    }

    private Optional<Element> read(Source source, String resources) {
        String text =
                Sample.withEntry("\"type\": \"TEXTAREA\"")
                        .replace("{\n  \"id\"", "{\"resources\": [" + resources + "], \"id\"");
        ObjectNode root = (ObjectNode) new JsonMapper().readTree(text);
        return new ElementReader(source, Set.of("general"), new Numbers(List.of()), findings)
                .read("a.json", root);
    }
}
