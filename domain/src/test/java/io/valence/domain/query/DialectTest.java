package io.valence.domain.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

class DialectTest {
    @Nested
    class Oracle {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                textBlock =
                        """
                        Name='x'                          | Name='x'
                        Name = 'x' AND Rank > 'y'         | Name='x';Rank>'y'
                        a!=1 and b<>2                     | a!=1;b!=2
                        a<1 AND b<=1 AND c>1 AND d>=1     | a<1;b<=1;c>1;d>=1
                        a=1 AND (b=2 AND (c=3 AND d=4))   | a=1;b=2;c=3;d=4
                        Name LIKE 'Al%'                   | Name like 'Al%'
                        Name IS NULL AND a=1              | Name is null;a=1
                        Name IS NOT NULL                  | Name is not null
                        NOT a=1                           | a!=1
                        NOT a<1 AND NOT b>=1              | a>=1;b<1
                        NOT NOT a=1                       | a=1
                        NOT a IS NULL                     | a is not null
                        NOT (a=1 OR b='x')                | a!=1;b!='x'
                        NOT (a=1 OR NOT b='x')            | a!=1;b='x'
                        a IN ('x')                        | a='x'
                        a NOT IN ('x',2) AND b=1          | a!='x';a!=2;b=1
                        NOT a IN (1,2)                    | a!=1;a!=2
                        Name='O''Brien'                   | Name='O''Brien'
                        Name=''';Rank>''0'                | Name=''';Rank>''0'
                        Name='a;b (c) and `d` % * _ \\'   | Name='a;b (c) and `d` % * _ \\'
                        n=-1.50 AND m=1e3 AND o=+5        | n=-1.50;m=1000;o=5
                        yes=true AND no=FALSE             | yes=true;no=false
                        d=2017-02-28                      | d='2017-02-28'
                        d>2017-02-28T16:11:29.5+0100      | d>'2017-02-28T15:11:29.500Z'
                        Owner.Name='x'                    | Owner.Name='x'
                        `Name`='x'                        | Name='x'
                        """)
        void isAsked(String where, String query) {
            assertThat(where(SampleDialects.ORACLE, where))
                    .isEqualTo(new Translation.Written(query));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                textBlock =
                        """
                        a=1 OR b=2               | 5  | the vendor cannot be asked OR
                        c=3 AND (a=1 OR b=2)     | 14 | the vendor cannot be asked OR
                        NOT (a=1 AND b=2)        | 10 | the vendor cannot be asked OR, which NOT makes of this AND
                        a=1 AND b IN (1,2)       | 9  | the vendor cannot be asked IN
                        a=1 AND b NOT LIKE 'x'   | 9  | the vendor cannot be asked NOT LIKE
                        a=1 AND NOT b LIKE 'x'   | 13 | the vendor cannot be asked NOT LIKE
                        a LIKE '%5*'             | 1  | the vendor would take a character of this text for a wildcard
                        a LIKE 'a_b'             | 1  | the vendor would take a character of this text for a wildcard
                        a='😀' AND `b;c`=1        | 11 | no field of the vendor can have this name
                        `a='x';b`=1              | 1  | no field of the vendor can have this name
                        Größe=1                  | 1  | no field of the vendor can have this name
                        a-b=1                    | 1  | no field of the vendor can have this name
                        `5`=1                    | 1  | no field of the vendor can have this name
                        a.`b.c`=1                | 1  | no field of the vendor can have this name
                        `Is`=1                   | 1  | this name is a word of the vendor's language
                        a=1 AND `and`=1          | 9  | this name is a word of the vendor's language
                        a=1 AND asc=1            | 9  | this name is a word of the vendor's language
                        a=1e99                   | 1  | the vendor knows no numbers of more than 40 digits
                        a=1e999                  | 1  | the vendor knows no numbers of more than 40 digits
                        """)
        void cannotBeAsked(String where, int position, String reason) {
            assertThat(where(SampleDialects.ORACLE, where))
                    .isInstanceOfSatisfying(
                            Translation.Impossible.class,
                            impossible -> {
                                assertThat(impossible.position()).isEqualTo(position);
                                assertThat(impossible.reason()).startsWith(reason);
                            });
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        Name                      | Name:asc
                        Name asc,Rank DESC        | Name:asc,Rank:desc
                        `Name` desc , Owner.Name  | Name:desc,Owner.Name:asc
                        """)
        void isAskedForAnOrder(String orderBy, String order) {
            assertThat(SampleDialects.ORACLE.order(orderBy))
                    .isEqualTo(new Translation.Written(order));
        }
    }

    @Nested
    class Sap {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                textBlock =
                        """
                        a='x'                        | (a eq 'x')
                        a='x' AND b>'y'              | (a eq 'x') and (b gt 'y')
                        a!=1 AND (b<1 AND c<=1)      | (a ne 1) and (b lt 1) and (c le 1)
                        NOT (a>1 OR a<-1) AND b>=0   | (a le 1) and (a ge -1) and (b ge 0)
                        a NOT IN ('it''s', true)     | (a ne 'it''s') and (a ne true)
                        owner.id='1) or (1 eq 1'     | (owner.id eq '1) or (1 eq 1')
                        d<=2017-02-28T16:11Z         | (d le '2017-02-28T16:11:00Z')
                        """)
        void isAsked(String where, String query) {
            assertThat(where(SampleDialects.SAP, where)).isEqualTo(new Translation.Written(query));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                textBlock =
                        """
                        a='x' OR b=1      | 7 | the vendor cannot be asked OR
                        a LIKE 'x%'       | 1 | the vendor cannot be asked LIKE
                        a=1 AND b IS NULL | 9 | the vendor cannot be asked IS NULL
                        `eq`=1            | 1 | this name is a word of the vendor's language
                        `a eq 1) or (b`=1 | 1 | no field of the vendor can have this name
                        """)
        void cannotBeAsked(String where, int position, String reason) {
            assertThat(where(SampleDialects.SAP, where))
                    .isEqualTo(new Translation.Impossible(position, reason));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        name desc, id     | name desc,id
                        name asc,  id ASC | name,id
                        """)
        void isAskedForAnOrder(String orderBy, String order) {
            assertThat(SampleDialects.SAP.order(orderBy)).isEqualTo(new Translation.Written(order));
        }
    }

    @Nested
    class ALanguageWithMoreWords {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                textBlock =
                        """
                        a=1 or b=2                  | a=1 OR b=2
                        a=1 or (b=2 or c=3)         | a=1 OR b=2 OR c=3
                        a=1 and (b=2 or c=3)        | a=1 AND (b=2 OR c=3)
                        a=1 and b=2 or c=3          | (a=1 AND b=2) OR c=3
                        not (a=1 and b=2)           | a!=1 OR b!=2
                        not (a=1 or b=2) or c=3     | (a!=1 AND b!=2) OR c=3
                        a in (1,'x')                | a IN (1,'x')
                        not a in (1)                | a NOT IN (1)
                        not a like 'x%'             | a NOT LIKE 'x%'
                        """)
        void isAskedInThem(String where, String query) {

            assertThat(where(SampleDialects.CEQL, where)).isEqualTo(new Translation.Written(query));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                textBlock =
                        """
                        a in (1,2)            | a=1 OR a=2
                        a in (1,2) and b=1    | (a=1 OR a=2) AND b=1
                        a in (1,2) or b=1     | a=1 OR a=2 OR b=1
                        not a in (1,2) or b=1 | (a!=1 AND a!=2) OR b=1
                        """)
        void spellsOutInWithoutAWordForIt(String where, String query) {
            var words = words();
            words.remove(Word.IN);
            words.remove(Word.NOT_IN);

            assertThat(where(SampleDialects.ceql(words, false, true), where))
                    .isEqualTo(new Translation.Written(query));
        }

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                textBlock =
                        """
                        not a like 'x'        | NOT (a LIKE 'x')
                        a not like 'x'        | NOT (a LIKE 'x')
                        a != 1                | NOT (a=1)
                        not (a=1 and b<2)     | NOT (a=1 AND b<2)
                        not a<2               | NOT (a<2)
                        a is not null         | NOT (a IS NULL)
                        a not in (1,2)        | NOT (a IN (1,2))
                        """)
        void deniesWhatItHasNoContraryFor(String where, String query) {
            var words = words();
            List.of(
                            Word.OR,
                            Word.NOT_EQUAL,
                            Word.AT_LEAST,
                            Word.NOT_LIKE,
                            Word.IS_NOT_NULL,
                            Word.NOT_IN)
                    .forEach(words::remove);

            assertThat(where(SampleDialects.ceql(words, false, false), where))
                    .isEqualTo(new Translation.Written(query));
        }

        @Test
        void isNotAskedForGroupsThatItHasNot() {
            var flat = SampleDialects.ceql(words(), false, false);

            assertThat(where(flat, "a=1 AND (b=2 OR c=3)"))
                    .isEqualTo(
                            new Translation.Impossible(
                                    14, "the vendor cannot be asked OR within AND"));
            assertThat(where(flat, "a=1 OR b=2 AND c=3"))
                    .isEqualTo(
                            new Translation.Impossible(
                                    12, "the vendor cannot be asked AND within OR"));
        }

        @Test
        void escapesWhatIsAWildcardThereAlone() {
            var dialect =
                    new Dialect(
                            words(),
                            false,
                            false,
                            Optional.of(new Wildcards('*', "_", Optional.of('\\'))),
                            SampleDialects.literals('\\'),
                            new Naming("", Optional.empty()),
                            Optional.empty());

            assertThat(where(dialect, "a LIKE 'x%_*\\'' '"))
                    .isEqualTo(new Translation.Written("a LIKE 'x*\\\\_\\\\*\\\\\\\\\\' '"));
            assertThat(where(dialect, "a='\\'")).isEqualTo(new Translation.Written("a='\\\\'"));
            assertThat(where(dialect, "a.b=1"))
                    .isEqualTo(
                            new Translation.Impossible(
                                    1, "the vendor knows no fields within fields"));
        }

        @Test
        void isNotAskedWhatNobodyWouldSend() {
            var values = "'" + "x".repeat(1_000) + "'" + ",1".repeat(3_500);

            assertThat(where(SampleDialects.CEQL, "a = 'x\u0000'"))
                    .isEqualTo(
                            new Translation.Impossible(
                                    1, "the text has NUL or half a surrogate pair"));
            assertThat(where(SampleDialects.CEQL, "a = '\uD83D'"))
                    .isInstanceOf(Translation.Impossible.class);
            assertThat(where(SampleDialects.ORACLE, "a NOT IN (" + values + ")"))
                    .isEqualTo(
                            new Translation.Impossible(
                                    1, "the vendor's query would have more than 16384 characters"));
        }
    }

    @Nested
    class Orders {
        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '"',
                textBlock =
                        """
                        ""                | 1  | expected the name of a field
                        Name;Rank         | 5  | expected asc, desc, a comma or the end
                        Name:desc         | 5  | expected asc, desc, a comma or the end
                        Name desc desc    | 11 | expected a comma or the end
                        Name desc,        | 11 | expected the name of a field
                        "😀"              | 1  | expected the name of a field
                        `😀` desc          | 1  | no field of the vendor can have this name
                        Name, `a,b`       | 7  | no field of the vendor can have this name
                        Name `desc`       | 6  | expected asc, desc, a comma or the end
                        Name, in          | 7  | expected the name of a field
                        Name, desc        | 7  | this name is a word of the vendor's language
                        `a                | 3  | expected ` after the name from character 1
                        """)
        void areRefusedWithAPlace(String orderBy, int position, String reason) {
            assertThat(SampleDialects.SAP.order(orderBy))
                    .isEqualTo(new Translation.Impossible(position, reason));
        }

        @Test
        void areNotEndless() {
            assertThat(SampleDialects.SAP.order("a," + " ".repeat(Ceql.LONGEST)))
                    .isEqualTo(
                            new Translation.Impossible(
                                    8193,
                                    "expected the end, as there are at most 8192 characters"));
        }

        @Test
        void areNotAskedOfAVendorThatHasNone() {
            var single = sorting(new Sorting(Optional.empty(), Optional.empty(), Optional.empty()));

            assertThat(SampleDialects.CEQL.order("a"))
                    .isEqualTo(new Translation.Impossible(1, "the vendor knows no order"));
            assertThat(single.order("a asc")).isEqualTo(new Translation.Written("a"));
            assertThat(single.order("a desc"))
                    .isEqualTo(
                            new Translation.Impossible(
                                    3, "the vendor cannot be asked for this direction"));
            assertThat(single.order("a, b"))
                    .isEqualTo(
                            new Translation.Impossible(2, "the vendor orders by one field alone"));
        }

        private static Dialect sorting(Sorting sorting) {
            Dialect sap = SampleDialects.SAP;
            return new Dialect(
                    sap.words(),
                    sap.encloses(),
                    sap.groups(),
                    sap.wildcards(),
                    sap.literals(),
                    sap.naming(),
                    Optional.of(sorting));
        }
    }

    @Nested
    class Declarations {
        @ParameterizedTest
        @ValueSource(strings = {"", " ", " eq", "eq ", "'", "a\"", "`", "(", ")", "é", "\n", "a\\"})
        void knowNoPhraseThatCouldBeMore(String text) {
            assertThat(Phrase.parse(text)).isEmpty();
            assertThatThrownBy(() -> new Phrase(text)).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void knowNoLikeWithoutWildcards() {
            var words = Map.of(Word.LIKE, new Phrase("like"));
            var literals = SampleDialects.literals('\'');
            var naming = new Naming("", Optional.empty());

            assertThatThrownBy(
                            () ->
                                    new Dialect(
                                            words,
                                            false,
                                            false,
                                            Optional.empty(),
                                            literals,
                                            naming,
                                            Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void knowNoNamesThatCouldBeMore() {
            assertThatThrownBy(() -> new Naming("_;", Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Naming("", Optional.of('\'')))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Wildcards('\'', "", Optional.empty()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> SampleDialects.literals('*'))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static Map<Word, Phrase> words() {
        return new EnumMap<>(SampleDialects.all());
    }

    private static Translation where(Dialect dialect, String where) {
        return Ceql.parse(where)
                .fold(
                        dialect::where,
                        refused -> {
                            throw new AssertionError(refused.sentence());
                        });
    }
}
