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
                    Shelf.paged("/stock/things", PagingStyle.OFFSET).under("items"),
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
}
