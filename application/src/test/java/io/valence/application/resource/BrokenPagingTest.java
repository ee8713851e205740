package io.valence.application.resource;

import static io.valence.application.resource.Shop.answered;
import static io.valence.application.resource.Shop.failure;
import static io.valence.application.resource.Shop.numbers;
import static io.valence.application.resource.Shop.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.resource.CallResource.Outcome;
import io.valence.domain.call.Header;
import io.valence.domain.resource.PagingStyle;
import io.valence.testkit.memory.InMemoryVendors.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Vendors that go on where they should end, and that end where they should go on. */
class BrokenPagingTest {
    private static final int MOST_CALLS = 200;

    private final Shop numbered =
            new Shop(Shelf.paged("/things", PagingStyle.OFFSET).under("items").saying("", "more"));
    private final Shop cursors =
            new Shop(
                    Shelf.paged("/things", PagingStyle.CURSOR)
                            .under("items")
                            .saying("", "more")
                            .goingOnBy("body.next"));
    private final Shop links =
            new Shop(
                    Shelf.paged("/things", PagingStyle.LINK).under("items").goingOnBy("body.next"));

    private static int called(Shop shop) {
        return shop.sent().size();
    }

    private static Reply page(String json) {
        return Reply.json(200, json);
    }

    @ParameterizedTest
    @EnumSource(names = {"PAGE", "OFFSET"})
    void endsWithAVendorThatSendsTheSamePageAgainAndAgain(PagingStyle style) {
        Shop shop = new Shop(Shelf.paged("/things", style).under("items").saying("", "more"));
        shop.answer("things", 200, "{\"more\":true,\"items\":[{\"n\":1},{\"n\":2},{\"n\":3}]}");

        assertThat(failure(shop.get("things", "pageSize=5000")))
                .isEqualTo("of this list, it sends the same page again and again");
        assertThat(called(shop)).isEqualTo(2);
    }

    @Test
    void takesRecordsThatAreAlikeInTheFieldsAskedForAsWhatTheyAre() {
        numbered.answerThings(
                "from",
                from ->
                        page(
                                "{\"more\":%b,\"items\":[{\"n\":1},{\"n\":1},{\"n\":1}]}"
                                        .formatted(!from.equals("6"))));

        assertThat(numbers(numbered.get("things"))).hasSize(9).containsOnly(1);
    }

    @Test
    void endsWithAVendorThatPromisesMoreAndGivesNothing() {
        numbered.answer("things", 200, "{\"more\":true,\"items\":[]}");

        assertThat(failure(numbered.get("things")))
                .isEqualTo("of this list, it says that there are more records and gives none");
        assertThat(called(numbered)).isEqualTo(1);
    }

    @Test
    void endsWithAVendorThatGivesOneRecordAtATime() {
        numbered.answerThings(
                "from", from -> page("{\"more\":true,\"items\":[{\"n\":%s}]}".formatted(from)));

        assertThat(failure(numbered.get("things", "pageSize=5000")))
                .isEqualTo("of this list, a page of it takes more than 200 requests");
        assertThat(called(numbered)).isEqualTo(MOST_CALLS);
    }

    @Test
    void takesMoreRecordsThanItAskedForWithoutLosingAny() {
        numbered.answer("things", 200, "{\"more\":false,\"items\":" + Pages.items(0, 50) + "}");

        Outcome page = numbered.get("things", "pageSize=2");

        assertThat(numbers(page)).containsExactly(1, 2);
        assertThat(answered(page).nextPage()).isPresent();
    }

    @Test
    void endsWithACursorThatLeadsToItself() {
        cursors.answer("things", 200, "{\"next\":\"a\",\"items\":[{\"n\":1}]}");

        assertThat(failure(cursors.get("things")))
                .isEqualTo("of this list, its pages go in a circle");
        assertThat(called(cursors)).isEqualTo(2);
    }

