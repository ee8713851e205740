package io.valence.application.resource;

import static io.valence.application.resource.Shop.answered;
import static io.valence.application.resource.Shop.numbers;
import static io.valence.application.resource.Shop.problems;
import static io.valence.application.resource.Shop.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.call.Setback;
import io.valence.application.resource.CallResource.Outcome;
import io.valence.domain.instance.Instance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

class PagingTest {
    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static int called(Shop shop) {
        return shop.sent().size();
    }

    @ParameterizedTest
    @EnumSource
    void asksOnceForAPageThatIsSmallerThanTheVendorsMost(Pages pages) {
        Shop shop = pages.shop(10);

        Outcome page = shop.get("things", "pageSize=2");

        assertThat(numbers(page)).containsExactly(1, 2);
        assertThat(answered(page).returned()).hasValue(2);
        assertThat(answered(page).nextPage()).isPresent();
        assertThat(called(shop)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void asksOnceForAPageAsLargeAsTheVendorsMost(Pages pages) {
        Shop shop = pages.shop(10);

        Outcome page = shop.get("things", "pageSize=3");

        assertThat(numbers(page)).containsExactly(1, 2, 3);
        assertThat(called(shop)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void asksSeveralTimesForAPageThatIsLargerThanTheVendorsMost(Pages pages) {
        Shop shop = pages.shop(10);

        Outcome page = shop.get("things", "pageSize=8");

        assertThat(numbers(page)).isEqualTo(upTo(8));
        assertThat(answered(page).returned()).hasValue(8);
        assertThat(called(shop)).isEqualTo(pages == Pages.WHOLE ? 1 : 3);
    }

    @ParameterizedTest
    @EnumSource(names = "WHOLE", mode = EnumSource.Mode.EXCLUDE)
    void asksForNoFurtherPageForACallerWhoHasHungUp(Pages pages) {
        Shop shop = pages.shop(10);

        Outcome left = shop.getWhile(() -> shop.sent().size() < 2, "things", "pageSize=10");

        assertThat(left)
                .isEqualTo(new Outcome.NotCarriedOut(new Setback.HungUp(shop.instance.id())));
        assertThat(shop.sent()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void asksAtLeastOnceForACallerWhoHasNothingMoreToSay(Pages pages) {
        Shop shop = pages.shop(3);

        Outcome page = shop.getWhile(() -> false, "things", "pageSize=3");

        assertThat(numbers(page)).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @EnumSource
    void givesWholeListsAsOnePageWithoutAToken(Pages pages) {
        Shop shop = pages.shop(10);

        Outcome page = shop.get("things");

        assertThat(numbers(page)).isEqualTo(upTo(10));
        assertThat(answered(page).nextPage()).isEmpty();
        assertThat(called(shop)).isEqualTo(pages == Pages.WHOLE ? 1 : 4);
    }

    @ParameterizedTest
    @EnumSource
    void hasConsecutivePagesThatMakeOneOfTheirLength(Pages pages) {
        Shop shop = pages.shop(10);

        assertThat(numbers(shop.get("things", "page=1", "pageSize=2"))).containsExactly(1, 2);
        assertThat(numbers(shop.get("things", "page=2", "pageSize=2"))).containsExactly(3, 4);
        assertThat(numbers(shop.get("things", "page=1", "pageSize=4"))).containsExactly(1, 2, 3, 4);
        assertThat(numbers(shop.get("things", "page=2", "pageSize=4"))).containsExactly(5, 6, 7, 8);
        assertThat(numbers(shop.get("things", "page=3", "pageSize=4"))).containsExactly(9, 10);
        assertThat(numbers(shop.get("things", "page=9", "pageSize=4"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void givesEveryThingOnceToWhoeverFollowsTheTokens(Pages pages) {
        for (int things = 0; things <= 12; things++) {
            for (int size : List.of(1, 2, 3, 4, 5, 7)) {
                Shop shop = pages.shop(things);

                assertThat(followed(shop, size, size))
                        .as("%d by %d", things, size)
                        .isEqualTo(upTo(things));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void givesEveryThingOnceThoughThePagesChangeTheirSize(Pages pages) {
        Random random = new Random(20261122);
        for (int round = 0; round < 200; round++) {
            int things = random.nextInt(30);
            Shop shop = pages.shop(things);
            List<Integer> sizes = random.ints(40, 1, 9).boxed().toList();

            assertThat(followed(shop, sizes.toArray(Integer[]::new)))
                    .as("%d by %s", things, sizes)
                    .isEqualTo(upTo(things));
        }
    }

    /** Asks with the sizes in turn, the last of which is that of the rest. */
    private static List<Integer> followed(Shop shop, Integer... sizes) {
        Outcome page = shop.get("things", "pageSize=" + sizes[0]);
        List<Integer> seen = new ArrayList<>(numbers(page));
        for (int i = 1; answered(page).nextPage().isPresent(); i++) {
            int size = sizes[Math.min(i, sizes.length - 1)];
            assertThat(i).as("pages").isLessThan(100);
            page = shop.get("things", "nextPage=" + token(page), "pageSize=" + size);
            assertThat(numbers(page)).hasSizeLessThanOrEqualTo(size);
            seen.addAll(numbers(page));
        }
        return seen;
    }

    @ParameterizedTest
    @EnumSource
    void saysTheSameTotalOnEveryPage(Pages pages) {
        Shop shop = pages.shop(10);

        Outcome first = shop.get("things", "pageSize=4");
        Outcome second = shop.get("things", "nextPage=" + token(first));

        for (Outcome page : List.of(first, second)) {
            if (pages.saysTotals()) {
                assertThat(answered(page).total()).hasValue(10);
            } else {
                assertThat(answered(page).total()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void takesATokenAloneOrWithTheSameQueryAlsoAfterARestart(Pages pages) {
        Shop shop = pages.shop(10);
        String token = token(shop.get("things", "pageSize=4", "colour=red"));

        shop.restart();

        assertThat(numbers(shop.get("things", "nextPage=" + token))).containsExactly(5, 6, 7, 8);
        assertThat(numbers(shop.get("things", "nextPage=" + token, "colour=red", "pageSize=4")))
                .containsExactly(5, 6, 7, 8);
        assertThat(numbers(shop.get("things", "nextPage=" + token, "page=7")))
                .containsExactly(5, 6, 7, 8);
    }

    @Test
    void refusesATokenOfAnotherQuery() {
        Shop shop = Pages.OFFSET.shop(10);
        String token = token(shop.get("things", "pageSize=4", "colour=red"));

        assertThat(
                        problems(
                                shop.get(
                                        "things",
                                        "nextPage=" + token,
                                        "colour=blue",
                                        "fields=n",
                                        "unknown=1")))
                .hasSize(2)
                .allMatch(problem -> problem.contains("is not as it was on the page before"));
        assertThat(called(shop)).isEqualTo(2);
    }

    @Test
    void refusesATokenOfAnotherInstanceOrAnotherPath() {
        Shop shop =
                new Shop(
                        Shelf.whole("/things").under("items"),
                        Shelf.whole("/others").under("items"));
        shop.vendor().answer("/v1/things", sent -> Replies.things(5));
        Instance other = shop.another(Map.of());
        String token = token(shop.get("things", "pageSize=2"));

        assertThat(problems(shop.call(other, "GET", "things", "nextPage=" + token)))
                .singleElement()
                .asString()
                .startsWith("The query parameter nextPage is not a token of this list");
        assertThat(problems(shop.get("others", "nextPage=" + token))).hasSize(1);
        assertThat(called(shop)).isEqualTo(1);
    }

    @Test
    void refusesATokenOfWhichAnyBitIsAltered() {
        Shop shop = Pages.OFFSET.shop(10);
        byte[] token = Base64.getUrlDecoder().decode(token(shop.get("things", "pageSize=4")));

        for (int bit = 0; bit < token.length * 8; bit++) {
            byte[] altered = token.clone();
            altered[bit / 8] ^= (byte) (1 << (bit % 8));
            String text = Base64.getUrlEncoder().withoutPadding().encodeToString(altered);
            assertThat(problems(shop.get("things", "nextPage=" + text))).hasSize(1);
        }
    }

    @Test
    void refusesATokenOfAnEarlierLayout() {
        Shop shop = Pages.OFFSET.shop(10);
        byte[] earlier =
                shop.seals.seal(new byte[] {1, 0, 0}, "page of " + shop.instance.id() + " things");

        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(earlier);

        assertThat(problems(shop.get("things", "nextPage=" + text))).hasSize(1);
        assertThat(called(shop)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "2", "%%%", "eyJwYWdlU2l6ZSI6MiwicGFnZSI6Mn0", "ÄÖÜ", "=", "a b"})
    void refusesWhatIsNoToken(String text) {
        Shop shop = Pages.OFFSET.shop(10);

        assertThat(problems(shop.get("things", "nextPage=" + text))).hasSize(1);
        assertThat(called(shop)).isZero();
    }

    @Test
    void refusesTextsOfAnyLengthInPlaceOfAToken() {
        Shop shop = Pages.OFFSET.shop(10);

        assertThat(problems(shop.get("things", "nextPage=" + "A".repeat(1 << 20)))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nextPage=",
                "nextPage=null",
                "nextPage=%20",
                "page=0",
                "page=",
                "pageSize="
            })
    void beginsWithTheFirstPageIfThereIsNoWordOfAnother(String pair) {
        Shop shop = Pages.FROM_PAGE_1.shop(2);

        assertThat(numbers(shop.get("things", pair.replace("%20", " ")))).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "pageSize=0, must be a whole number from 1 on",
        "pageSize=-1, must be a whole number from 1 on",
        "pageSize=x, must be a whole number from 1 on",
        "pageSize=2.0, must be a whole number from 1 on",
        "pageSize=٣, must be a whole number from 1 on",
        "page=-1, must be a whole number",
        "page=one, must be a whole number",
        "page=999999999, goes too far",
        "page=99999999999999999999, goes too far"
    })
    void refusesNumbersThatAreNone(String pair, String why) {
        Shop shop = Pages.OFFSET.shop(10);

        assertThat(problems(shop.get("things", pair)))
                .singleElement()
                .asString()
                .startsWith("The query parameter " + pair.substring(0, pair.indexOf('=')))
                .contains(why);
        assertThat(called(shop)).isZero();
    }

    @Test
    void givesAtMostFiveThousandAtOnceToWhoeverWantsMore() {
        Shop shop = new Shop(Shelf.whole("/things").under("items"));
        shop.vendor().answer("/v1/things", sent -> Replies.things(5_001));

        Outcome page = shop.get("things", "pageSize=99999999999");

        assertThat(answered(page).returned()).hasValue(5_000);
        assertThat(answered(page).total()).hasValue(5_001);
        assertThat(numbers(shop.get("things", "nextPage=" + token(page)))).containsExactly(5_001);
    }

    @Test
    void findsWhatIsAskedForInWholeListsAndCountsWhatItFinds() {
        Shop shop = Pages.WHOLE.shop(20);

        Outcome page = shop.get("things", "where=n > 5 and n != 7", "pageSize=4");

        assertThat(numbers(page)).containsExactly(6, 8, 9, 10);
        assertThat(answered(page).total()).hasValue(14);
        assertThat(numbers(shop.get("things", "nextPage=" + token(page))))
                .containsExactly(11, 12, 13, 14);
    }
}
