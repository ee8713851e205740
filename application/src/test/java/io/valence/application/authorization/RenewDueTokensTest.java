package io.valence.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;

class RenewDueTokensTest {
    private final Bench bench = new Bench();
    private final Node node = new Node(bench, "node-1");

    private List<Instance> authorized(int count) {
        List<Instance> instances = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            instances.add(bench.authorized());
        }
        return instances;
    }

    private int refreshes() {
        return bench.vendor.asked(Question.REFRESH);
    }

    /** As of another generation that is due since this moment. */
    private void dueSince(Instance instance, Optional<Instant> refreshAt) {
        Attempt attempt = bench.ledger(instance).getLast();
        bench.instances.replace(
                bench.stored(instance),
                SecretChanges.none(),
                new FirstGrant(bench.grant(instance).tokens(), refreshAt, attempt));
    }

    @Test
    void renewsEachOfAThousandOnceAheadOfTime() {
        List<Instance> instances = authorized(1000);
        bench.clock.pass(Duration.ofMinutes(56));

        int tried = node.renewDue.run();

        assertThat(tried).isEqualTo(1000);
        assertThat(refreshes()).isEqualTo(1000);
        assertThat(instances)
                .allSatisfy(
                        instance -> {
                            Grant grant = bench.grant(instance);
                            assertThat(grant.generation()).isEqualTo(2);
                            assertThat(bench.vendor.letsIn(grant.tokens().access())).isTrue();
                        });
        assertThat(bench.vendor.liveGrants()).isEqualTo(1000);
        assertThat(node.renewDue.run()).isZero();
    }

    @Test
    void renewsNothingBeforeItIsTime() {
        authorized(3);
        bench.clock.pass(Duration.ofMinutes(54));

        assertThat(node.renewDue.run()).isZero();
        assertThat(refreshes()).isZero();
    }

    @Test
    void renewsOnceThoughTwoNodesDoItAtTheSameTime() {
        authorized(300);
        Node other = new Node(bench, "node-2");
        bench.clock.pass(Duration.ofMinutes(56));

        CompletableFuture<Integer> theirs = CompletableFuture.supplyAsync(other.renewDue::run);
        node.renewDue.run();
        theirs.join();

        assertThat(refreshes()).isEqualTo(300);
        assertThat(bench.vendor.liveGrants()).isEqualTo(300);
    }

    @Test
    void renewsATokenOfTenMinutesOncePerLife() {
        bench.vendor.lifetime(Duration.ofMinutes(10));
        Instance instance = bench.authorized();

        for (int minute = 0; minute < 100; minute++) {
            bench.clock.pass(Duration.ofMinutes(1));
            node.renewDue.run();
        }

        assertThat(refreshes()).isBetween(10, 21);
        assertThat(bench.vendor.letsIn(bench.grant(instance).tokens().access())).isTrue();
    }

    @Test
    void tellsTheLedgerWhy() {
        Instance instance = bench.authorized();
        bench.clock.pass(Duration.ofMinutes(56));

        node.renewDue.run();

        assertThat(bench.ledger(instance).getFirst().cause())
                .isEqualTo(Attempt.Cause.AHEAD_OF_TIME);
    }

    @Test
    void triesEachOnceThoughTheVendorIsDown() {
        authorized(10);
        bench.clock.pass(Duration.ofMinutes(56));
        bench.vendor.answerAlways(new TokenAnswer.Unreachable("No connection", false, false));

        assertThat(node.renewDue.run()).isEqualTo(10);
        assertThat(refreshes()).isEqualTo(10);
        assertThat(node.renewDue.run()).isZero();
    }

    @Test
    void isNotStoppedByThoseThatFailUnexpectedly() {
        authorized(450);
        bench.clock.pass(Duration.ofMinutes(56));
        Node failing = new Node(bench, "node-2");
        failing.grants.failToGiveTurns();

        assertThat(failing.renewDue.run()).isEqualTo(450);
        assertThat(node.renewDue.run()).isEqualTo(450);
        assertThat(refreshes()).isEqualTo(450);
    }

    @Test
    void reachesThoseBehindOthersThatStayDue() {
        List<Instance> stuck = authorized(210);
        bench.vendor.forgetEverything();
        bench.clock.pass(Duration.ofMinutes(56));
        node.renewDue.run();
        stuck.forEach(this::breakAndLeaveDue);
        Instance behind = bench.authorized();
        bench.clock.pass(Duration.ofMinutes(56));

        assertThat(node.renewDue.run()).isEqualTo(211);

        assertThat(bench.grant(behind).generation()).isEqualTo(2);
    }

    /** A broken instance that is to be renewed all the same; nobody will. */
    private void breakAndLeaveDue(Instance instance) {
        dueSince(instance, Optional.of(Bench.NOW));
        Grant grant = bench.grant(instance);
        bench.instances
                .grants()
                .giveUp(
                        instance.id(),
                        grant.generation(),
                        grant.fence() - 1,
                        Optional.empty(),
                        Optional.of(
                                new io.valence.domain.instance.Authorization.Broken(
                                        "gone", Bench.NOW)),
                        bench.ledger(instance).getLast());
    }

    @Test
    void asksNobodyToRenewWhatIsNotDueAnyMore() {
        Instance instance = bench.authorized();
        dueSince(instance, Optional.empty());

        RenewTokens.Outcome outcome =
                node.renew.begin(instance.id(), Long.MAX_VALUE, Attempt.Cause.AHEAD_OF_TIME).join();

        assertThat(outcome).isInstanceOf(RenewTokens.Outcome.Kept.class);
        assertThat(refreshes()).isZero();
    }

    @Test
    void renewsForDisabledInstancesToo() {
        Instance instance = bench.authorized();
        bench.turn.turn(
                bench.ada,
                new io.valence.application.instance.InstanceReference.ById(instance.id()),
                false);
        bench.clock.pass(Duration.ofMinutes(56));

        assertThat(node.renewDue.run()).isEqualTo(1);
        assertThat(bench.grant(instance).generation()).isEqualTo(2);
    }

    @Test
    void doesNotRenewWhatLastsUntilItIsRefused() {
        bench.provisioned(
                "oauth",
                Bench.initial(Bench.clientAnd(java.util.Map.of("oauth.user.token", "for ever"))));
        bench.clock.pass(Duration.ofDays(1000));

        assertThat(node.renewDue.run()).isZero();
    }

    @Test
    void letsNobodyWaitForOneThatTakesLong() throws Exception {
        authorized(450);
        bench.clock.pass(Duration.ofMinutes(56));
        CountDownLatch opens = new CountDownLatch(1);
        Node slow = new Node(bench, "node-2", Node.PATIENT, holdingTheFirst(opens));

        CompletableFuture<Integer> run = CompletableFuture.supplyAsync(slow.renewDue::run);

        for (int i = 0; i < 2000 && refreshes() < 449; i++) {
            Thread.sleep(10);
        }
        assertThat(refreshes()).isEqualTo(449);
        assertThat(run).isNotDone();
        opens.countDown();
        assertThat(run.join()).isEqualTo(450);
        assertThat(refreshes()).isEqualTo(450);
    }

    private static Executor holdingTheFirst(CountDownLatch opens) {
        AtomicBoolean isFirst = new AtomicBoolean(true);
        return task -> {
            boolean held = isFirst.getAndSet(false);
            Thread.ofVirtual()
                    .start(
                            () -> {
                                if (held) {
                                    await(opens);
                                }
                                task.run();
                            });
        };
    }

    private static void await(CountDownLatch opens) {
        try {
            opens.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
