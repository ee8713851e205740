package io.valence.application.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.domain.call.Content;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.instance.Instance;
import io.valence.testkit.memory.InMemoryVendors.Reply;
import io.valence.testkit.memory.InMemoryVendors.Sent;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicInteger;

class RepetitionTest {
    private static final VendorAnswer NOT_SENT =
            new VendorAnswer.Unreachable("The host takes no connections", false, false);
    private static final VendorAnswer BROKEN_OFF =
            new VendorAnswer.Unreachable("The host ended the connection", false, true);
    private static final VendorAnswer TOO_LATE =
            new VendorAnswer.Unreachable("The host did not answer in time", true, true);

    private final Bench bench = new Bench();
    private final Node node = new Node(bench, "node-1");
    private final Instance instance = bench.provisioned();
    private final Reached reached = reached(instance);
    private final AtomicInteger closed = new AtomicInteger();

    private Reached reached(Instance meant) {
        return ((Reach.Found.Instance) node.reach.find(bench.ada, new Through.ById(meant.id())))
                .reached();
    }

    /** An instance whose vendor does not know the tokens any more that it was called with. */
    private Reached expired() {
        Instance authorized = bench.authorized();
        bench.api.letIn(Node.currentAt(bench.vendor));
        bench.api.answer("/v1/a", Reply.json(200, "{}"));
        bench.clock.pass(Duration.ofMinutes(5));
        bench.vendor.forgetAccessTokens();
        return reached(authorized);
    }

    private static VendorCall call(String method, Optional<Cargo> body) {
        return new VendorCall(
                method, "/a", List.of(), body, Optional.of(new Endurance(Presence.LASTING)));
    }

