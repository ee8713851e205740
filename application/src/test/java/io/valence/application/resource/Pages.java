package io.valence.application.resource;

import io.valence.domain.call.Header;
import io.valence.domain.resource.PagingStyle;
import io.valence.testkit.memory.InMemoryVendors.Reply;
import io.valence.testkit.memory.InMemoryVendors.Sent;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Every way in which vendors count their pages, and a vendor that has things to give in it. */
enum Pages {
    FROM_PAGE_0(0, Shelf.paged("/things", PagingStyle.PAGE).under("items")),
    FROM_PAGE_1(1, Shelf.paged("/things", PagingStyle.PAGE).under("items")),
    OFFSET(1, Shelf.paged("/things", PagingStyle.OFFSET).under("items")),
    OFFSET_THAT_SAYS_MORE(
            1, Shelf.paged("/things", PagingStyle.OFFSET).under("items").saying("", "more")),
    OFFSET_THAT_SAYS_NOTHING(
            1, Shelf.paged("/things", PagingStyle.OFFSET).under("items").saying("", "")),
    CURSOR_IN_THE_BODY(
            1, Shelf.paged("/things", PagingStyle.CURSOR).under("items").goingOnBy("body.cursor")),
    CURSOR_IN_A_HEADER(
            1,
            Shelf.paged("/things", PagingStyle.CURSOR).under("items").goingOnBy("header.X-Next")),
    CURSOR_IN_AN_ADDRESS(
            1,
            Shelf.paged("/things", PagingStyle.CURSOR)
                    .under("items")
                    .goingOnBy("body.next?cursor")),
    LINK_IN_A_HEADER(
            1, Shelf.paged("/things", PagingStyle.LINK).under("items").goingOnBy("header.Link")),
    LINK_IN_THE_BODY(
            1, Shelf.paged("/things", PagingStyle.LINK).under("items").goingOnBy("body.next")),
    WHOLE(1, Shelf.whole("/things").under("items"));

    private final int firstPage;

    @SuppressWarnings("ImmutableEnumChecker") // filled before it gets here, and read from then on
    private final Shelf shelf;

    Pages(int firstPage, Shelf shelf) {
        this.firstPage = firstPage;
        this.shelf = shelf;
    }

    /** A shop of so many things, numbered from 1. */
    Shop shop(int things) {
        Shop shop = new Shop(firstPage, shelf, Shelf.of("GET", "/things/{id}"));
        shop.vendor().answer("/v1/things", sent -> answer(sent, things));
        return shop;
    }

    boolean saysTotals() {
        return this != OFFSET_THAT_SAYS_MORE && this != OFFSET_THAT_SAYS_NOTHING;
    }

    private Reply answer(Sent sent, int things) {
        if (this == WHOLE) {
            return Reply.json(200, "{\"items\":" + items(0, things) + "}");
        }
        Map<String, String> query = query(sent);
        int size = Integer.parseInt(query.get("size"));
        if (size > Shop.MOST) {
            return Reply.json(400, "{\"message\":\"too many\"}");
        }
        int start = start(query, size);
        int end = Math.min(things, start + size);
        String cursor = end < things ? "c" + end : "";
        String next =
                end < things
                        ? "https://" + Shop.HOST + "/v1/things?size=" + size + "&cursor=c" + end
                        : "";
        return new Reply(
                200,
                cursor.isEmpty()
                        ? List.of()
                        : List.of(
                                new Header("X-Next", cursor),
                                new Header(
                                        "Link",
                                        "</v1/things?size=9>; rel=\"first\", <"
                                                + next
                                                + ">; rel=\"next\"")),
                """
                {"items":%s,"count":%d,"more":%b,"cursor":"%s","next":"%s"}\
                """
                        .formatted(items(start, end), things, end < things, cursor, next));
    }

    private int start(Map<String, String> query, int size) {
        if (query.containsKey("cursor")) {
            return Integer.parseInt(query.get("cursor").substring(1));
        }
        int from = Integer.parseInt(query.getOrDefault("from", "0"));
        return switch (this) {
            case FROM_PAGE_0, FROM_PAGE_1 -> (from - firstPage) * size;
            default -> from;
        };
    }

    static String items(int start, int end) {
        return IntStream.rangeClosed(start + 1, end)
                .mapToObj(n -> "{\"n\":" + n + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** What the vendor makes of the query, read by other means than it was written with. */
    static Map<String, String> query(Sent sent) {
        Map<String, String> query = new HashMap<>();
        String text = URI.create("https://" + sent.host() + sent.target()).getRawQuery();
        if (text != null) {
            for (String pair : text.split("&", -1)) {
                String[] both = pair.split("=", 2);
                query.put(decoded(both[0]), both.length == 2 ? decoded(both[1]) : "");
            }
        }
        return query;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