    @Test
    void endsWithCursorsThatGoInACircle() {
        cursors.answerThings(
                "cursor",
                cursor ->
                        page(
                                "{\"next\":\"%s\",\"items\":[{\"n\":1}]}"
                                        .formatted(following(cursor))));

        assertThat(failure(cursors.get("things")))
                .isEqualTo("of this list, its pages go in a circle");
        assertThat(called(cursors)).isEqualTo(4);
    }

    /** Whose vendor gives one record a page, and goes from the last of so many to another. */
    private void circling(int pages, int back) {
        cursors.answerThings(
                "cursor",
                cursor -> {
                    int page = cursor.isEmpty() ? 0 : Integer.parseInt(cursor);
                    int next = page == pages ? back : page + 1;
                    return page("{\"next\":\"%d\",\"items\":[{\"n\":%d}]}".formatted(next, page));
                });
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "5, 3", "40, 1", "70, 69"})
    void endsACircleThatACallerFollowsPageByPage(int pages, int back) {
        circling(pages, back);
        Outcome page = cursors.get("things", "pageSize=1");

        while (page instanceof Outcome.Answered answered) {
            assertThat(called(cursors)).isLessThanOrEqualTo(4 * pages);
            page = cursors.get("things", "nextPage=" + answered.nextPage().orElseThrow());
        }

        assertThat(failure(page)).isEqualTo("of this list, its pages go in a circle");
    }

    @Test
    void followsAsManyPagesAsThereAre() {
        int pages = 1_000;
        circling(pages, pages + 1);
        Outcome page = cursors.get("things", "pageSize=1");

        for (int i = 1; i <= pages; i++) {
            assertThat(numbers(page)).containsExactly(i - 1);
            page = cursors.get("things", "nextPage=" + token(page));
        }

        assertThat(numbers(page)).containsExactly(pages);
    }

    @ParameterizedTest
    @EnumSource(names = {"CURSOR", "LINK"})
    void givesNoTokenThatCouldNotBeSentBack(PagingStyle style) {
        Shop shop = new Shop(Shelf.paged("/things", style).under("items").goingOnBy("body.next"));
        for (int length : List.of(5_000, 9_000, 9_800, 10_000, 16_000, 100_000)) {
            shop.answer(
                    "things",
                    200,
                    "{\"next\":\"?c=" + "x".repeat(length) + "\",\"items\":[{\"n\":1}]}");

            Outcome page = shop.get("things", "pageSize=1");

            if (length < 10_000) {
                assertThat(token(page)).hasSizeLessThanOrEqualTo(13 << 10);
            } else {
                assertThat(failure(page)).contains("is too long to be handed on");
            }
        }
    }

    private static String following(String cursor) {
        return switch (cursor) {
            case "a" -> "b";
            case "b" -> "c";
            default -> "a";
        };
    }

    @Test
    void endsWithCursorsThatNeverEnd() {
        cursors.answerThings(
                "cursor", cursor -> page("{\"next\":\"%sx\",\"items\":[]}".formatted(cursor)));

        assertThat(failure(cursors.get("things")))
                .isEqualTo("of this list, a page of it takes more than 200 requests");
        assertThat(called(cursors)).isEqualTo(MOST_CALLS);
    }

    @Test
    void passesOverPagesThatAreEmptyOnTheWay() {
        cursors.answerThings(
                "cursor",
                cursor ->
                        switch (cursor) {
                            case "" -> page("{\"next\":\"a\",\"items\":[]}");
                            case "a" -> page("{\"next\":\"b\",\"items\":[]}");
                            default -> page("{\"next\":null,\"items\":[{\"n\":1}]}");
                        });

        assertThat(numbers(cursors.get("things"))).containsExactly(1);
    }

    @Test
    void goesNoFurtherThanAVendorThatSaysItIsTheEnd() {
        cursors.answer("things", 200, "{\"next\":\"a\",\"more\":false,\"items\":[{\"n\":1}]}");

        assertThat(numbers(cursors.get("things"))).containsExactly(1);
        assertThat(called(cursors)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example.com/v1/things?from=2",
                "https://mysite.example.com.evil.example.com/v1/things",
                "https://mysite.example.com@evil.example.com/v1/things",
                "https://mysite.example.com:8443/v1/things",
                "http://mysite.example.com/v1/things",
                "//evil.example.com/v1/things",
                "https://mysite.example.com/v2/things",
                "https://mysite.example.com/v10/things",
                "https://mysite.example.com/",
                "https://mysite.example.com/v1/../admin",
                "https://mysite.example.com/v1/%2e%2e/admin",
                "https://mysite.example.com/v1/.%2E/admin",
                "../admin",
                "/admin",
                "javascript:alert(1)",
                "https:things",
                "mailto:a@b",
                "https://my site/",
                "::"
            })
    void doesNotFollowLinksThatLeadElsewhere(String link) {
        links.answer("things", 200, "{\"next\":\"" + link + "\",\"items\":[{\"n\":1}]}");

        assertThat(failure(links.get("things")))
                .isEqualTo("of this list, its next page is at an address of elsewhere");
        assertThat(called(links)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://mysite.example.com/v1/things?from=2",
                "https://MYSITE.example.com/v1/things?from=2",
                "HTTPS://mysite.example.com/v1/things?from=2",
                "https://mysite.example.com:443/v1/things?from=2",
                "//mysite.example.com/v1/things?from=2",
                "/v1/things?from=2",
                "/v1/other/../things?from=2",
                "things?from=2",
                "?from=2"
            })
    void followsLinksThatAreWrittenOtherwise(String link) {
        links.answerThings(
                "from",
                from ->
                        from.isEmpty()
                                ? page("{\"next\":\"%s\",\"items\":[{\"n\":1}]}".formatted(link))
                                : page("{\"items\":[{\"n\":2}]}"));

        assertThat(numbers(links.get("things"))).containsExactly(1, 2);
        assertThat(links.sent().getLast().target()).isEqualTo("/v1/things?from=2");
        assertThat(links.sent().getLast().header("Authorization")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "</v1/things?from=2>; rel=\"next\"",
                "</v1/things?from=2>;rel=next",
                "</v1/things?from=0>; rel=\"prev first\", </v1/things?from=2>; title=\"a\";"
                        + " rel=\"last next\"",
                "</v1/things?from=2&a=1,2>; REL=\"NEXT\""
            })
    void readsLinksAsTheyMayBeWritten(String link) {
        Shop shop =
                new Shop(
                        Shelf.paged("/things", PagingStyle.LINK)
                                .under("items")
                                .goingOnBy("header.Link"));
        List<Header> headers =
                List.of(new Header("Link", "<https://x>; rel=\"help\""), new Header("Link", link));
        shop.answerThings(
                "from",
                from ->
                        from.isEmpty()
                                ? new Reply(200, headers, "{\"items\":[{\"n\":1}]}")
                                : page("{\"items\":[{\"n\":2}]}"));

        assertThat(numbers(shop.get("things"))).containsExactly(1, 2);
    }

    @Test
    void tellsOfAVendorThatFailsOnTheSecondPage() {
        cursors.answerThings(
                "cursor",
                cursor ->
                        cursor.isEmpty()
                                ? page("{\"next\":\"a\",\"items\":[{\"n\":1}]}")
                                : Reply.json(429, "{\"message\":\"slow down\"}"));

        assertThat(cursors.get("things"))
                .isInstanceOfSatisfying(
                        Outcome.VendorRefused.class,
                        refused -> {
                            assertThat(refused.status()).isEqualTo(429);
                            assertThat(refused.said()).contains("slow down");
                        });
        assertThat(cursors.vendor().open()).isZero();
    }

    @Test
    void closesEveryAnswer() {
        for (Pages pages : Pages.values()) {
            Shop shop = pages.shop(20);

            shop.get("things");

            assertThat(shop.vendor().open()).as(pages.name()).isZero();
        }
    }
}
