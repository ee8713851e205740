package io.valence.domain.transformation;

import io.valence.domain.document.Node;
import io.valence.domain.query.Value;
import io.valence.domain.transformation.FieldType.Kind;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * What becomes of a value that is wanted as another type: the same value, or itself if it cannot be
 * said in the other type without a loss.
 *
 * @param from of dates alone: whether they are numbers there, counting milliseconds
 */
record Conversion(Kind from, Kind to) {
    /** Of what nothing is said. */
    static final Conversion NONE = new Conversion(Kind.OTHER, Kind.OTHER);

    private static final int MOST_DIGITS = 15;

    static Conversion between(Optional<FieldType> from, Optional<FieldType> to) {
        return new Conversion(
                from.map(FieldType::kind).orElse(Kind.OTHER),
                to.map(FieldType::kind).orElse(Kind.OTHER));
    }

    Node of(Node value) {
        if (to == Kind.TEXT) {
            return text(value);
        }
        if (to == Kind.NUMBER) {
            return from == Kind.DATE ? milliseconds(value) : number(value);
        }
        if (to == Kind.TRUTH) {
            return truth(value);
        }
        return to == Kind.DATE && from == Kind.NUMBER ? date(value) : value;
    }

    /** Whether each side says what it has, and they differ. */
    boolean isOfKinds() {
        return from != to && from != Kind.OTHER && to != Kind.OTHER;
    }

    /** A value that is compared with; none if it would be kept as something else. */
    Optional<Value> of(Value value) {
        if (to == Kind.TEXT) {
            return Optional.of(new Value.Text(value.text()));
        }
        if (to == Kind.NUMBER || to == Kind.TRUTH) {
            return compared(of(node(value)));
        }
        boolean wantsDate = to == Kind.DATE && isOfKinds();
        if (!wantsDate || value instanceof Value.Moment) {
            return Optional.of(value);
        }
        return of(node(value)) instanceof Node.Text date
                ? Value.Moment.parse(date.text()).map(moment -> moment)
                : Optional.empty();
    }

    private Optional<Value> compared(Node converted) {
        if (converted instanceof Node.Decimal number && to == Kind.NUMBER) {
            return Value.Decimal.parse(number.digits()).map(decimal -> decimal);
        }
        return converted instanceof Node.Truth it && to == Kind.TRUTH
                ? Optional.of(new Value.Truth(it.truth()))
                : Optional.empty();
    }

    /** As a record has it; a moment, of which the zone may be left out, in UTC. */
    private static Node node(Value value) {
        if (value instanceof Value.Decimal number) {
            return new Node.Decimal(number.text());
        }
        if (value instanceof Value.Truth it) {
            return new Node.Truth(it.truth());
        }
        return new Node.Text(
                value instanceof Value.Moment moment ? moment.instant().toString() : value.text());
    }

    private static Node text(Node value) {
        if (value instanceof Node.Decimal number) {
            return new Node.Text(number.digits());
        }
        return value instanceof Node.Truth it ? new Node.Text(Boolean.toString(it.truth())) : value;
    }

    private static Node number(Node value) {
        return value instanceof Node.Text it && isNumber(it.text())
                ? new Node.Decimal(it.text())
                : value;
    }

    private static Node truth(Node value) {
        if (value instanceof Node.Text it
                && (it.text().equals("true") || it.text().equals("false"))) {
            return new Node.Truth(it.text().equals("true"));
        }
        return value;
    }

    private static Node date(Node value) {
        return value instanceof Node.Decimal number && isWhole(number.digits())
                ? new Node.Text(Instant.ofEpochMilli(Long.parseLong(number.digits())).toString())
                : value;
    }

    private static Node milliseconds(Node value) {
        if (!(value instanceof Node.Text it)) {
            return value;
        }
        try {
            Instant moment = Instant.parse(it.text());
            long count = moment.toEpochMilli();
            return it.text().endsWith("Z") && Instant.ofEpochMilli(count).equals(moment)
                    ? new Node.Decimal(Long.toString(count))
                    : value;
        } catch (DateTimeException | ArithmeticException notAMoment) {
            return value;
        }
    }

    private static boolean isWhole(String digits) {
        String unsigned = digits.startsWith("-") ? digits.substring(1) : digits;
        return unsigned.length() <= MOST_DIGITS && areDigits(unsigned);
    }

    /** Whether JSON would write a number so (RFC 8259, section 6): then no letter of it is lost. */
    private static boolean isNumber(String text) {
        String unsigned = text.startsWith("-") ? text.substring(1) : text;
        int exponent = unsigned.toLowerCase(Locale.ROOT).indexOf('e');
        String mantissa = exponent < 0 ? unsigned : unsigned.substring(0, exponent);
        int point = mantissa.indexOf('.');
        String whole = point < 0 ? mantissa : mantissa.substring(0, point);
        return areDigits(whole)
                && (whole.length() == 1 || whole.charAt(0) != '0')
                && (point < 0 || areDigits(mantissa.substring(point + 1)))
                && (exponent < 0 || isExponent(unsigned.substring(exponent + 1)));
    }

    private static boolean isExponent(String text) {
        return areDigits(text.startsWith("+") || text.startsWith("-") ? text.substring(1) : text);
    }

    private static boolean areDigits(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
