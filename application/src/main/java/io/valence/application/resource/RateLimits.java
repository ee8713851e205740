package io.valence.application.resource;

import io.valence.application.call.RetryAfter;
import io.valence.domain.call.Header;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a vendor says of how often it may be asked, in one form for all vendors: {@code RateLimit}
 * and {@code RateLimit-Policy} as the IETF's draft has them, and {@code Retry-After} in seconds.
 */
final class RateLimits {
    private static final String RATE_LIMIT = "RateLimit";
    private static final String POLICY = "RateLimit-Policy";
    private static final List<String> BEGINNINGS =
            List.of("X-RateLimit-", "X-Rate-Limit-", "RateLimit-");

    /** Greater ones are times, and not periods (1 January 2001). */
    private static final long GREATEST_PERIOD = 978_307_200L;

    private static final int MOST_DIGITS = 18;

    private RateLimits() {}

    /** The headers that say it to a caller; none if the vendor says nothing that can be read. */
    static List<Header> of(List<Header> vendors, Instant now) {
        List<Header> said = new ArrayList<>();
        if (vendors.isEmpty()) {
            return said;
        }
        Optional<Header> limit = Header.find(vendors, RATE_LIMIT);
        Optional<Header> policy = Header.find(vendors, POLICY);
        limit.ifPresent(said::add);
        policy.ifPresent(said::add);
        if (limit.isEmpty()) {
            for (String beginning : BEGINNINGS) {
                if (said.isEmpty()) {
                    said.addAll(translated(vendors, beginning, now));
                }
            }
        }
        RetryAfter.in(vendors, now)
                .ifPresent(
                        rest ->
                                said.add(
                                        new Header(
                                                RetryAfter.NAME, Long.toString(rest.toSeconds()))));
        return said;
    }

    private static List<Header> translated(List<Header> vendors, String beginning, Instant now) {
        OptionalLong most = number(Header.find(vendors, beginning + "Limit"));
        OptionalLong left = number(Header.find(vendors, beginning + "Remaining"));
        OptionalLong reset = number(Header.find(vendors, beginning + "Reset"));
        List<Header> said = new ArrayList<>();
        if (left.isPresent()) {
            String until = reset.isPresent() ? ";t=" + period(reset.getAsLong(), now) : "";
            said.add(new Header(RATE_LIMIT, "\"default\";r=" + left.getAsLong() + until));
        }
        if (most.isPresent()) {
            said.add(new Header(POLICY, "\"default\";q=" + most.getAsLong()));
        }
        return said;
    }

    private static long period(long reset, Instant now) {
        long seconds = reset > GREATEST_PERIOD * 1_000 ? reset / 1_000 : reset;
        return seconds > GREATEST_PERIOD ? Math.max(0, seconds - now.getEpochSecond()) : seconds;
    }

    private static OptionalLong number(Optional<Header> header) {
        String text = header.map(Header::value).orElse("").strip();
        boolean whole =
                !text.isEmpty()
                        && text.length() <= MOST_DIGITS
                        && text.chars().allMatch(c -> c >= '0' && c <= '9');
        return whole ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
    }
}
