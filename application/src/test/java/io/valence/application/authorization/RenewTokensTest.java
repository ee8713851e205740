package io.valence.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.application.authorization.RenewTokens.Outcome;
import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.secret.Secret;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;

class RenewTokensTest {
    private final Bench bench = new Bench();
    private final Node node = new Node(bench, "node-1");

    private static Tokens renewed(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Renewed.class);
        return ((Outcome.Renewed) outcome).connection().grant().orElseThrow().tokens();
    }

    private int refreshes() {
        return bench.vendor.asked(Question.REFRESH);
    }

    private List<Outcome> together(int count, Instance instance, Node... nodes) throws Exception {
        CountDownLatch ready = new CountDownLatch(count);
        long generation = bench.grant(instance).generation();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Outcome>> callers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Node mine = nodes[i % nodes.length];
                callers.add(
                        threads.submit(
                                () -> {
                                    ready.countDown();
                                    ready.await();
                                    return mine.renew.renew(
                                            instance.id(), generation, Attempt.Cause.EXPIRED);
                                }));
            }
            List<Outcome> outcomes = new ArrayList<>();
            for (Future<Outcome> caller : callers) {
                outcomes.add(caller.get());
            }
            return outcomes;
        }
    }

    @Test
    void renewsAndKeepsWhatTheVendorHandsOut() {
        Instance instance = bench.expired();
        Grant before = bench.grant(instance);

        Tokens tokens = renewed(node.renew(instance));

        Grant after = bench.grant(instance);
        assertThat(after.tokens()).isEqualTo(tokens);
        assertThat(after.generation()).isEqualTo(before.generation() + 1);
        assertThat(after.turn()).isEqualTo(Grant.Turn.FREE);
        assertThat(bench.vendor.letsIn(tokens.access())).isTrue();
        assertThat(tokens.expiresAt()).contains(bench.clock.instant().plus(Duration.ofHours(1)));
        assertThat(bench.ledger(instance).getFirst())
                .isEqualTo(
                        new Attempt(
                                bench.clock.instant(),
                                Attempt.Cause.EXPIRED,
                                "node-1",
                                1,
                                Optional.of(200),
                                Optional.empty(),
                                Attempt.Result.RENEWED));
        assertThat(node.observed).containsExactly(bench.ledger(instance).getFirst());
    }

    @Test
    void asksTheVendorOnceForAThousandCallersAtTheMomentOfExpiry() throws Exception {
        Instance instance = bench.expired();

        List<Outcome> outcomes = together(1000, instance, node);

        assertThat(outcomes).hasSize(1000).allMatch(Outcome.Renewed.class::isInstance);
        assertThat(refreshes()).isEqualTo(1);
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);
        assertThat(bench.grant(instance).generation()).isEqualTo(2);
    }

    @Test
    void asksTheVendorOnceForTheCallersOfTwoNodes() throws Exception {
        Instance instance = bench.expired();
        bench.vendor.answerAfter(Duration.ofMillis(100));

        List<Outcome> outcomes = together(1000, instance, node, new Node(bench, "node-2"));

        assertThat(outcomes).hasSize(1000).allMatch(Outcome.Renewed.class::isInstance);
        assertThat(refreshes()).isEqualTo(1);
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);
    }

    @Test
    void doesNotMakeCallersWaitForAVendorThatTakesLong() {
        Instance instance = bench.expired();
        Node impatient = new Node(bench, "node-1", Node.PACE);
        Node other = new Node(bench, "node-2", Node.PACE);
        CountDownLatch opens = new CountDownLatch(1);
        bench.vendor.answerWhen(opens);

        assertThat(impatient.renew(instance)).isInstanceOf(Outcome.StillUnderWay.class);
        assertThat(other.renew(instance)).isInstanceOf(Outcome.StillUnderWay.class);
        CompletableFuture<Outcome> later =
                impatient.renew.begin(instance.id(), 1, Attempt.Cause.EXPIRED);
        CompletableFuture<Outcome> elsewhere =
                other.renew.begin(instance.id(), 1, Attempt.Cause.EXPIRED);
        opens.countDown();

        assertThat(renewed(elsewhere.join())).isEqualTo(renewed(later.join()));
        assertThat(refreshes()).isEqualTo(1);
        assertThat(bench.vendor.letsIn(renewed(impatient.renew(instance)).access())).isTrue();
    }

    @Test
    void keepsItsTurnForAsLongAsTheVendorTakes() throws Exception {
        RenewalPace hurried =
                new RenewalPace(
                        Duration.ofSeconds(30),
                        Duration.ofMillis(300),
                        Duration.ofMillis(30),
                        Duration.ofMillis(2),
                        Duration.ofMinutes(5));
        Node slow = new Node(bench, "node-1", hurried);
        Instance instance = bench.expired();
        CountDownLatch opens = new CountDownLatch(1);
        bench.vendor.answerWhen(opens);
        CompletableFuture<Outcome> first =
                slow.renew.begin(instance.id(), 1, Attempt.Cause.EXPIRED);
        for (int i = 0; i < 20; i++) {
            await(slow, slow.grants.keeps() + 2);
            bench.clock.pass(Duration.ofMillis(20));
            assertThat(bench.grant(instance).turn()).isEqualTo(Grant.Turn.HELD);
        }

        CompletableFuture<Outcome> second =
                new Node(bench, "node-2", hurried)
                        .renew.begin(instance.id(), 1, Attempt.Cause.EXPIRED);
        opens.countDown();

        assertThat(renewed(first.join())).isEqualTo(renewed(second.join()));
        assertThat(refreshes()).isEqualTo(1);
        assertThat(bench.ledger(instance)).hasSize(2);
    }

    private static void await(Node node, int keeps) throws InterruptedException {
        while (node.grants.keeps() < keeps) {
            Thread.sleep(1);
        }
    }

    @Test
    void asksNobodyForThoseWhoHaveSeenAnOlderGeneration() {
        Instance instance = bench.expired();
        Tokens tokens = renewed(node.renew(instance));

        Outcome again = node.renew.renew(instance.id(), 1, Attempt.Cause.UNAUTHORIZED);

        assertThat(renewed(again)).isEqualTo(tokens);
        assertThat(refreshes()).isEqualTo(1);
    }

    @Test
    void keepsTheRefreshTokenIfTheVendorSendsNoOther() {
        Instance instance = bench.expired();
        bench.vendor.keepRefreshTokens();
        Optional<Secret> refresh = bench.grant(instance).tokens().refresh();

        assertThat(renewed(node.renew(instance)).refresh()).isEqualTo(refresh);
        bench.clock.pass(Duration.ofHours(1));
        assertThat(renewed(node.renew(instance)).refresh()).isEqualTo(refresh);
        assertThat(refreshes()).isEqualTo(2);
    }

    @Test
    void obtainsTokensAnewForTheApplicationItself() {
        Instance instance =
                bench.provisioned("oauthclient", Bench.draft(Bench.client(), ProviderData.none()));
        bench.clock.pass(Duration.ofHours(1));

        Tokens tokens = renewed(node.renew(instance));

        assertThat(bench.vendor.letsIn(tokens.access())).isTrue();
        assertThat(bench.vendor.asked(Question.OBTAIN)).isEqualTo(2);
        assertThat(bench.grant(instance).refreshAt()).isPresent();
    }

    @Test
    void commitsNothingOnceTheOwnerHasAuthorizedAgain() {
        Instance instance = bench.expired();
        CountDownLatch opens = new CountDownLatch(1);
        CompletableFuture<Outcome> renewal = askedUntil(opens, instance);
        Tokens theirs = authorizedAgain(instance);
        opens.countDown();

        assertThat(renewed(renewal.join())).isEqualTo(theirs);
        assertThat(bench.grant(instance).tokens()).isEqualTo(theirs);
        assertThat(bench.ledger(instance).getFirst().result()).isEqualTo(Attempt.Result.OVERTAKEN);
        assertThat(node.observed)
                .extracting(Attempt::result)
                .containsExactly(Attempt.Result.OVERTAKEN);
    }

    @Test
    void breaksNothingByARefusalOnceTheOwnerHasAuthorizedAgain() {
        Instance instance = bench.expired();
        bench.vendor.forgetEverything();
        CountDownLatch opens = new CountDownLatch(1);
        CompletableFuture<Outcome> renewal = askedUntil(opens, instance);
        Tokens theirs = authorizedAgain(instance);
        opens.countDown();

        assertThat(renewed(renewal.join())).isEqualTo(theirs);
        assertThat(bench.stored(instance).authorization()).isEqualTo(new Authorization.Sound());
    }

    /** A renewal that the vendor has heard of, and answers when this opens. */
    private CompletableFuture<Outcome> askedUntil(CountDownLatch opens, Instance instance) {
        bench.vendor.answerWhen(opens);
        CompletableFuture<Outcome> renewal =
                node.renew.begin(instance.id(), 1, Attempt.Cause.EXPIRED);
        while (refreshes() == 0) {
            Thread.onSpinWait();
        }
        return renewal;
    }

    /** As another node would store it. */
    private Tokens authorizedAgain(Instance instance) {
        Tokens tokens =
                new Tokens(
                        Secret.of("their-access"),
                        Optional.of(Secret.of("their-refresh")),
                        bench.clock.instant(),
                        Optional.of(bench.clock.instant().plus(Duration.ofHours(1))));
        Attempt attempt = bench.ledger(instance).getLast();
        bench.instances.replace(
                bench.stored(instance),
                SecretChanges.none(),
                new FirstGrant(tokens, Optional.empty(), attempt));
        return tokens;
    }

    @Test
    void givesTokensBackThatCameAfterTheInstanceWasRemoved() {
        Instance instance = bench.expired();
        CountDownLatch opens = new CountDownLatch(1);
        CompletableFuture<Outcome> renewal = askedUntil(opens, instance);
        bench.instances.remove(bench.ada.organization(), instance.id());
        opens.countDown();

        assertThat(renewal.join()).isInstanceOf(Outcome.Gone.class);
        assertThat(bench.giveBack.run()).isEqualTo(1);
        assertThat(bench.vendor.liveGrants()).isZero();
    }

    @Test
    void hasNothingToRenewWhereThereAreNoTokens() {
        Instance instance = bench.provisioned();

        assertThat(node.renew.renew(instance.id(), 1, Attempt.Cause.EXPIRED))
                .isInstanceOf(Outcome.Gone.class);
        assertThat(node.renew.renew(new InstanceId(4711), 1, Attempt.Cause.EXPIRED))
                .isInstanceOf(Outcome.Gone.class);
    }

    @Test
    void canBeAskedAgainAfterItFailedUnexpectedly() {
        Instance instance = bench.expired();
        Node failing = new Node(bench, "node-2");
        failing.grants.failToGiveTurns();

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> failing.renew(instance))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage("no connection to the store");
        }
        assertThat(node.renew(instance)).isInstanceOf(Outcome.Renewed.class);
    }

    @Test
    void leavesNobodyWaitingOnceItTakesNoMoreWork() {
        Instance instance = bench.expired();
        Node stopped =
                new Node(
                        bench,
                        "node-2",
                        Node.PATIENT,
                        task -> {
                            throw new RejectedExecutionException("stopped");
                        });

        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> stopped.renew(instance))
                    .isInstanceOf(RejectedExecutionException.class);
        }
        assertThat(refreshes()).isZero();
    }
}
