package io.valence.domain.query;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/** What a field is compared with, and what a record holds in it. */
public sealed interface Value {
    /** The value as text, which LIKE looks at. */
    String text();

    /** A text. */
    record Text(String text) implements Value {}

    /** A number. */
    record Decimal(BigDecimal number) implements Value {
        private static final int LONGEST = 100;
        private static final int MOST_EXPONENT_DIGITS = 3;

        /** The number that this text is, if it is one: in decimals, possibly with an exponent. */
        public static Optional<Decimal> parse(String text) {
            if (text.length() > LONGEST) {
                return Optional.empty();
            }
            int at = afterDigits(text, afterSign(text, 0));
            if (at > 0 && at < text.length() && text.charAt(at) == '.') {
                at = afterDigits(text, at + 1);
            }
            if (at > 0 && at < text.length() && (text.charAt(at) | 0x20) == 'e') {
                int digits = afterSign(text, at + 1);
                at = text.length() - digits > MOST_EXPONENT_DIGITS ? -1 : afterDigits(text, digits);
            }
            return at == text.length()
                    ? Optional.of(new Decimal(new BigDecimal(text)))
                    : Optional.empty();
        }

        private static int afterSign(String text, int at) {
            boolean signed = at < text.length() && "+-".indexOf(text.charAt(at)) >= 0;
            return signed ? at + 1 : at;
        }

        /** Where the digits that begin here end; -1 if there are none. */
        private static int afterDigits(String text, int at) {
            int end = at;
            while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
                end++;
            }
            return end == at ? -1 : end;
        }

        @Override
        public String text() {
            return Math.abs((long) number.scale()) <= LONGEST
                    ? number.toPlainString()
                    : number.toString();
        }
    }

    /** A point in time and how it was written. */
    record Moment(String text, Instant instant) implements Value {
        private static final int DATE = 10;

        /**
         * The moment that this text is, if it is an ISO 8601 date, or date and time; in UTC unless
         * it says otherwise.
         */
        public static Optional<Moment> parse(String text) {
            if (text.length() < DATE || text.charAt(4) != '-' || text.charAt(7) != '-') {
                return Optional.empty();
            }
            try {
                LocalDate day = LocalDate.parse(text.substring(0, DATE));
                if (text.length() == DATE) {
                    return Optional.of(
                            new Moment(text, day.atStartOfDay().toInstant(ZoneOffset.UTC)));
                }
                if (text.charAt(DATE) != 'T') {
                    return Optional.empty();
                }
                int zone = DATE + 1;
                while (zone < text.length() && "Z+-".indexOf(text.charAt(zone)) < 0) {
                    zone++;
                }
                LocalTime time = LocalTime.parse(text.substring(DATE + 1, zone));
                ZoneOffset offset =
                        zone == text.length()
                                ? ZoneOffset.UTC
                                : ZoneOffset.of(text.substring(zone));
                return Optional.of(new Moment(text, day.atTime(time).toInstant(offset)));
            } catch (DateTimeException noMoment) {
                return Optional.empty();
            }
        }
    }

    /** True or false. */
    record Truth(boolean truth) implements Value {
        @Override
        public String text() {
            return Boolean.toString(truth);
        }
    }
}
