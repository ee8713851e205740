package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.adapters.catalog.ShippedElements.Loading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class BrokenFilesTest {
    @TempDir private Path directory;

    @Test
    void namesEverythingThatIsWrongWithAllFilesAtOnce() throws IOException {
        write("a.json", Sample.minimal().replace("\"Acme\"", "\" \"").replace("none", "magic"));
        write("b.json", Sample.withEntry("\"type\": \"TEXT\", \"required\": \"yes\""));
        write("c.json", "{");

        assertThat(problems())
                .satisfiesExactly(
                        first -> assertThat(first).isEqualTo("a.json: name: must not be blank"),
                        second ->
                                assertThat(second)
                                        .isEqualTo(
                                                "a.json: authentication.type: there is no scheme"
                                                        + " 'magic'"),
                        third ->
                                assertThat(third)
                                        .startsWith(
                                                "b.json: configuration[0].type: there is no type"
                                                        + " 'TEXT'"),
                        fourth ->
                                assertThat(fourth)
                                        .isEqualTo(
                                                "b.json: configuration[0].required: must be true or"
                                                        + " false, without quotes"),
                        fifth ->
                                assertThat(fifth)
                                        .isEqualTo("b.json: key: 'a.json' has the same key"),
                        sixth -> assertThat(sixth).startsWith("c.json: is not JSON at line 1"));
    }

    @Test
    void namesEveryMemberThatAnElementLacks() throws IOException {
        write("a.json", "{}");

        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "a.json: id: is missing",
                        "a.json: key: is missing",
                        "a.json: name: is missing",
                        "a.json: description: is missing",
                        "a.json: authentication: is missing",
                        "a.json: configuration: is missing");
    }

    @Test
    void namesEveryMemberThatAnEntryLacks() throws IOException {
        write("a.json", Sample.minimal().replace("[]", "[{}, 5]"));

        assertThat(problems())
                .containsExactly(
                        "a.json: configuration[0].id: is missing",
                        "a.json: configuration[0].key: is missing",
                        "a.json: configuration[0].name: is missing",
                        "a.json: configuration[0].description: is missing",
                        "a.json: configuration[0].type: is missing",
                        "a.json: configuration[1]: must be an object");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    900001              | 0                   | id: must be a whole number from 1 to 999999
                    900001              | 1000000             | id: must be a whole number from 1 to 999999
                    900001              | 1.5                 | id: must be a whole number from 1 to 999999
                    900001              | "900001"            | id: must be a whole number from 1 to 999999
                    900001              | 99999999999999999999 | id: must be a whole number from 1 to 999999
                    900001              | 1948                | id: 1948 is the number of oraclesalescloud
                    900001              | 1468                | id: 1468 is the number of sapanywhere
                    "acme"              | "acme crm"          | key: must be 1 to 64 letters
                    "acme"              | "42"                | key: must be 1 to 64 letters
                    "acme"              | 42                  | key: must be a text in quotes
                    "acme"              | "sapanywhere"       | id: must be 2198, by which instances of sapanywhere remember it
                    "Acme"              | "\\ud800"           | name: must not hold NUL or half a surrogate pair
                    "Acme"              | "a\\u0000b"         | name: must not hold NUL or half a surrogate pair
                    "Acme"              | null                | name: is missing
                    {"type": "none"}    | "none"              | authentication: must be an object
                    {"type": "none"}    | {}                  | authentication.type: is missing
                    {"type": "none"}    | null                | authentication: is missing
                    {"type": "none"}    | {"type": "basic"}   | configuration: authentication by basic needs an entry username
                    []                  | null                | configuration: is missing
                    []                  | {}                  | configuration: must be a list
                    []                  | [], "hub": "nowhere" | hub: there is no hub 'nowhere'
                    []                  | [], "beta": 1       | beta: must be true or false, without quotes
                    []                  | [], "hooks": {}     | hooks: must be a list
                    []                  | [], "valence": []   | valence: must be an object
                    []                  | [], "valence": {"aliases": ["x"]} | valence.aliases[0]: must be a whole number
                    []                  | [], "valence": {"aliases": [7, 7]} | valence.aliases[1]: stands there twice
                    []                  | [], "valence": {"aliases": [900001]} | valence.aliases: 900001 is the element's own number
                    []                  | [], "valence": {"aliases": [2198]} | valence.aliases: 2198 is the number of sapanywhere
                    []                  | [], "valence": {"formats": {"a.b": "host"}} | valence.formats['a.b']: there is no entry 'a.b'
                    []                  | [], "valence": {"secrets": ["a.b"]} | valence.secrets: there is no entry 'a.b'
                    """)
    void refusesAnElement(String right, String wrong, String complaint) throws IOException {
        write("a.json", Sample.minimal().replace(right, wrong));

        assertThat(problems()).anySatisfy(p -> assertThat(p).startsWith("a.json: " + complaint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    "type": "TEXTFIELD_0"                          | type: there is no type 'TEXTFIELD_0'
                    "type": "TEXTFIELD_65537"                      | type: there is no type 'TEXTFIELD_65537'
                    "type": "TEXTAREA", "options": ["a"]           | options: only a COMBO has options
                    "type": "COMBO", "options": [1]                | options[0]: must be a text in quotes
                    "type": "COMBO", "options": ["a"], "defaultValue": "b" | defaultValue: Must be one of: a
                    "type": "BOOLEAN", "defaultValue": true        | defaultValue: must be a text in quotes
                    "type": "BOOLEAN", "defaultValue": "maybe"     | defaultValue: Must be one of: true, false
                    "type": "TEXTFIELD_3", "defaultValue": "abcd"  | defaultValue: Must have at most 3 characters
                    "type": "TEXTFIELD_9", "defaultValue": "a\\nb" | defaultValue: Must be text without control characters
                    "type": "PASSWORD", "defaultValue": "abc"      | defaultValue: a secret has no default
                    "type": "TEXTAREA", "displayOrder": -1         | displayOrder: must be a whole number from 0
                    "type": "TEXTAREA", "isPrivate": 0             | isPrivate: must be true or false
                    """)
    void refusesAnEntry(String members, String complaint) throws IOException {
        write("a.json", Sample.withEntry(members));

        assertThat(problems())
                .singleElement()
                .satisfies(
                        problem ->
                                assertThat(problem)
                                        .startsWith("a.json: configuration[0]." + complaint));
    }

    @Test
    void judgesDefaultsByTheirFormat() throws IOException {
        write(
                "a.json",
                Sample.withEntry("\"type\": \"TEXTFIELD_99\", \"defaultValue\": \"https://{sit}\"")
                        .replace(
                                "\"key\": \"acme\"",
                                "\"key\": \"acme\", \"valence\": {\"formats\": {\"site\":"
                                        + " \"url-template\"}}"));
        write(
                "b.json",
                Sample.withEntry("\"type\": \"TEXTFIELD_99\", \"defaultValue\": \"ftp://a\"")
                        .replace("900001", "900002")
                        .replace(
                                "\"key\": \"acme\"",
                                "\"key\": \"b\", \"valence\": {\"formats\": {\"site\":"
                                        + " \"http-url\"}}"));
        write(
                "c.json",
                Sample.withEntry("\"type\": \"TEXTFIELD_99\"")
                        .replace("900001", "900003")
                        .replace(
                                "\"key\": \"acme\"",
                                "\"key\": \"c\", \"valence\": {\"formats\": {\"site\": \"ftp\"}}"));

        assertThat(problems())
                .containsExactly(
                        "a.json: configuration[0].defaultValue: names 'sit' in braces, and there is"
                                + " no such entry",
                        "b.json: configuration[0].defaultValue: Must be an absolute http or https"
                                + " address",
                        "c.json: valence.formats['site']: there is no format 'ftp'");
    }

    @Test
    void refusesTwoEntriesOfOneKeyOrOneNumber() throws IOException {
        String entry =
                "{\"id\": 1, \"key\": \"site\", \"name\": \"Site\", \"description\": \"It.\","
                        + " \"type\": \"TEXTAREA\"}";
        write("a.json", Sample.minimal().replace("[]", "[" + entry + "," + entry + "]"));

        assertThat(problems())
                .containsExactly(
                        "a.json: configuration[1].id: another entry has this number",
                        "a.json: configuration[1].key: another entry has this key");
    }

    @Test
    void refusesTwoElementsOfOneNumber() throws IOException {
        write("a.json", Sample.minimal());
        write("b.json", Sample.minimal().replace("\"acme\"", "\"other\""));

        assertThat(problems()).containsExactly("b.json: id: 900001 is the number of acme");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    ``                       | is empty
                    []                       | must be a JSON object
                    null                     | must be a JSON object
                    {"id": 1, "id": 2}       | has the same member twice at line 1, column
                    {} {}                    | is not JSON
                    {"a": tru}               | is not JSON at line 1, column
                    """)
    void refusesWhatIsNoJsonObject(String text, String complaint) throws IOException {
        write("a.json", text);

        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("a.json: " + complaint));
    }

    @Test
    void refusesDeepNesting() throws IOException {
        write("a.json", "{\"a\": " + "[".repeat(10_000) + "]".repeat(10_000) + "}");

        assertThat(problems())
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem).startsWith("a.json: is nested too deeply"));
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        Files.write(
                directory.resolve("a.json"),
                "{\"name\": \"Müller\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem).startsWith("a.json: is not JSON"));
    }

    @Test
    void refusesAFileOfMoreThanOneMebibyte() throws IOException {
        write("a.json", Sample.minimal() + " ".repeat(OperatorFiles.LARGEST));

        assertThat(problems()).containsExactly("a.json: is larger than 1 MiB");
    }

    @Test
    void refusesADirectoryNamedLikeAFile() throws IOException {
        Files.createDirectory(directory.resolve("a.json"));

        assertThat(problems()).containsExactly("a.json: is not a file");
    }

    @Test
    void refusesMoreThanAThousandFiles() throws IOException {
        for (int i = 0; i <= OperatorFiles.MOST_FILES; i++) {
            write(i + ".json", "");
        }

        assertThat(problems()).containsExactly(directory + ": holds more than 1000 element files");
    }

    @Test
    void refusesADirectoryThatIsNotThere() {
        Path nowhere = directory.resolve("nowhere");

        Loading loading = ShippedElements.load(nowhere);

        assertThat(((Loading.Unusable) loading).problems())
                .containsExactly(nowhere + ": is not a directory");
    }

    @Test
    void keepsControlCharactersOutOfItsSentences() throws IOException {
        write("a.json", Sample.minimal().replace("none", "no\\n\\u001b[31m\\u202e"));

        assertThat(problems())
                .containsExactly("a.json: authentication.type: there is no scheme 'no??[31m?'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"hunter2\"", "hunter2"})
    void saysNoDefaultOfASecret(String written) throws IOException {
        write("a.json", Sample.withEntry("\"type\": \"PASSWORD\", \"defaultValue\": " + written));

        assertThat(problems()).allSatisfy(problem -> assertThat(problem).doesNotContain("hunter2"));
    }

    private List<String> problems() {
        Loading loading = ShippedElements.load(directory);
        assertThat(loading).isInstanceOf(Loading.Unusable.class);
        return ((Loading.Unusable) loading).problems();
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(directory.resolve(name), text);
    }
}
