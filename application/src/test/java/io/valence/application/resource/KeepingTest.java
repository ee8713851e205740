package io.valence.application.resource;

import static io.valence.application.resource.Shop.answered;
import static io.valence.application.resource.Shop.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.bench.Node;
import io.valence.application.call.CallVendor;
import io.valence.application.call.Through;
import io.valence.application.resource.CallResource.Outcome;
import io.valence.domain.call.Header;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.instance.ExternalAuthentication;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.Preferences;
import io.valence.domain.resource.Manner;
import io.valence.domain.resource.PagingStyle;
import io.valence.testkit.memory.InMemoryVendors.Reply;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers that are given again, of instances whose owners want that. */
class KeepingTest {
    private final Shop shop =
            new Shop(
                    Shelf.paged("/things", PagingStyle.OFFSET).under("items"),
                    Shelf.of("GET", "/things/{id}"),
                    Shelf.paged("/things/{id}/notes", PagingStyle.OFFSET).under("items"),
                    Shelf.of("POST", "/things").withBody(true).answering(Manner.Answered.BARE_ID),
                    Shelf.of("PATCH", "/things/{id}").withBody(false),
                    Shelf.of("DELETE", "/things/{id}"));

    private Instance keeping = wanting(60, 100);

    KeepingTest() {
        shop.answer("things", 200, "{\"items\":[{\"n\":1}]}");
        shop.answer("things/1", 200, "{\"n\":1}");
        shop.answer("things/2", 200, "{\"n\":2}");
    }

    private Instance wanting(int seconds, int entries) {
        Instance instance = shop.another(Map.of());
        Preferences wanted =
                new Preferences(false, true, seconds, entries, ExternalAuthentication.NONE);
        Instance changed = instance.prefer(wanted);
        shop.bench.instances.replace(changed, SecretChanges.none());
        return changed;
    }

    private Outcome get(String path, String... query) {
        return shop.call(keeping, "GET", path, query);
    }

    private Outcome get(String path, Header header) {
        return shop.call(keeping, "GET", path, Map.of(), List.of(header), Optional.empty());
    }

    private int asked() {
        return shop.sent().size();
    }

    @Test
    void givesAnAnswerAgainWithItsAge() {
        Outcome.Answered first = answered(get("things", "pageSize=1"));
        shop.bench.clock.pass(Duration.ofSeconds(10));

        Outcome.Answered second = answered(get("things", "pageSize=1"));

        assertThat(asked()).isEqualTo(1);
        assertThat(first.age()).isEmpty();
        assertThat(second.age()).contains(Duration.ofSeconds(10));
        assertThat(second.json()).isEqualTo(first.json());
        assertThat(second.returned()).isEqualTo(first.returned());
        assertThat(second.total()).isEqualTo(first.total());
        assertThat(second.nextPage()).isEqualTo(first.nextPage());
    }

