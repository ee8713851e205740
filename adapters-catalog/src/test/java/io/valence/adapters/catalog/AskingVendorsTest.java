package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.query.Ceql;
import io.valence.domain.query.Dialect;
import io.valence.domain.query.Parsed;
import io.valence.domain.query.Translation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What {@code valence.query} of a file comes to. */
class AskingVendorsTest {
    private static final long ORACLE = 1948;
    private static final long SAP = 2198;

    private final Findings findings = new Findings();

    @Test
    void shippedElementsSayHowTheirVendorsAreAsked() {
        assertThat(where(shipped(ORACLE), "Name = 'O''Brien' AND Rank > 1 AND City LIKE 'B%'"))
                .isEqualTo(new Translation.Written("Name='O''Brien';Rank>1;City like 'B%'"));
        assertThat(shipped(ORACLE).order("Name, Rank desc"))
                .isEqualTo(new Translation.Written("Name:asc,Rank:desc"));
        assertThat(where(shipped(SAP), "a = 'x' AND b > 'y'"))
                .isEqualTo(new Translation.Written("(a eq 'x') and (b gt 'y')"));
        assertThat(shipped(SAP).order("name desc, id"))
                .isEqualTo(new Translation.Written("name desc,id"));
    }

    @Test
    void canSayNothingAtAll() {
        Dialect dialect =
                read("{\"literals\": {}, \"names\": {}}", Source.SHIPPED)
                        .flatMap(element -> element.api().dialect())
                        .orElseThrow();

        assertThat(where(dialect, "a=1"))
                .isEqualTo(new Translation.Impossible(1, "the vendor cannot be asked ="));
        assertThat(findings.warnings()).isEmpty();
    }

    @Test
    void readsASignThatMarksOthers() {
        Dialect dialect =
                read(
                                """
                                {"words": {"LIKE": "like", "NOT LIKE": null},
                                 "wildcards": {"any": "*", "others": "?", "escape": "\\\\"},
                                 "literals": {"quote": "\\"", "escape": "\\\\"},
                                 "names": {"further": "-", "path": "/"}}
                                """,
                                Source.SHIPPED)
                        .flatMap(element -> element.api().dialect())
                        .orElseThrow();

        assertThat(where(dialect, "a.b-c LIKE '%\"?'"))
                .isEqualTo(new Translation.Written("a/b-c like \"*\\\"\\\\?\""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {"names": {}}                                | literals: is missing
                    {"literals": {}}                             | names: is missing
                    {"literals": {}, "names": []}                | names: must be an object
                    {"words": {"==": "x"}, "literals": {}, "names": {}} | words['==']: there is no such word
                    {"words": {"=": "'"}, "literals": {}, "names": {}}  | words.=: must be 1 to 32 ASCII
                    {"words": {"=": ""}, "literals": {}, "names": {}}   | words.=: must be 1 to 32 ASCII
                    {"words": {"=": 1}, "literals": {}, "names": {}}    | words.=: must be a text in quotes
                    {"words": {"=": "eq", "!=": "EQ"}, "literals": {}, "names": {}} | words.!=: is written like '='
                    {"words": {"LIKE": "like"}, "literals": {}, "names": {}} | wildcards: is missing, and there is a LIKE
                    {"wildcards": {}, "literals": {}, "names": {}} | wildcards.any: is missing
                    {"wildcards": {"any": "%%"}, "literals": {}, "names": {}} | wildcards.any: must be a sign
                    {"wildcards": {"any": "%", "others": "x"}, "literals": {}, "names": {}} | wildcards.others: must be signs
                    {"wildcards": {"any": "%", "escape": "'"}, "literals": {}, "names": {}} | wildcards.escape: must be a sign
                    {"literals": {"quote": "`"}, "names": {}}    | literals.quote: must be ' or "
                    {"literals": {"escape": "%"}, "names": {}}   | literals.escape: must be the quote or a backslash
                    {"literals": {"dates": "iso"}, "names": {}}  | literals.dates: must be bare or quoted
                    {"literals": {}, "names": {"further": "_;"}} | names.further: may have _, $ and -
                    {"literals": {}, "names": {"path": "::"}}    | names.path: must be . or /
                    {"order": {"ascending": "("}, "literals": {}, "names": {}} | order.ascending: must be 1 to 32
                    {"groups": "yes", "literals": {}, "names": {}} | groups: must be true or false
                    """)
    void refusesWhatCannotBe(String query, String complaint) {
        Optional<Element> element = read(query.replace("`", "\\u0060"), Source.OPERATOR);

        assertThat(element).isEmpty();
        assertThat(findings.problems())
                .singleElement()
                .satisfies(p -> assertThat(p).startsWith("a.json: valence.query." + complaint));
    }

    @Test
    void namesEverythingThatIsWrong() {
        read(
                """
                {"words": {"LIKE": "'", "x": ""}, "wildcards": {"others": "'"},
                 "literals": {"numbers": "no"}, "names": {"path": ","}, "order": {"separator": "`"}}
                """,
                Source.OPERATOR);

        assertThat(findings.problems()).hasSize(7);
    }

    @ParameterizedTest
    @EnumSource
    void passesOverWhatItDoesNotKnowInFilesOfOperatorsAlone(Source source) {
        Optional<Element> element =
                read(
                        """
                        {"a": 1, "literals": {"b": 1}, "names": {"c": 1}, "order": {"d": 1},
                         "wildcards": {"any": "*", "e": 1}}
                        """,
                        source);

        assertThat(element.isPresent()).isEqualTo(source == Source.OPERATOR);
        assertThat(source == Source.OPERATOR ? findings.warnings() : findings.problems())
                .hasSize(5)
                .allSatisfy(finding -> assertThat(finding).contains("is unknown"));
    }

    private static Dialect shipped(long id) {
        return ShippedElements.load()
                .get(new ElementId(id))
                .flatMap(element -> element.api().dialect())
                .orElseThrow();
    }

    private static Translation where(Dialect dialect, String where) {
        return dialect.where((Parsed.Understood) Ceql.parse(where));
    }

    private Optional<Element> read(String query, Source source) {
        String text = Sample.minimal().replace("[]", "[], \"valence\": {\"query\": " + query + "}");
        ObjectNode root = (ObjectNode) new JsonMapper().readTree(text);
        return new ElementReader(source, Set.of("general"), new Numbers(List.of()), findings)
                .read("a.json", root);
    }
}
