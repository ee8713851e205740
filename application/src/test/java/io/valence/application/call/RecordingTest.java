package io.valence.application.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.domain.call.Header;
import io.valence.domain.instance.Instance;
import io.valence.domain.trace.CapturedText;
import io.valence.domain.trace.Leg;
import io.valence.domain.trace.Trace;
import io.valence.testkit.memory.InMemoryVendors.Reply;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What is kept of calls whose instances' owners want that. */
class RecordingTest {
    private final Bench bench = new Bench();
    private final Node node = new Node(bench, "node-1");
    private final Instance instance = bench.authorized();
    private final Recorder recorder =
            new Recorder(bench.instances.traces(), bench.clock, new SecureRandom());

    @BeforeEach
    void theVendorSaysWhatItWasSent() {
        bench.api.letIn(Node.currentAt(bench.vendor));
        bench.api.answer(
                "/v1/a",
                sent -> Reply.json(200, "sent " + sent.header("Authorization").orElse("")));
    }

    private Trace trace(Header... headers) {
        Recording recording = recorder.begin("GET", "/a", List.of(headers), true);
        Node.status(
                node.call.call(
                        new CallVendor.Request(
                                bench.ada,
                                new Through.ByToken(instance.token()),
                                "GET",
                                "/a",
                                List.of(),
                                Optional.empty(),
                                Optional.of(recording))));
        return kept(recording);
    }

    private Trace kept(Recording recording) {
        recording.finish(200, List.of(), new byte[0]);
        return bench.instances
                .traces()
                .find(instance.id(), recording.id().orElseThrow())
                .orElseThrow();
    }

    @Test
    void keepsTheRequestThatWasSentAgainWithAFreshToken() {
        bench.clock.pass(Duration.ofMinutes(5));
        bench.vendor.forgetAccessTokens();

        Trace trace = trace();

        assertThat(trace.vendor())
                .extracting(leg -> leg.status().orElseThrow())
                .containsExactly(401, 200);
    }

    @Test
    void hidesTokensThatAreYoungerThanTheCall() {
        bench.clock.pass(Duration.ofHours(1));

        Trace trace = trace();

        assertThat(trace.vendor())
                .extracting(Leg::response)
                .extracting(CapturedText::text)
                .containsExactly("sent ********");
    }

    @Test
    void hidesWhatIsSecretInTheCallersHeaders() {
        Trace trace =
                trace(
                        new Header("Elements-User-Password", "open sesame"),
                        new Header("X-Note", "the secret is client-secret"));

        assertThat(trace.call().requestHeaders())
                .containsExactly(
                        new Header("Elements-User-Password", "********"),
                        new Header("X-Note", "the secret is ********"));
    }

    @Test
    void hidesASecretThatIsCutOff() {
        String filling = "x".repeat(CapturedText.MOST_BYTES - 3);
        bench.api.answer("/v1/a", Reply.json(200, filling + "client-secret and more"));

        CapturedText kept = trace().vendor().getFirst().response();

        assertThat(kept.text()).isEqualTo(filling + "***");
        assertThat(kept.cut()).isTrue();
    }

    @Test
    void hidesASecretThatIsCutOffAfterManyThatWereHidden() {
        bench.api.answer("/v1/a", Reply.json(200, "client-secret".repeat(10_000)));

        CapturedText kept = trace().vendor().getFirst().response();

        assertThat(kept.text().replace("*", "")).isEmpty();
        assertThat(kept.cut()).isTrue();
    }

    @Test
    void countsTheRequestsOfWhichNothingIsKept() throws IOException {
        Recording recording = recorder.begin("GET", "/a", List.of(), true);
        Reached reached =
                ((Reach.Found.Instance)
                                node.reach.find(
                                        bench.ada,
                                        new Through.ByToken(instance.token()),
                                        Optional.of(recording)))
                        .reached();

        for (int i = 0; i < Trace.MOST_LEGS + 4; i++) {
            var reply =
                    node.reach.ask(
                            reached, new VendorCall("GET", "/a", List.of(), Optional.empty()));
            ((Reach.Reply.Answered) reply).answer().content().bytes().close();
        }

        assertThat(kept(recording).vendor()).hasSize(Trace.MOST_LEGS);
        assertThat(kept(recording).omitted()).isEqualTo(4);
    }
}
