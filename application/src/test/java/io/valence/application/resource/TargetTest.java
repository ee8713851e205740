package io.valence.application.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.resource.PagingStyle;
import io.valence.domain.resource.Parameter.Destination;
import io.valence.domain.resource.Parameter.Source;
import io.valence.testkit.memory.InMemoryVendors.Reply;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The vendor reads in its address just what was meant, whatever callers write. */
class TargetTest {
    private static final List<String> ODD =
            List.of(
                    "a/b",
                    "/",
                    "//",
                    "../x",
                    "..%2Fx",
                    "%2e%2e",
                    "%2F",
                    "..;",
                    "?",
                    "?a=b",
                    "#",
                    "#f",
                    ";",
                    ";jsessionid=1",
                    "a&b",
                    "a=b",
                    "&x=1",
                    "%",
                    "%zz",
                    "%00",
                    "+",
                    "a b",
                    " ",
                    "\n",
                    "\r\nX-Evil: 1",
                    "\t",
                    "\u0000",
                    "é",
                    "日本語",
                    "😀",
                    "\u202e",
                    "\\",
                    "..\\x",
                    "@evil",
                    ":80",
                    "{id}",
                    "{username}",
                    "\"",
                    "'",
                    "<>",
                    "|",
                    "^",
                    "`",
                    "~",
                    "-._~",
                    "...",
                    "*",
                    "null");

    private final Shop shop =
            new Shop(
                    Shelf.of("GET", "/things/{id}/parts/{part}")
                            .at("/Things/{id}/p/{part}")
                            .with(Source.PATH, "id", Destination.PATH, "id", true)
                            .with("q", "q")
                            .with("odd name", "x&y=z")
                            .with(Source.PATH, "part", Destination.QUERY, "same", true),
                    Shelf.paged("/list", PagingStyle.CURSOR).under("items").goingOnBy("body.next"));

    /** A reading of addresses that shares nothing with how they are written. */
    private record Address(List<String> segments, Map<String, String> query) {
        static Address of(String target) {
            for (int i = 0; i < target.length(); i++) {
                assertThat(target.charAt(i))
                        .as(target)
                        .isBetween('!', '~')
                        .isNotIn('#', '\\', '"', '<', '>');
            }
            String[] halves = target.split("\\?", -1);
            assertThat(halves).as(target).hasSizeLessThanOrEqualTo(2);
            List<String> segments = new ArrayList<>();
            for (String segment : halves[0].substring(1).split("/", -1)) {
                assertThat(segment).as(target).isNotIn("", ".", "..").doesNotContain(";");
                segments.add(decoded(segment));
            }
            Map<String, String> query = new LinkedHashMap<>();
            if (halves.length == 2) {
                for (String pair : halves[1].split("&", -1)) {
                    String[] both = pair.split("=", -1);
                    assertThat(both).as(target).hasSize(2);
                    assertThat(query.put(decoded(both[0]), decoded(both[1]))).isNull();
                }
            }
            return new Address(segments, query);
        }

        private static String decoded(String text) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                assertThat(c).isNotEqualTo('+');
                if (c == '%') {
                    bytes.write(Integer.parseInt(text.substring(i + 1, i + 3), 16));
                    i += 2;
                } else {
                    bytes.write(c);
                }
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
    }

    private Address sentFor(String id, String part, String q) {
        shop.at(
                List.of("things", id, "parts", part),
                q.isBlank() ? Map.of() : Map.of("q", q, "odd name", q));
        return Address.of(shop.sent().getLast().target());
    }

    private static void check(Address address, String id, String part, String q) {
        assertThat(address.segments()).containsExactly("v1", "Things", id, "p", part);
        Map<String, String> query = new LinkedHashMap<>(Map.of("same", part));
        if (!q.isBlank()) {
            query.put("q", q);
            query.put("x&y=z", q);
        }
        assertThat(address.query()).isEqualTo(query);
    }

    @Test
    void carriesEveryOddTextInItsPlace() {
        for (String odd : ODD) {
            check(sentFor(odd, "p", "q"), odd, "p", "q");
            check(sentFor("i", odd, "q"), "i", odd, "q");
            check(sentFor("i", "p", odd), "i", "p", odd);
        }
    }

    @Test
    void carriesAnyTextsInTheirPlaces() {
        Random random = new Random(4711);
        for (int i = 0; i < 3_000; i++) {
            String id = text(random);
            String part = text(random);
            String q = text(random);
            if (!List.of(".", "..").contains(id) && !List.of(".", "..").contains(part)) {
                check(sentFor(id, part, q), id, part, q);
            }
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        int length = 1 + random.nextInt(6);
        for (int i = 0; i < length; i++) {
            if (random.nextInt(3) == 0) {
                text.append(ODD.get(random.nextInt(ODD.size())));
            } else {
                text.appendCodePoint(
                        random.nextInt(4) == 0
                                ? 0x1F600 + random.nextInt(64)
                                : random.nextInt(0x250));
            }
        }
        return text.toString();
    }

    @Test
    void carriesTheVendorsCursorAsTheVendorWroteIt() {
        for (String odd : ODD) {
            if (!odd.isBlank() && odd.chars().noneMatch(Character::isISOControl)) {
                String word = odd.replace("\\", "\\\\").replace("\"", "\\\"");
                shop.vendor()
                        .answer(
                                "/v1/list",
                                sent ->
                                        Reply.json(
                                                200,
                                                Pages.query(sent).containsKey("cursor")
                                                        ? "{\"items\":[]}"
                                                        : "{\"items\":[],\"next\":\""
                                                                + word
                                                                + "\"}"));

                shop.get("list");

                assertThat(Address.of(shop.sent().getLast().target()).query())
                        .containsEntry("cursor", odd);
            }
        }
    }
}
