package io.valence.domain.query;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The languages of two vendors, and a third that can say whatever CEQL can. */
public final class SampleDialects {
    private static final List<Word> OPERATORS =
            List.of(
                    Word.EQUAL,
                    Word.NOT_EQUAL,
                    Word.LESS,
                    Word.AT_MOST,
                    Word.GREATER,
                    Word.AT_LEAST);

    static final Dialect ORACLE =
            new Dialect(
                    words("= != < <= > >=".split(" "), "like", "", "is null", "is not null", ";"),
                    false,
                    false,
                    Optional.of(new Wildcards('%', "*_", Optional.empty())),
                    literals('\''),
                    new Naming("_", Optional.of('.')),
                    Optional.of(new Sorting(phrase(":asc"), phrase(":desc"), phrase(","))));

    static final Dialect SAP =
            new Dialect(
                    words("eq ne lt le gt ge".split(" "), "", "", "", "", "and"),
                    true,
                    false,
                    Optional.empty(),
                    literals('\''),
                    new Naming("_", Optional.of('.')),
                    Optional.of(new Sorting(Optional.empty(), phrase("desc"), phrase(","))));

    static final Dialect CEQL = ceql(all(), false, true);

    private SampleDialects() {}

    /** As much of CEQL as these words can say. */
    public static Dialect ceql(Map<Word, Phrase> words, boolean encloses, boolean groups) {
        return new Dialect(
                words,
                encloses,
                groups,
                Optional.of(new Wildcards('%', "", Optional.empty())),
                new Literals(
                        '\'',
                        '\'',
                        Optional.of(Notation.BARE),
                        Optional.of(Notation.BARE),
                        Optional.of(Notation.BARE)),
                new Naming("_$-", Optional.of('.')),
                Optional.empty());
    }

    static Map<Word, Phrase> all() {
        Map<Word, Phrase> words = new EnumMap<>(Word.class);
        for (Word word : Word.values()) {
            words.put(word, new Phrase(word.written()));
        }
        return words;
    }

    static Literals literals(char escape) {
        return new Literals(
                '\'',
                escape,
                Optional.of(Notation.BARE),
                Optional.of(Notation.BARE),
                Optional.of(Notation.QUOTED));
    }

    private static Map<Word, Phrase> words(
            String[] operators,
            String like,
            String notLike,
            String isNull,
            String isNotNull,
            String and) {
        Map<Word, Phrase> words = new EnumMap<>(Word.class);
        for (int i = 0; i < operators.length; i++) {
            words.put(OPERATORS.get(i), new Phrase(operators[i]));
        }
        Map.of(
                        Word.LIKE, like,
                        Word.NOT_LIKE, notLike,
                        Word.IS_NULL, isNull,
                        Word.IS_NOT_NULL, isNotNull,
                        Word.AND, and)
                .forEach((word, text) -> phrase(text).ifPresent(known -> words.put(word, known)));
        return words;
    }

    private static Optional<Phrase> phrase(String text) {
        return Phrase.parse(text);
    }
}
