package io.valence.application.resource;

import static io.valence.application.resource.Shop.json;
import static io.valence.application.resource.Shop.problems;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.call.Setback;
import io.valence.application.resource.CallResource.Outcome;
import io.valence.domain.call.Header;
import io.valence.domain.resource.PagingStyle;
import io.valence.domain.resource.Parameter.Destination;
import io.valence.domain.resource.Parameter.Source;
import io.valence.testkit.memory.InMemoryVendors.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What callers may ask, and what they are told if they ask otherwise. */
class InquiryTest {
    private final Shop shop =
            new Shop(
                    Shelf.paged("/things", PagingStyle.OFFSET)
                            .under("items")
                            .with("fields", "select")
                            .with("select", "select")
                            .with("tone", "paint"),
                    Shelf.whole("/all").under("items"),
                    Shelf.of("GET", "/all/{id}"),
                    Shelf.of("POST", "/all").withBody(true),
                    Shelf.of("DELETE", "/all/{id}"),
                    Shelf.of("GET", "/needs/{id}")
                            .with(Source.QUERY, "size", Destination.QUERY, "size", true)
                            .with(Source.HEADER, "X-Mode", Destination.HEADER, "X-Mode", true),
                    Shelf.of("GET", "/elsewhere")
                            .at("/elsewhere/{place}/end")
                            .with(Source.QUERY, "where-to", Destination.PATH, "place", false),
                    Shelf.of("GET", "/unset").at("/unset/{no.such.setting}"),
                    Shelf.of("GET", "/set")
                            .at("/set/{username}")
                            .with(Source.VALUE, "a b", Destination.QUERY, "fixed", false)
                            .with(
                                    Source.CONFIGURATION,
                                    "username",
                                    Destination.HEADER,
                                    "X-Who",
                                    false));

    InquiryTest() {
        shop.vendor()
                .answer(
                        "/v1/things",
                        Reply.json(200, "{\"items\":[{\"n\":1,\"a\":2,\"b\":{\"c\":3}}]}"));
        shop.vendor()
                .answer(
                        "/v1/all",
                        Reply.json(200, "{\"items\":[{\"n\":1,\"a\":2,\"b\":{\"c\":3}}]}"));
    }

    private Map<String, String> sent() {
        return Pages.query(shop.sent().getLast());
    }

    @Test
    void passesOnWhatTheResourceKnowsAndNothingElse() {
        shop.get("things", "tone=red", "unknown=1", "paint=2", "SELECT=3");

        assertThat(sent())
                .containsOnly(
                        Map.entry("paint", "red"), Map.entry("size", "3"), Map.entry("from", "0"));
    }

