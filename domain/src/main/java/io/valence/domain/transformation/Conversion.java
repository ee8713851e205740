package io.valence.domain.transformation;

import io.valence.domain.document.Node;
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