    @Test
    void findsRoomForWhatItGivesAgain() {
        shop.answer("things/3", 200, "{\"text\":\"" + "x".repeat(300) + "\"}");
        shop.within(new Room(1_000));
        Outcome.Answered first = answered(get("things/3"));
        Outcome.Answered second = answered(get("things/3"));
        Outcome.Answered third = answered(get("things/3"));

        assertThat(get("things/3")).isInstanceOf(Outcome.NotCarriedOut.class);
        List.of(first, second, third).forEach(answer -> answer.held().close());
        assertThat(get("things/3")).isInstanceOf(Outcome.Answered.class);
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void keepsNothingOfAnInstanceWhoseOwnerDoesNotWantIt() {
        shop.get("things/1");

        shop.get("things/1");

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void asksAnewForAnythingElse() {
        get("things/1");
        get("things/2");
        get("things");
        get("things", "pageSize=1");
        get("things", "fields=n");
        get("things", "page=2");

        get("things", "colour=red", "fields=n");
        get("things", "colour=red, fields=n");

        assertThat(asked()).isEqualTo(8);
        shop.call(wanting(60, 100), "GET", "things/1");
        assertThat(asked()).isEqualTo(9);
    }

    @Test
    void givesEachPathTokensThatAreGoodForIt() {
        shop.answer("things/1/notes", 200, "{\"items\":[{\"n\":1},{\"n\":2}],\"count\":2}");
        shop.bench
                .instances
                .transformations()
                .transformations()
                .add(keeping.id(), List.of(Mapped.over("things", "own").field("a", "n").all()));
        get("things/1/notes", "pageSize=1");

        String token = Shop.token(get("own/1/notes", "pageSize=1"));

        assertThat(get("own/1/notes", "nextPage=" + token)).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void asksAnewWhenTheTimeIsOver() {
        keeping = wanting(30, 100);
        get("things/1");
        shop.bench.clock.pass(Duration.ofSeconds(29));
        get("things/1");
        assertThat(asked()).isEqualTo(1);

        shop.bench.clock.pass(Duration.ofSeconds(1));
        get("things/1");

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void keepsAMinuteIfTheOwnerSaysNoTime() {
        keeping = wanting(0, 0);
        get("things/1");
        shop.bench.clock.pass(Duration.ofSeconds(59));
        get("things/1");
        assertThat(asked()).isEqualTo(1);

        shop.bench.clock.pass(Duration.ofSeconds(1));
        get("things/1");

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void keepsAsManyAsTheOwnerWants() {
        keeping = wanting(60, 1);
        get("things/1");
        get("things/2");

        get("things/2");
        assertThat(asked()).isEqualTo(2);
        get("things/1");
        assertThat(asked()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"POST, things", "PATCH, things/1", "DELETE, things/2"})
    void forgetsWithEveryWriteThroughTheSameInstance(String method, String path) {
        get("things/1");
        shop.call(
                keeping, method, path, Map.of(), List.of(), Optional.of(Shop.content("{\"n\":3}")));
        int before = asked();

        shop.answer("things/1", 200, "{\"n\":7}");

        assertThat(json(get("things/1"))).isEqualTo("{\"n\":7}");
        assertThat(asked()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource({"POST, 1", "GET, 0", "HEAD, 0"})
    void forgetsWithWritesByTheVendorsOwnPaths(String method, int more) {
        get("things/1");
        CallVendor raw = new Node(shop.bench, "node-2").call;
        raw.call(
                new CallVendor.Request(
                        shop.bench.ada,
                        new Through.ById(keeping.id()),
                        method,
                        "/things",
                        List.of(),
                        Optional.empty()));
        int before = asked();

        get("things/1");

        assertThat(asked()).isEqualTo(before + more);
    }

    @Test
    void keepsTheAnswersOfOtherInstancesThroughAWrite() {
        get("things/1");
        shop.send("POST", "things", "application/json", "{}");

        get("things/1");

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void keepsNothingThatWasAskedBeforeAWriteAndAnsweredAfterIt() {
        shop.vendor()
                .whenAsked(
                        () -> {
                            if (asked() == 1) {
                                shop.bench.kept.forget(keeping.id());
                            }
                        });
        get("things/1");

        get("things/1");

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void keepsNoRefusal() {
        shop.answer("things/1", 404, "{}");
        get("things/1");
        shop.answer("things/1", 200, "{\"n\":1}");

        assertThat(json(get("things/1"))).isEqualTo("{\"n\":1}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-store", "max-age=5, No-Store"})
    void keepsNothingThatTheCallerForbids(String directives) {
        get("things/1", new Header("cache-control", directives));
        get("things/1", new Header("cache-control", directives));
        assertThat(asked()).isEqualTo(2);

        get("things/1");

        assertThat(asked()).isEqualTo(3);
    }

    @Test
    void asksAnewWhenTheCallerWantsThatAndKeepsTheAnswer() {
        get("things/1");
        get("things/1", new Header("Cache-Control", "no-cache"));
        assertThat(asked()).isEqualTo(2);

        get("things/1");

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void keepsNothingThatTheVendorForbids() {
        shop.vendor()
                .answer(
                        "/v1/things/1",
                        new Reply(
                                200,
                                List.of(new Header("Cache-Control", "private, no-store")),
                                "{\"n\":1}"));
        get("things/1");

        get("things/1");

        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void asksAnewOfAnInstanceThatHasBeenChanged() {
        get("things/1");
        Instance stored =
                shop.bench
                        .instances
                        .connections()
                        .find(shop.bench.ada.organization(), keeping.id())
                        .orElseThrow()
                        .instance();
        shop.bench.instances.replace(
                stored.rename(new InstanceName("Another")), SecretChanges.none());

        get("things/1");

        assertThat(asked()).isEqualTo(2);
    }
}