    @Test
    void asksTheVendorForFieldsIfItCanBeAsked() {
        assertThat(json(shop.get("things", "fields=n , a"))).contains("\"b\"");

        assertThat(sent()).containsEntry("select", "n,a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"n", "a"})
    void refusesTwoNamesForOneWordOfTheVendors(String selected) {
        assertThat(problems(shop.get("things", "fields=n", "select=" + selected)))
                .containsExactly(
                        "The query parameters fields and select are one to the vendor. Send one of"
                                + " them");
        assertThat(shop.sent()).isEmpty();

        shop.get("things", "select=" + selected);

        assertThat(sent()).containsEntry("select", selected);
    }

    @Test
    void picksTheFieldsIfTheVendorCannotBeAsked() {
        assertThat(json(shop.get("all", "fields= n,a "))).isEqualTo("[{\"n\":1,\"a\":2}]");
        assertThat(json(shop.get("all", "fields=unknown"))).isEqualTo("[{}]");
    }

    @Test
    void picksWhatIsWithinMembersItself() {
        assertThat(json(shop.get("things", "fields=n,b.c")))
                .isEqualTo("[{\"n\":1,\"b\":{\"c\":3}}]");
        assertThat(sent()).containsEntry("select", "n,b");
        assertThat(json(shop.get("all", "fields=b.c"))).isEqualTo("[{\"b\":{\"c\":3}}]");
        assertThat(json(shop.get("all", "fields=b[*].c"))).isEqualTo("[{}]");
    }

    @Test
    void refusesFieldsThatCanBeNone() {
        assertThat(problems(shop.get("all", "fields=n,b..c,d[")))
                .containsExactly(
                        "The query parameter fields names b..c, which is no field",
                        "The query parameter fields names d[, which is no field");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,,b", ",", "a,", " ,a"})
    void refusesFieldsWithoutNames(String fields) {
        assertThat(problems(shop.get("things", "fields=" + fields)))
                .containsExactly(
                        "The query parameter fields has an empty name. Put one comma between two"
                                + " names");
    }

    @ParameterizedTest
    @CsvSource({
        "where=n = 1, The query parameter where does not go with /things",
        "orderBy=n, The query parameter orderBy does not go with /things",
        "where=n ==, The query parameter where cannot be understood"
    })
    void refusesWhatTheResourceCannotDo(String pair, String why) {
        assertThat(problems(shop.get("things", pair))).singleElement().asString().startsWith(why);
        assertThat(shop.sent()).isEmpty();
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThat(
                        problems(
                                shop.get(
                                        "things",
                                        "where=(",
                                        "orderBy=n",
                                        "fields=,",
                                        "page=x",
                                        "pageSize=0")))
                .hasSize(5);
        assertThat(problems(shop.get("needs/.."))).hasSize(3);
        assertThat(shop.sent()).isEmpty();
    }

    @Test
    void namesWhatIsWrongWithTheBodyTogetherWithTheRest() {
        Shop other =
                new Shop(
                        Shelf.of("POST", "/all")
                                .with(Source.QUERY, "size", Destination.QUERY, "size", true)
                                .withBody(true));

        assertThat(problems(other.send("POST", "all", "application/json", "{")))
                .hasSize(2)
                .anyMatch(problem -> problem.contains("size is missing"))
                .anyMatch(problem -> problem.startsWith("The body cannot be read as JSON"));
        assertThat(other.sent()).isEmpty();
    }

    @Test
    void takesABlankParameterForNone() {
        assertThat(
                        problems(
                                shop.call(
                                        shop.instance,
                                        "GET",
                                        "needs/1",
                                        Map.of("size", " "),
                                        List.of(new Header("x-mode", "fast")),
                                        Optional.empty())))
                .containsExactly("The query parameter size is missing");
    }

    @Test
    void sendsHeadersAndQueryThatAreThere() {
        shop.vendor().answer("/v1/needs/1", Reply.json(200, "{}"));

        shop.call(
                shop.instance,
                "GET",
                "needs/1",
                Map.of("size", "xl"),
                List.of(new Header("x-mode", "fast"), new Header("X-Other", "no")),
                Optional.empty());

        assertThat(shop.sent().getLast().header("X-Mode")).contains("fast");
        assertThat(shop.sent().getLast().header("X-Other")).isEmpty();
        assertThat(sent()).containsEntry("size", "xl");
    }

    @ParameterizedTest
    @ValueSource(strings = {".", ".."})
    void refusesPathsOfDots(String dots) {
        assertThat(problems(shop.get("all/" + dots)))
                .containsExactly("In the path, {id} must not be of dots alone");
        assertThat(problems(shop.get("elsewhere", "where-to=" + dots)))
                .containsExactly("In the path, {where-to} must not be of dots alone");
        assertThat(shop.sent()).isEmpty();
    }

    @Test
    void fillsThePathWithSettingsAndSaysWhichPathLacksOne() {
        shop.vendor().answer("/v1/set/ada", Reply.json(200, "{}"));

        assertThat(json(shop.get("set"))).isEqualTo("{}");
        assertThat(sent()).containsEntry("fixed", "a b");
        assertThat(shop.sent().getLast().header("X-Who")).contains("ada");
        assertThat(shop.get("unset"))
                .isInstanceOfSatisfying(
                        Outcome.NotCarriedOut.class,
                        outcome ->
                                assertThat(outcome.setback())
                                        .isInstanceOf(Setback.Misconfigured.class)
                                        .asString()
                                        .contains("/unset/{no.such.setting}"));
    }

    @Test
    void knowsNoOtherResources() {
        for (String path : List.of("thing", "things/1/2", "THINGS", "all/1/2", "v1")) {
            assertThat(shop.get(path)).isInstanceOf(Outcome.NoSuchResource.class);
        }
    }

    @Test
    void saysWhichMethodsThereAre() {
        assertThat(shop.call(shop.instance, "PATCH", "all"))
                .isInstanceOfSatisfying(
                        Outcome.WrongMethod.class,
                        wrong -> assertThat(wrong.allowed()).containsExactly("GET", "POST"));
        assertThat(shop.call(shop.instance, "HEAD", "all")).isInstanceOf(Outcome.Answered.class);
        assertThat(shop.sent().getLast().method()).isEqualTo("GET");
    }

    @Test
    void letsNoStrangerIn() {
        Outcome outcome = shop.getBy(shop.bench.stranger, "all");

        assertThat(outcome).isEqualTo(new Outcome.NotCarriedOut(new Setback.NoSuchInstance()));
        assertThat(shop.sent()).isEmpty();
    }

    @Test
    void asksForTheMemberThatCallersKnowAsId() {
        Shop known =
                new Shop(
                        Shelf.paged("/things", PagingStyle.OFFSET)
                                .under("items")
                                .with("fields", "select")
                                .knownBy("Number"));
        known.answer("things", 200, "{\"items\":[{\"Number\":7,\"n\":1}]}");

        String records = json(known.get("things", "fields=n,id"));

        assertThat(Pages.query(known.sent().getLast())).containsEntry("select", "n,Number");
        assertThat(records).isEqualTo("[{\"n\":1,\"id\":7}]");
    }
}
