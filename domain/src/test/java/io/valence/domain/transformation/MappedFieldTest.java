package io.valence.domain.transformation;

import static io.valence.domain.transformation.Records.over;
import static io.valence.domain.transformation.Records.typed;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.query.Ceql;
import io.valence.domain.query.Dialect;
import io.valence.domain.query.Parsed;
import io.valence.domain.query.Phrase;
import io.valence.domain.query.SampleDialects;
import io.valence.domain.query.Translation;
import io.valence.domain.query.Word;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What vendors are asked about fields that they keep as values of another type. */
class MappedFieldTest {
    private static final Map<Word, Phrase> WORDS =
            List.of(Word.EQUAL, Word.GREATER, Word.LIKE, Word.IN, Word.IS_NULL, Word.AND).stream()
                    .collect(Collectors.toMap(word -> word, word -> new Phrase(word.written())));

    private static final Dialect PLAIN = SampleDialects.ceql(WORDS, false, false);

    private static Translation asked(String type, String vendorType, String where) {
        Transformation mapping = over(typed("f", type, "v", vendorType));
        return PLAIN.where((Parsed.Understood) Ceql.parse(where), mapping::counterpartOf);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "string  | number  | f = '1958'                   | v=1958",
                "string  | integer | f IN ('1','-2.50')           | v IN (1,-2.50)",
                "string  | number  | f = 1958                     | v=1958",
                "number  | string  | f = 1958                     | v='1958'",
                "number  | string  | f IN (1,'x')                 | v IN ('1','x')",
                "string  | boolean | f = 'true'                   | v=true",
                "boolean | string  | f = false                    | v='false'",
                "boolean | string  | f LIKE 'tr%'                 | v LIKE 'tr%'",
                "number  | string  | f LIKE '19%'                 | v LIKE '19%'",
                "date    | number  | f > 2017-02-28T16:11:29Z     | v>1488298289000",
                "date    | number  | f > '2017-02-28T16:11:29Z'   | v>1488298289000",
                "date    | number  | f > 2017-02-28T17:11:29+0100 | v>1488298289000",
                "date    | number  | f = 2017-02-28               | v=1488240000000",
                "number  | date    | f > 1488298289000            | v>2017-02-28T16:11:29Z",
                "string  | date    | f = '2017-02-28'             | v=2017-02-28",
                "date    | string  | f = 2017-02-28               | v='2017-02-28'",
                "''      | number  | f > '1958'                   | v>1958",
                "string  | number  | f IS NULL                    | v IS NULL",
                "string  | string  | f > 'a' AND f = 5            | v>'a' AND v='5'",
                "number  | number  | f > 5                        | v>5",
                "date    | date    | f = 'whatever'               | v='whatever'",
                "string  | ''      | f = '5'                      | v='5'",
                "string  | other   | f > '5'                      | v>'5'"
            })
    void isAskedAboutValuesOfTheVendorsType(
            String type, String vendorType, String where, String query) {
        assertThat(asked(type.replace("'", ""), vendorType.replace("'", ""), where))
                .isEqualTo(new Translation.Written(query));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "string  | number  | f = 'many'              | 1  | values of another type",
                "string  | number  | f = '007'               | 1  | values of another type",
                "number  | number  | f IN (1,'x')            | 1  | values of another type",
                "string  | number  | f = '1' AND f = true    | 13 | values of another type",
                "string  | boolean | f = 'yes'               | 1  | values of another type",
                "string  | boolean | f = 1                   | 1  | values of another type",
                "date    | number  | f = 'yesterday'         | 1  | values of another type",
                "date    | number  | f = 2017-02-28T16:11:29.0001Z | 1  | values of another type",
                "number  | date    | f = 1.5                 | 1  | values of another type",
                "string  | date    | f = 'yesterday'         | 1  | values of another type",
                "string  | number  | f = '1' AND f > '1'     | 13 | texts have another order",
                "number  | string  | f > 1                   | 1  | texts have another order",
                "string  | number  | f LIKE '1%'             | 1  | the vendor keeps no texts",
                "date    | number  | f LIKE '2017%'          | 1  | the vendor keeps no texts"
            })
    void isNotAskedAboutWhatTheVendorKeepsOtherwise(
            String type, String vendorType, String where, int position, String reason) {
        assertThat(asked(type, vendorType, where))
                .isInstanceOfSatisfying(
                        Translation.Impossible.class,
                        refused -> {
                            assertThat(refused.position()).isEqualTo(position);
                            assertThat(refused.reason()).contains(reason);
                        });
    }

    @Test
    void isAskedAboutWhatIsWithinItAsItIs() {
        assertThat(asked("string", "number", "f.x > '5'"))
                .isEqualTo(new Translation.Written("v.x>'5'"));
        assertThat(asked("string", "number", "g = '5'"))
                .isEqualTo(new Translation.Impossible(1, "there is no field of this name"));
    }
}
