package io.valence.application.resource;

import static io.valence.application.resource.Shop.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.bench.Node;
import io.valence.application.call.Through;
import io.valence.application.resource.CallResource.Outcome;
import io.valence.domain.resource.PagingStyle;
import io.valence.testkit.memory.InMemoryVendors.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

/** Where an application's own objects are called, and what is shown as theirs there. */
class OwnObjectsTest {
    private final Shop shop =
            new Shop(
                    Shelf.paged("/stock/things", PagingStyle.OFFSET)
                            .under("items")
                            .with("fields", "select"),
                    Shelf.of("GET", "/stock/things/{id}"),
                    Shelf.of("PATCH", "/stock/things/{id}").withBody(true),
                    Shelf.of("GET", "/stock/things/{id}/notes"),
                    Shelf.of("GET", "/stock/things/count"),
                    Shelf.of("GET", "/stock/{id}"));

    OwnObjectsTest() {
        for (String path : List.of("/1", "/1/notes", "/count")) {
            shop.vendor().answer("/v1/stock/things" + path, Reply.json(200, "{\"N\":1,\"o\":2}"));
        }
        shop.vendor()
                .answer("/v1/stock/things", Reply.json(200, "{\"items\":[{\"N\":1,\"o\":2}]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"stock/things", "/stock/things", "/stock//things/"})
    void areCalledAndDescribedAtTheSamePlaces(String vendorName) {
        shop.reshape(Mapped.over(vendorName, "own").field("n", "N").all());

        assertThat(json(shop.get("own"))).isEqualTo("[{\"n\":1}]");
        assertThat(json(shop.get("own/1"))).isEqualTo("{\"n\":1}");
        assertThat(json(shop.get("own/1/notes"))).isEqualTo("{\"N\":1,\"o\":2}");
        assertThat(json(shop.get("own/count"))).isEqualTo("{\"N\":1,\"o\":2}");
        assertThat(described()).containsExactly("GET /own", "GET /own/{id}", "PATCH /own/{id}");
    }

    @Test
    void areNotTheRecordsOfWhateverHasANameOfAnyKind() {
        shop.reshape(Mapped.over("stock/{id}", "own").field("n", "N").all());

        assertThat(described()).isEmpty();
    }

    private List<String> described() {
        return instance().resources().stream()
                .map(each -> each.method() + " " + each.path())
                .toList();
    }

    private DescribeInstance.Outcome.Described instance() {
        return (DescribeInstance.Outcome.Described)
                new DescribeInstance(new Node(shop.bench, "node-2").reach)
                        .describe(shop.bench.ada, new Through.ByToken(shop.instance.token()));
    }

    @Test
    void areDescribedAlsoIfTheyMapNoField() {
        shop.reshape(Mapped.over("stock/things", "own").passingOthers().all());

        assertThat(instance().objects())
                .singleElement()
                .satisfies(object -> assertThat(object.name()).isEqualTo("own"));
    }

    @Test
    void hideTheVendorsOfTheSameName() {
        shop.reshape(Mapped.over("stock/things", "stock").field("n", "N").all());

        assertThat(json(shop.get("stock"))).isEqualTo("[{\"n\":1}]");
        assertThat(shop.get("stock/things/1/2")).isInstanceOf(Outcome.NoSuchResource.class);
    }

    private String chosen(String fields) {
        return json(shop.get("own", "fields=" + fields));
    }

    private String selected() {
        return Pages.query(shop.sent().getLast()).getOrDefault("select", "");
    }

    @Test
    void areShownWithTheFieldsThatAreAskedForAlone() {
        shop.vendor()
                .answer(
                        "/v1/stock/things",
                        Reply.json(
                                200,
                                """
                                {"items":[{"N":1,"Phone":2,"Mail":{"To":3,"Cc":4},
                                           "At":[{"City":"Oslo","Zip":5},{"City":"Rome"}]}]}
                                """));
        shop.reshape(
                Mapped.over("stock/things", "own")
                        .field("n", "N")
                        .field("contact.phone", "Phone")
                        .field("contact.email", "Mail.To")
                        .field("places[*].city", "At[*].City")
                        .field("places[*].zip", "At[*].Zip")
                        .all());

        assertThat(chosen("contact")).isEqualTo("[{\"contact\":{\"phone\":2,\"email\":3}}]");
        assertThat(selected()).isEqualTo("Phone,Mail");
        assertThat(chosen("contact.email")).isEqualTo("[{\"contact\":{\"email\":3}}]");
        assertThat(chosen("places[*].city,n"))
                .isEqualTo("[{\"places\":[{\"city\":\"Oslo\"},{\"city\":\"Rome\"}],\"n\":1}]");
        assertThat(selected()).isEqualTo("At,N");
        assertThat(chosen("places"))
                .isEqualTo("[{\"places\":[{\"city\":\"Oslo\",\"zip\":5},{\"city\":\"Rome\"}]}]");
        assertThat(Shop.problems(shop.get("own", "fields=n,N,places[*].street")))
                .containsExactly(
                        "The query parameter fields names N, which is no field",
                        "The query parameter fields names places[*].street, which is no field");
    }

    @Test
    void areReadWholeWhereWhatPassesMayBeOfAnyMember() {
        shop.vendor()
                .answer(
                        "/v1/stock/things",
                        Reply.json(200, "{\"items\":[{\"N\":1,\"both\":{\"theirs\":2},\"o\":3}]}"));
        shop.reshape(Mapped.over("stock/things", "own").field("both.n", "N").passingOthers().all());

        assertThat(chosen("both")).isEqualTo("[{\"both\":{\"theirs\":2,\"n\":1}}]");
        assertThat(selected()).isEmpty();
        assertThat(chosen("o")).isEqualTo("[{\"o\":3}]");
        assertThat(selected()).isEqualTo("o");
    }

    @Test
    void areNotPagedThroughWithATokenOfWhatTheirNameMeantBefore() {
        Shop own =
                new Shop(
                        Shelf.paged("/things", PagingStyle.LINK)
                                .under("items")
                                .goingOnBy("body.next"),
                        Shelf.paged("/others", PagingStyle.LINK)
                                .under("items")
                                .goingOnBy("body.next"));
        own.answer("things", 200, "{\"items\":[{\"n\":1},{\"n\":2}],\"next\":\"things?p=2\"}");
        own.answer("others", 200, "{\"items\":[{\"n\":3}]}");
        own.reshape(Mapped.over("things", "own").field("n", "n").all());
        String token = Shop.token(own.get("own", "pageSize=2"));

        own.bench
                .instances
                .transformations()
                .transformations()
                .replace(
                        own.instance.id(),
                        List.of(Mapped.over("others", "own").field("n", "n").all()));

        assertThat(Shop.problems(own.get("own", "nextPage=" + token)))
                .singleElement()
                .asString()
                .contains("nextPage is not a token of this list");
    }
}
