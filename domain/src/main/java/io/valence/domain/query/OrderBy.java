package io.valence.domain.query;

import io.valence.domain.query.Translation.Impossible;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The reader of orders such as {@code Name desc, Rank}, who writes them in a vendor's language. */
final class OrderBy {
    private final String text;
    private final Dialect dialect;
    private final Sorting sorting;
    private final Function<Field, Optional<Field>> names;
    private final StringBuilder query = new StringBuilder(64);

    private OrderBy(
            String text, Dialect dialect, Sorting sorting, Function<Field, Optional<Field>> names) {
        this.names = names;
        this.text = text;
        this.dialect = dialect;
        this.sorting = sorting;
    }

    static Translation translate(
            String text, Dialect dialect, Sorting sorting, Function<Field, Optional<Field>> names) {
        if (text.length() > Ceql.LONGEST && text.codePointCount(0, text.length()) > Ceql.LONGEST) {
            return new Impossible(
                    Ceql.LONGEST + 1,
                    "expected the end, as there are at most " + Ceql.LONGEST + " characters");
        }
        return new OrderBy(text, dialect, sorting, names).translate(Lexer.tokens(text));
    }

    private Translation translate(List<Token> tokens) {
        int next = 0;
        while (true) {
            if (!(tokens.get(next) instanceof Token.Name name)) {
                return expected("the name of a field", tokens.get(next));
            }
            Optional<Field> field = names.apply(name.field());
            if (field.isEmpty()) {
                return impossible(Naming.UNKNOWN, name);
            }
            Optional<String> objection = dialect.naming().objection(field.get(), dialect);
            if (objection.isPresent()) {
                return impossible(objection.get(), name);
            }
            dialect.naming().write(field.get(), query);
            next++;
            boolean descends = isWord("desc", tokens.get(next));
            if (descends && sorting.descending().isEmpty()) {
                return impossible(
                        "the vendor cannot be asked for this direction", tokens.get(next));
            }
            boolean ends = !descends && !isWord("asc", tokens.get(next));
            Optional<Phrase> direction = descends ? sorting.descending() : sorting.ascending();
            direction.ifPresent(phrase -> phrase.writeAfter(query));
            next += ends ? 0 : 1;
            Token after = tokens.get(next);
            if (after instanceof Token.End) {
                return new Translation.Written(query.toString());
            }
            if (!(after instanceof Token.Symbol symbol) || !symbol.text().equals(",")) {
                return expected(
                        ends ? "asc, desc, a comma or the end" : "a comma or the end", after);
            }
            if (sorting.separator().isEmpty()) {
                return impossible("the vendor orders by one field alone", after);
            }
            sorting.separator().get().writeBetween(query);
            next++;
        }
    }

    /** A name between backticks is never a direction. */
    private boolean isWord(String word, Token token) {
        return token instanceof Token.Name name
                && text.charAt(name.at()) != '`'
                && name.field().path().size() == 1
                && name.field().path().get(0).equalsIgnoreCase(word);
    }

    private Impossible expected(String expectation, Token found) {
        String wanted =
                found instanceof Token.Wrong wrong
                        ? wrong.expectation().orElse(expectation)
                        : expectation;
        return impossible("expected " + wanted, found);
    }

    private Impossible impossible(String reason, Token at) {
        return new Impossible(Lexer.position(text, at.at()), reason);
    }
}
