package io.valence.adapters.rest.http;

import tools.jackson.databind.JsonNode;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Which part of a list is wanted, from {@code pageSize}, {@code nextPage} and {@code page}.
 *
 * @param size how many entries, at least one and at most what the list allows
 * @param after where the page before ended, as the token says it
 * @param skip how many entries stand before it, when it is asked for by number
 */
public record Page(int size, Optional<String> after, int skip) {
    private static final int MOST_SKIPPED = 100_000;
    private static final int LONGEST_TOKEN = 512;

    /** The page that this call wants; a size above the most is the most. */
    public static Page of(Call call, int ordinary, int most) {
        OptionalInt asked = call.number("pageSize");
        if (asked.isPresent() && asked.getAsInt() < 1) {
            throw Refusal.badRequest("The query parameter pageSize must be at least 1.");
        }
        Optional<String> token = call.query("nextPage").filter(text -> !text.equals("null"));
        if (token.isPresent()) {
            JsonNode content = read(token.get());
            JsonNode held = content.path("pageSize");
            int size = asked.orElse(held.isInt() ? held.intValue() : 0);
            String after = content.path("after").asString("");
            if (size < 1 || after.isEmpty()) {
                throw unreadable();
            }
            return new Page(Math.min(size, most), Optional.of(after), 0);
        }
        int size = Math.min(asked.orElse(ordinary), most);
        int number = Math.max(1, call.number("page").orElse(1));
        long skip = (number - 1L) * size;
        if (skip > MOST_SKIPPED) {
            throw Refusal.badRequest(
                    "The query parameter page goes too far. Follow Elements-Next-Page-Token by"
                            + " nextPage instead.");
        }
        return new Page(size, Optional.empty(), (int) skip);
    }

    private static JsonNode read(String token) {
        if (token.length() > LONGEST_TOKEN) {
            throw unreadable();
        }
        try {
            JsonNode content = Json.parse(Base64.getUrlDecoder().decode(token));
            if (content.isObject()) {
                return content;
            }
        } catch (IllegalArgumentException | Refusal unreadable) {
            throw unreadable();
        }
        throw unreadable();
    }

    /** A token is refused in the same words whatever is wrong with it. */
    public static Refusal unreadable() {
        return Refusal.badRequest(
                "The query parameter nextPage is not a token of this list. Leave it out to begin"
                        + " with the first page.");
    }

    /** Whether it begins with the first entry of the list. */
    public boolean isFirst() {
        return after.isEmpty() && skip == 0;
    }

    /** The answer, with the token of the page that follows after this entry. */
    public Answer followedAfter(Answer answer, String last) {
        byte[] token =
                Json.bytes(
                        json -> {
                            json.writeStartObject();
                            json.writeNumberProperty("pageSize", size);
                            json.writeStringProperty("after", last);
                            json.writeEndObject();
                        });
        return answer.with(
                "Elements-Next-Page-Token",
                new String(
                        Base64.getUrlEncoder().withoutPadding().encode(token),
                        StandardCharsets.US_ASCII));
    }
}
