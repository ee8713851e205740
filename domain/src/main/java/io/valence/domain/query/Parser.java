package io.valence.domain.query;

import io.valence.domain.query.Parsed.Refused;
import io.valence.domain.query.Parsed.Understood;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The grammar: one method for each of its rules, in its order. */
final class Parser {
    private static final String VALUE =
            "a value: a text in single quotes, a number, a date, true or false";

    private final String text;
    private final Deque<Token> ahead;
    private final List<Positions.Place> places = new ArrayList<>();

    Parser(String text) {
        this.text = text;
        this.ahead = new ArrayDeque<>(Lexer.tokens(text));
    }

    Parsed parse() {
        Parsed whole = either(0);
        if (!(whole instanceof Understood understood)) {
            return whole;
        }
        return ahead.element() instanceof Token.End
                ? new Understood(understood.expression(), new Positions(text, places))
                : refused("AND, OR or the end");
    }

    private Understood understood(Expression part, Token word) {
        places.add(new Positions.Place(part, word.at()));
        return new Understood(part);
    }

    private Parsed either(int depth) {
        return joined("OR", depth, this::both, Expression.Or::new);
    }

    private Parsed both(int depth) {
        return joined("AND", depth, this::term, Expression.And::new);
    }

    private Parsed joined(
            String keyword,
            int depth,
            Function<Integer, Parsed> part,
            Function<List<Expression>, Expression> join) {
        Parsed first = part.apply(depth);
        Token word = ahead.element();
        if (first instanceof Refused || !isKeyword(keyword)) {
            return first;
        }
        List<Expression> parts = new ArrayList<>();
        Parsed next = first;
        while (next instanceof Understood understood) {
            parts.add(understood.expression());
            if (!takesKeyword(keyword)) {
                return understood(join.apply(parts), word);
            }
            next = part.apply(depth);
        }
        return next;
    }

    private Parsed term(int depth) {
        boolean nests = isKeyword("NOT") || isSymbol("(");
        if (nests && depth == Ceql.DEEPEST) {
            return refused("at most " + Ceql.DEEPEST + " levels of parentheses and NOT");
        }
        Token word = ahead.element();
        if (takesKeyword("NOT")) {
            Parsed part = term(depth + 1);
            return part instanceof Understood understood
                    ? understood(new Expression.Not(understood.expression()), word)
                    : part;
        }
        if (takesSymbol("(")) {
            Parsed inner = either(depth + 1);
            return inner instanceof Refused || takesSymbol(")") ? inner : refused("AND, OR or )");
        }
        return test();
    }

    private Parsed test() {
        if (!(ahead.element() instanceof Token.Name name)) {
            return refused("a field, NOT or (");
        }
        ahead.remove();
        if (takesKeyword("IS")) {
            boolean negated = takesKeyword("NOT");
            return takesKeyword("NULL")
                    ? understood(new Expression.IsNull(name.field(), negated), name)
                    : refused(negated ? "NULL" : "NULL or NOT NULL");
        }
        boolean negated = takesKeyword("NOT");
        if (takesKeyword("LIKE")) {
            return like(name, negated);
        }
        if (takesKeyword("IN")) {
            return in(name, negated);
        }
        return negated ? refused("LIKE or IN") : comparison(name);
    }

    private Parsed comparison(Token.Name name) {
        Optional<Operator> operator =
                ahead.element() instanceof Token.Symbol symbol
                        ? Operator.of(symbol.text())
                        : Optional.empty();
        if (operator.isEmpty()) {
            return refused("an operator: =, !=, <, <=, >, >=, LIKE, IN or IS");
        }
        ahead.remove();
        return takesValue()
                .<Parsed>map(
                        value ->
                                understood(
                                        new Expression.Comparison(
                                                name.field(), operator.get(), value),
                                        name))
                .orElseGet(() -> refused(VALUE));
    }

    private Parsed like(Token.Name name, boolean negated) {
        if (ahead.element() instanceof Token.Literal literal
                && literal.value() instanceof Value.Text pattern) {
            ahead.remove();
            return understood(new Expression.Like(name.field(), pattern.text(), negated), name);
        }
        return refused("a text in single quotes");
    }

    private Parsed in(Token.Name name, boolean negated) {
        if (!takesSymbol("(")) {
            return refused("(");
        }
        List<Value> values = new ArrayList<>();
        do {
            Optional<Value> value = takesValue();
            if (value.isEmpty()) {
                return refused(VALUE);
            }
            values.add(value.get());
        } while (takesSymbol(","));
        return takesSymbol(")")
                ? understood(new Expression.In(name.field(), values, negated), name)
                : refused(", or )");
    }

    private Optional<Value> takesValue() {
        if (ahead.element() instanceof Token.Literal literal) {
            ahead.remove();
            return Optional.of(literal.value());
        }
        return Optional.empty();
    }

    private boolean takesKeyword(String word) {
        boolean there = isKeyword(word);
        if (there) {
            ahead.remove();
        }
        return there;
    }

    private boolean takesSymbol(String text) {
        boolean there = isSymbol(text);
        if (there) {
            ahead.remove();
        }
        return there;
    }

    private boolean isKeyword(String word) {
        return ahead.element() instanceof Token.Keyword keyword && keyword.word().equals(word);
    }

    private boolean isSymbol(String text) {
        return ahead.element() instanceof Token.Symbol symbol && symbol.text().equals(text);
    }

    private Refused refused(String expectation) {
        Token token = ahead.element();
        String wanted =
                token instanceof Token.Wrong wrong
                        ? wrong.expectation().orElse(expectation)
                        : expectation;
        return new Refused(Lexer.position(text, token.at()), wanted);
    }
}
