package io.valence.sandbox.row;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;

/** What one field of a record must be like. A field without a value is unlike every value. */
public record Condition(String field, Operator operator, Literal literal)
        implements Predicate<ObjectNode> {
    @Override
    public boolean test(ObjectNode row) {
        JsonNode value = row.path(field);
        boolean isAbsent = value.isMissingNode() || value.isNull();
        if (literal instanceof Literal.Null) {
            return operator == Operator.EQUAL
                    ? isAbsent
                    : operator == Operator.NOT_EQUAL && !isAbsent;
        }
        if (isAbsent) {
            return false;
        }
        if (operator == Operator.LIKE) {
            return literal instanceof Literal.Text(String pattern)
                    && isLike(value.asString(), pattern);
        }
        OptionalInt comparison = compare(value);
        return comparison.isPresent()
                ? operator.fits(comparison.getAsInt())
                : operator == Operator.NOT_EQUAL;
    }

    private OptionalInt compare(JsonNode value) {
        return switch (literal) {
            case Literal.Text(String text) -> compare(value, text);
            case Literal.Decimal(BigDecimal number) -> compare(value, number);
            case Literal.Flag(boolean flag) ->
                    value.isBoolean()
                            ? OptionalInt.of(Boolean.compare(value.booleanValue(), flag))
                            : OptionalInt.empty();
            case Literal.Null _ -> OptionalInt.empty();
        };
    }

    private static OptionalInt compare(JsonNode value, String text) {
        if (value.isNumber()) {
            return Literal.decimal(text)
                    .map(number -> compare(value, number))
                    .orElse(OptionalInt.empty());
        }
        if (value.isBoolean()) {
            return text.equals("true") || text.equals("false")
                    ? OptionalInt.of(
                            Boolean.compare(value.booleanValue(), Boolean.parseBoolean(text)))
                    : OptionalInt.empty();
        }
        if (!value.isString()) {
            return OptionalInt.empty();
        }
        String own = value.stringValue();
        Optional<OffsetDateTime> ownTime = time(own);
        Optional<OffsetDateTime> otherTime = ownTime.flatMap(_ -> time(text));
        return OptionalInt.of(
                ownTime.isPresent() && otherTime.isPresent()
                        ? ownTime.get().toInstant().compareTo(otherTime.get().toInstant())
                        : own.compareTo(text));
    }

    private static OptionalInt compare(JsonNode value, BigDecimal number) {
        Optional<BigDecimal> own =
                value.isNumber()
                        ? Optional.of(value.decimalValue())
                        : Literal.decimal(value.asString());
        return own.map(each -> OptionalInt.of(each.compareTo(number))).orElse(OptionalInt.empty());
    }

    private static Optional<OffsetDateTime> time(String text) {
        if (text.length() < 16 || text.length() > 40 || text.indexOf('T') != 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text));
        } catch (DateTimeException other) {
            return Optional.empty();
        }
    }

    /** Goes back to the last wild card alone, so that no pattern takes long. */
    private static boolean isLike(String whole, String wanted) {
        String text = whole.toLowerCase(Locale.ROOT);
        String pattern = wanted.toLowerCase(Locale.ROOT);
        int t = 0;
        int p = 0;
        int wild = -1;
        int from = 0;
        while (t < text.length()) {
            if (p < pattern.length() && isWild(pattern.charAt(p))) {
                wild = p++;
                from = t;
            } else if (p < pattern.length() && pattern.charAt(p) == text.charAt(t)) {
                p++;
                t++;
            } else if (wild >= 0) {
                p = wild + 1;
                t = ++from;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && isWild(pattern.charAt(p))) {
            p++;
        }
        return p == pattern.length();
    }

    private static boolean isWild(char c) {
        return c == '%' || c == '*';
    }
}