    private static VendorCall call(String method) {
        boolean withBody = List.of("POST", "PUT", "PATCH").contains(method);
        return call(method, withBody ? Optional.of(Cargo.kept(bytes("{}"))) : Optional.empty());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private VendorAnswer status(int status, Header... headers) {
        return new VendorAnswer.Answered(
                status,
                List.of(headers),
                new Content(
                        new ByteArrayInputStream(bytes("words")) {
                            @Override
                            public void close() {
                                closed.incrementAndGet();
                            }
                        },
                        OptionalLong.of(5)),
                true);
    }

    private Reach.Reply ask(VendorCall call) {
        return node.reach.ask(reached, call);
    }

    /** The status in the end, or that of nothing; the answer is closed. */
    private static int status(Reach.Reply reply) {
        return switch (reply) {
            case Reach.Reply.Missed(var setback) -> 0;
            case Reach.Reply.Answered(var through, var answer) -> {
                try (var bytes = answer.content().bytes()) {
                    bytes.readAllBytes();
                    yield answer.status();
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
            }
        };
    }

    private int sent() {
        return bench.api.sent().size();
    }

    private void answers(VendorAnswer... answers) {
        bench.api.answer("/crmRestApi/resources/latest/a", Reply.json(200, "{}"));
        bench.api.answer("/a", Reply.json(200, "{}"));
        for (VendorAnswer answer : answers) {
            bench.api.answerNext(answer);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "GET, 429",
        "GET, 502",
        "GET, 503",
        "GET, 504",
        "HEAD, 503",
        "PUT, 429",
        "PUT, 503",
        "DELETE, 502",
        "DELETE, 504"
    })
    void asksAgainWhatMayBeAskedAgain(String method, int status) {
        answers(status(status));

        Reach.Reply reply = ask(call(method));

        assertThat(status(reply)).isNotEqualTo(status).isNotZero();
        assertThat(sent()).isEqualTo(2);
        assertThat(closed).hasValue(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
    void givesUpAfterThreeAttemptsAndHandsOnTheLastAnswer(String method) {
        answers(status(503), status(502), status(429), status(200));

        Reach.Reply reply = ask(call(method));

        assertThat(status(reply)).isEqualTo(429);
        assertThat(sent()).isEqualTo(3);
        assertThat(closed).hasValue(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "OPTIONS", "get", "MERGE"})
    void sendsEverythingElseOnceWhateverHappens(String method) {
        List<VendorAnswer> whatever =
                List.of(
                        status(429, new Header("Retry-After", "0")),
                        status(500),
                        status(502),
                        status(503),
                        status(504),
                        NOT_SENT,
                        BROKEN_OFF,
                        TOO_LATE);
        for (VendorAnswer answer : whatever) {
            int before = sent();
            answers(answer);

            status(ask(call(method)));

            assertThat(sent()).isEqualTo(before + 1);
        }
        assertThat(node.rests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 400, 403, 404, 409, 422, 500, 501})
    void handsOnWhatWillNotPass(int status) {
        answers(status(status));

        assertThat(status(ask(call("GET")))).isEqualTo(status);

        assertThat(sent()).isEqualTo(1);
        assertThat(node.rests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE"})
    void asksAgainAfterAConnectionThatFailed(String method) {
        answers(NOT_SENT, NOT_SENT);

        assertThat(status(ask(call(method)))).isNotZero();

        assertThat(sent()).isEqualTo(3);
        assertThat(node.rests).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"GET, 2", "HEAD, 2", "PUT, 1", "DELETE, 1"})
    void asksAgainWhatOnlyReadsAfterAnAnswerThatBroke(String method, int times) {
        answers(BROKEN_OFF);

        status(ask(call(method)));

        assertThat(sent()).isEqualTo(times);
    }

    @Test
    void doesNotAskAgainAVendorThatTakesTooLong() {
        answers(TOO_LATE);

        Reach.Reply reply = ask(call("GET"));

        assertThat(reply)
                .isEqualTo(
                        new Reach.Reply.Missed(
                                new Setback.VendorFailed(
                                        instance.id(),
                                        "The host did not answer in time",
                                        Optional.empty(),
                                        true)));
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void doesNotAskAgainAVendorThatRests() {
        answers(new VendorAnswer.Resting("The host rests", Duration.ofSeconds(7)));

        Reach.Reply reply = ask(call("GET"));

        assertThat(reply)
                .isEqualTo(
                        new Reach.Reply.Missed(
                                new Setback.TryLater(
                                        instance.id(), "The host rests", Duration.ofSeconds(7))));
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void sendsAllOfABodyAgain() {
        answers(status(503), status(503));

        status(ask(call("PUT", Optional.of(Cargo.kept(bytes("{\"a\":1}"))))));

        assertThat(bench.api.sent()).extracting(Sent::body).hasSize(3).containsOnly("{\"a\":1}");
    }

    @Test
    void sendsABodyThatPassesThroughOnce() {
        answers(NOT_SENT);
        Content content = new Content(new ByteArrayInputStream(bytes("abc")), OptionalLong.of(3));

        Reach.Reply reply = ask(call("PUT", Optional.of(Cargo.passing(content))));

        assertThat(reply).isInstanceOf(Reach.Reply.Missed.class);
        assertThat(sent()).isEqualTo(1);
    }

    @Test
    void handsOnWhatComesToCallersOfTheVendorsOwnApi() {
        answers(status(503, new Header("Retry-After", "1")));

        assertThat(Node.status(node.get(instance, "/a"))).isEqualTo(503);

        assertThat(sent()).isEqualTo(1);
        assertThat(node.rests).isEmpty();
    }

    @Test
    void restsLongerEachTimeByChance() {
        Duration longestFirst = Duration.ZERO;
        Duration longestSecond = Duration.ZERO;
        for (int i = 0; i < 200; i++) {
            node.rests.clear();
            answers(status(503), status(503));
            assertThat(status(ask(call("GET")))).isEqualTo(200);

            assertThat(node.rests.get(0)).isBetween(Duration.ZERO, Duration.ofMillis(200));
            assertThat(node.rests.get(1)).isBetween(Duration.ZERO, Duration.ofMillis(400));
            longestFirst = longer(longestFirst, node.rests.get(0));
            longestSecond = longer(longestSecond, node.rests.get(1));
        }

        assertThat(longestFirst).isGreaterThan(Duration.ofMillis(180));
        assertThat(longestSecond).isGreaterThan(Duration.ofMillis(360));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", " 3 ", "Wed, 6 May 2026 07:08:12 GMT"})
    void restsAsLongAsTheVendorAsksFor(String wish) {
        answers(status(429, new Header("retry-after", wish)));

        assertThat(status(ask(call("GET")))).isEqualTo(200);

        assertThat(node.rests).hasSize(1);
        assertThat(node.rests.getFirst())
                .isBetween(Duration.ofSeconds(3), Duration.ofMillis(3_200));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "6",
                "3600",
                "999999999999999999",
                "Wed, 6 May 2026 07:08:15 GMT",
                "Wed, 31 Dec 2098 23:59:59 GMT"
            })
    void handsOnAtOnceThatTheVendorWantsALongRest(String wish) {
        answers(status(429, new Header("Retry-After", wish)));

        assertThat(status(ask(call("GET")))).isEqualTo(429);

        assertThat(sent()).isEqualTo(1);
        assertThat(node.rests).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "soon", "-1", "1.5", "0", "Wed, 6 May 2020 07:08:12 GMT", "Wed, 99 May"})
    void restsAsUsualIfTheVendorAsksForNothingThatCanBeRead(String wish) {
        answers(status(503, new Header("Retry-After", wish)));

        assertThat(status(ask(call("GET")))).isEqualTo(200);

        assertThat(node.rests.getFirst()).isLessThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void keepsACallerWaitingForTenSecondsAtMostOverAllCalls() {
        Endurance endurance = new Endurance(Presence.LASTING);
        VendorCall page =
                new VendorCall("GET", "/a", List.of(), Optional.empty(), Optional.of(endurance));
        for (int i = 0; i < 10; i++) {
            answers(status(429, new Header("Retry-After", "3")));
            status(ask(page));
        }

        Duration waited = node.rests.stream().reduce(Duration.ZERO, Duration::plus);
        assertThat(waited).isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
        assertThat(node.rests).hasSize(3);
    }

    @Test
    void doesNotAskAgainForACallerWhoHasHungUp() {
        answers(status(503));
        VendorCall call = callOf(() -> false);

        assertThat(status(ask(call))).isEqualTo(503);

        assertThat(sent()).isEqualTo(1);
        assertThat(node.rests).isEmpty();
        assertThat(closed).hasValue(1);
    }

    @Test
    void doesNotAskAgainForACallerWhoHangsUpWhileItRests() {
        answers(status(503));
        VendorCall call = callOf(() -> node.rests.isEmpty());

        assertThat(status(ask(call))).isEqualTo(503);

        assertThat(sent()).isEqualTo(1);
        assertThat(node.rests).hasSize(1);
        assertThat(closed).hasValue(1);
    }

    private static VendorCall callOf(Presence presence) {
        return new VendorCall(
                "GET", "/a", List.of(), Optional.empty(), Optional.of(new Endurance(presence)));
    }

    @Test
    void leavesTheInstancesPlaceToOthersWhileItRests() {
        AtomicInteger meanwhile = new AtomicInteger();
        Reach[] narrow = new Reach[1];
        narrow[0] =
                node.reach(
                        bench,
                        1,
                        rest -> meanwhile.set(status(narrow[0].ask(reached, call("POST")))));
        answers(status(503), status(201));

        assertThat(status(narrow[0].ask(reached, call("GET")))).isEqualTo(200);

        assertThat(meanwhile).hasValue(201);
        assertThat(bench.api.open()).isZero();
    }

    @Test
    void endsWithTheLastAnswerWhenItIsInterrupted() {
        Reach impatient =
                node.reach(
                        bench,
                        1,
                        rest -> {
                            throw new InterruptedException();
                        });
        answers(status(503));

        Reach.Reply reply = impatient.ask(reached, call("GET"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(status(reply)).isEqualTo(503);
        assertThat(sent()).isEqualTo(1);
        assertThat(closed).hasValue(1);
        assertThat(status(impatient.ask(reached, call("GET")))).isEqualTo(200);
    }

    @Test
    void renewsTokensWithinAnAttemptAndSendsABodyInMemoryAgain() {
        Reached through = expired();

        assertThat(status(node.reach.ask(through, call("PUT")))).isEqualTo(200);

        assertThat(bench.api.sent()).extracting(Sent::body).containsExactly("{}", "{}");
    }

    @Test
    void sendsAPostOnceThoughTheTokenHasExpired() {
        Reached through = expired();

        assertThat(status(node.reach.ask(through, call("POST")))).isEqualTo(401);

        assertThat(sent()).isEqualTo(1);
    }
}
