package io.valence.application.call;

import io.valence.domain.call.Header;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The header in which a vendor says when to come back, in seconds or by a date (RFC 9110). */
public final class RetryAfter {
    /** The header's name. */
    public static final String NAME = "Retry-After";

    private static final int MOST_DIGITS = 18;

    private RetryAfter() {}

    /** How long to wait; none if the vendor does not say so, or not in words that can be read. */
    public static Optional<Duration> in(List<Header> headers, Instant now) {
        return Header.find(headers, NAME).flatMap(header -> read(header.value().strip(), now));
    }

    private static Optional<Duration> read(String text, Instant now) {
        if (isWhole(text)) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            long at =
                    ZonedDateTime.parse(
                                    text,
                                    DateTimeFormatter.RFC_1123_DATE_TIME.withLocale(Locale.ROOT))
                            .toEpochSecond();
            return Optional.of(Duration.ofSeconds(Math.max(0, at - now.getEpochSecond())));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }

    private static boolean isWhole(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
