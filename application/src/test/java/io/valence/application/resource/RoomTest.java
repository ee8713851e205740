package io.valence.application.resource;

import static io.valence.application.resource.Shop.answered;
import static io.valence.application.resource.Shop.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.application.call.Setback;
import io.valence.application.resource.CallResource.Outcome;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.resource.PagingStyle;
import io.valence.testkit.memory.InMemoryVendors.Reply;
import io.valence.testkit.memory.InMemoryVendors.Sent;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Documents that are too much for the server's memory. */
class RoomTest {
    private static final InstanceId INSTANCE = new InstanceId(1);

    private final Shop shop =
            new Shop(
                    Shelf.paged("/things", PagingStyle.OFFSET).under("items").saying("", "more"),
                    Shelf.of("POST", "/things").withBody(true));

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private void answerForEver() {
        shop.vendor()
                .answer(
                        "/v1/things",
                        sent -> Reply.json(200, "{\"more\":true,\"items\":" + next(sent) + "}"));
    }

    private static String next(Sent sent) {
        int from = Integer.parseInt(Pages.query(sent).getOrDefault("from", "0"));
        return Pages.items(from, from + Shop.MOST);
    }

    @Test
    void endsAListThatIsMoreThanOneCallMayHold() {
        answerForEver();
        shop.within(new Room(8_000));

        Outcome outcome = shop.get("things", "pageSize=5000");

        assertThat(failure(outcome))
                .isEqualTo(
                        "its answers are too large to be held at once; a smaller pageSize may"
                                + " help");
    }

    @Test
    void givesTheRoomBackWhenACallIsOver() {
        answerForEver();
        shop.within(new Room(8_000));

        for (int i = 0; i < 1_000; i++) {
            Outcome.Answered page = answered(shop.get("things", "pageSize=3"));
            assertThat(page.returned()).hasValue(3);
            page.held().close();
            page.held().close();
        }
        shop.get("things", "pageSize=5000");

        assertThat(answered(shop.get("things", "pageSize=3")).returned()).hasValue(3);
    }

    @Test
    void holdsAnswersUntilTheyAreLetGo() {
        answerForEver();
        shop.within(new Room(1_000));
        List<Held> held = new ArrayList<>();
        Outcome outcome = shop.get("things", "pageSize=3");
        while (outcome instanceof Outcome.Answered answered) {
            held.add(answered.held());
            assertThat(held).hasSizeLessThan(100);
            outcome = shop.get("things", "pageSize=3");
        }

        assertThat(outcome).isEqualTo(new Outcome.NotCarriedOut(Room.crowded(shop.instance.id())));
        held.forEach(Held::close);
        assertThat(shop.get("things", "pageSize=3")).isInstanceOf(Outcome.Answered.class);
    }

    @Test
    void refusesABodyThatIsMoreThanOneCallMayHold() {
        shop.within(new Room(8_000));

        Outcome outcome =
                shop.send("POST", "things", "application/json", "[" + "{},".repeat(200) + "{}]");

        assertThat(outcome).isEqualTo(new Outcome.TooFull(shop.instance.id(), 6_000));
        assertThat(shop.sent()).isEmpty();
    }

    @Test
    void saysThatItMayGoBetterInAMomentWhenOthersHoldTheRoom() throws IOException {
        Room room = new Room(1_000);
        try (Room.Share second = room.share()) {
            try (Room.Share first = room.share()) {
                first.weighing(bytes("x".repeat(700))).readAllBytes();

                assertThatThrownBy(() -> second.weighing(bytes("x".repeat(400))).readAllBytes())
                        .isInstanceOf(IOException.class);
                assertThat(second.isFull()).isFalse();
                assertThat(second.setback(INSTANCE)).containsInstanceOf(Setback.TryLater.class);
            }

            assertThat(second.weighing(bytes("x".repeat(400))).readAllBytes()).hasSize(400);
        }
    }

    @Test
    void weighsValuesByMoreThanTheirCharacters() {
        Room room = new Room(1_000);
        try (Room.Share share = room.share()) {
            assertThatThrownBy(() -> share.weighing(bytes("{},".repeat(10))).readAllBytes())
                    .isInstanceOf(IOException.class);
            assertThat(share.isFull()).isTrue();
            assertThat(share.setback(INSTANCE)).isEmpty();
        }
    }
}
