package io.valence.application.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.application.call.CallVendor.Outcome;
import io.valence.application.instance.InstanceReference;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;
import io.valence.testkit.memory.InMemoryVendors.Reply;
import io.valence.testkit.memory.InMemoryVendors.Sent;
import io.valence.testkit.sample.SampleInstances;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

class CallVendorTest {
    private final Bench bench = new Bench();
    private final Node node = new Node(bench, "node-1");

    CallVendorTest() {
        bench.api.answer("/v1/a", Reply.json(200, "{}"));
        bench.api.answer("/a", Reply.json(200, "{}"));
    }

    private int refreshes() {
        return bench.vendor.asked(Question.REFRESH);
    }

    private Sent sent() {
        return bench.api.sent().getLast();
    }

    @Nested
    class ToAVendorOfTokens {
        private final Instance instance = bench.authorized();

        ToAVendorOfTokens() {
            bench.api.letIn(Node.currentAt(bench.vendor));
        }

        @Test
        void carriesAFreshTokenAndAsksTheGrantsNothing() {
            int before = bench.vendor.askedForTokens();

            for (int i = 0; i < 100; i++) {
                assertThat(Node.status(node.get(instance, "/a"))).isEqualTo(200);
            }

            assertThat(node.grants.count()).isZero();
            assertThat(bench.vendor.askedForTokens()).isEqualTo(before);
            assertThat(sent().header("Authorization")).contains("Bearer access-1");
        }

        @Test
        void renewsAStaleTokenBefore() {
            bench.clock.pass(Duration.ofHours(1));

            assertThat(Node.status(node.get(instance, "/a"))).isEqualTo(200);

            assertThat(bench.api.sent()).hasSize(1);
            assertThat(refreshes()).isEqualTo(1);
            assertThat(bench.ledger(instance).getFirst().cause()).isEqualTo(Attempt.Cause.EXPIRED);
        }

        @Test
        void carriesATokenThatIsDueAndHasItRenewedMeanwhile() throws Exception {
            bench.clock.pass(Duration.ofMinutes(56));

            assertThat(Node.status(node.get(instance, "/a"))).isEqualTo(200);

            assertThat(sent().header("Authorization")).contains("Bearer access-1");
            while (node.observed.isEmpty()) {
                Thread.sleep(1);
            }
            assertThat(bench.grant(instance).generation()).isEqualTo(2);
            assertThat(bench.ledger(instance).getFirst().cause())
                    .isEqualTo(Attempt.Cause.AHEAD_OF_TIME);
        }

        @Test
        void carriesATokenThatIsStillGoodThoughItCannotBeRenewed() throws Exception {
            bench.vendor.answerAlways(new TokenAnswer.Unusable(500, "Sorry"));
            bench.clock.pass(Duration.ofMinutes(56));

            for (int i = 0; i < 10; i++) {
                assertThat(Node.status(node.get(instance, "/a"))).isEqualTo(200);
            }
            while (node.observed.isEmpty()) {
                Thread.sleep(1);
            }

            assertThat(Node.status(node.get(instance, "/a"))).isEqualTo(200);
            assertThat(refreshes()).isEqualTo(1);
        }

        @ParameterizedTest
        @ValueSource(strings = {"GET", "HEAD", "OPTIONS", "DELETE", "PUT"})
        void renewsOnceAfterA401AndSendsAgainWhatMayBeSentTwice(String method) {
            bench.clock.pass(Duration.ofMinutes(5));
            bench.vendor.forgetAccessTokens();

            Outcome outcome = node.call(instance, method, "/a", Optional.empty());

            assertThat(Node.status(outcome)).isEqualTo(200);
            assertThat(bench.api.sent()).hasSize(2);
            assertThat(refreshes()).isEqualTo(1);
            assertThat(bench.ledger(instance).getFirst().cause())
                    .isEqualTo(Attempt.Cause.UNAUTHORIZED);
            assertThat(bench.api.open()).isZero();
        }

        @Test
        void handsOnA401OfAnotherHostThatWasGivenNoToken() {
            bench.clock.pass(Duration.ofMinutes(5));
            bench.api.answer(
                    "/v1/elsewhere",
                    new Reply(
                            302,
                            List.of(new Header("Location", "https://other.example.com/v1/a")),
                            ""));

            Outcome outcome = node.get(instance, "/elsewhere");

            assertThat(Node.status(outcome)).isEqualTo(401);
            assertThat(refreshes()).isZero();
        }

        @Test
        void freesTheConnectionThatTheVendorRefusedOnThoughTheRenewalFails() {
            bench.clock.pass(Duration.ofMinutes(5));
            bench.vendor.forgetAccessTokens();
            node.grants.failToGiveTurns();

            assertThatThrownBy(() -> node.get(instance, "/a"))
                    .hasMessageContaining("no connection to the store");

            assertThat(bench.api.sent()).hasSize(1);
            assertThat(bench.api.open()).isZero();
        }

        @ParameterizedTest
        @ValueSource(strings = {"POST", "PATCH", "PUT", "DELETE"})
        void sendsNothingTwiceThatHasABody(String method) {
            bench.clock.pass(Duration.ofMinutes(5));
            bench.vendor.forgetAccessTokens();

            Outcome first = node.call(instance, method, "/a", Optional.of("{}"));
            Outcome second = node.call(instance, method, "/a", Optional.of("{}"));

            assertThat(Node.status(first)).isEqualTo(401);
            assertThat(Node.status(second)).isEqualTo(200);
            assertThat(bench.api.sent()).hasSize(2).allMatch(one -> one.body().equals("{}"));
            assertThat(refreshes()).isEqualTo(1);
        }

        @Test
        void sendsNoPostTwiceEvenWithoutABody() {
            bench.clock.pass(Duration.ofMinutes(5));
            bench.vendor.forgetAccessTokens();

            assertThat(Node.status(node.call(instance, "POST", "/a", Optional.empty())))
                    .isEqualTo(401);
            assertThat(bench.api.sent()).hasSize(1);
        }

        @Test
        void doesNotRenewForEveryCallThatAVendorNeverLetsIn() {
            bench.api.letIn(credentials -> false);
            bench.clock.pass(Duration.ofMinutes(5));

            for (int i = 0; i < 100; i++) {
                assertThat(Node.status(node.get(instance, "/a"))).isEqualTo(401);
            }

            assertThat(refreshes()).isEqualTo(1);
            assertThat(bench.api.sent()).hasSize(101);
            assertThat(bench.api.open()).isZero();
        }

        @Test
        void handsAYoungTokens401On() {
            bench.api.letIn(credentials -> false);
            bench.clock.pass(Duration.ofSeconds(30));

            assertThat(Node.status(node.get(instance, "/a"))).isEqualTo(401);

            assertThat(refreshes()).isZero();
        }

        @Test
        void handsA401OnIfTheTokenCannotBeRenewed() {
            bench.vendor.answerAlways(new TokenAnswer.Unusable(500, "Sorry"));
            bench.clock.pass(Duration.ofMinutes(5));
            bench.vendor.forgetAccessTokens();

            assertThat(Node.status(node.get(instance, "/a"))).isEqualTo(401);
            assertThat(bench.api.sent()).hasSize(1);
        }

        @Test
        void saysThatTheInstanceIsNotValidIfA401IsForGood() {
            bench.clock.pass(Duration.ofMinutes(5));
            bench.vendor.forgetEverything();

            Outcome outcome = node.get(instance, "/a");

            assertThat(((Setback.NotValid) outcome).reason()).contains("invalid_grant");
            assertThat(bench.api.open()).isZero();
            assertThat(node.get(instance, "/a")).isInstanceOf(Setback.NotValid.class);
            assertThat(bench.api.sent()).hasSize(1);
        }

        @Test
        void saysThatTheVendorDidNotRenew() {
            bench.vendor.answerAlways(
                    new TokenAnswer.Unreachable("No answer in time", true, false));
            bench.clock.pass(Duration.ofHours(1));

            Outcome failed = node.get(instance, "/a");
            Outcome resting = node.get(instance, "/a");

            assertThatObject(failed)
                    .isEqualTo(
                            new Setback.VendorFailed(
                                    instance.id(), "No answer in time", Optional.empty(), true));
            assertThat(((Setback.TryLater) resting).rest())
                    .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(6));
            assertThat(bench.api.sent()).isEmpty();
        }

        @Test
        void saysThatItTakesLongToRenew() {
            CountDownLatch opens = new CountDownLatch(1);
            bench.vendor.answerWhen(opens);
            bench.clock.pass(Duration.ofHours(1));

            Outcome outcome = new Node(bench, "impatient", Node.PACE).get(instance, "/a");
            opens.countDown();

            assertThat(outcome).isInstanceOf(Setback.TryLater.class);
            assertThat(bench.api.sent()).isEmpty();
        }

        @Test
        void usesWhatAnotherNodeHasRenewed() {
            bench.clock.pass(Duration.ofHours(1));
            new Node(bench, "node-2").renew(instance);

            assertThat(Node.status(node.get(instance, "/a"))).isEqualTo(200);

            assertThat(refreshes()).isEqualTo(1);
        }

        @Test
        void putsTheTokenIntoTheQueryWhereTheElementWantsIt() {
            Instance other =
                    bench.provisioned(
                            "oauthquery", Bench.draft(Bench.client(), Bench.came(bench.consent())));

            assertThat(Node.status(node.get(other, "/a?q=1"))).isEqualTo(200);

            assertThat(sent().target()).isEqualTo("/v1/a?q=1&access_token=access-2");
            assertThat(sent().header("Authorization")).isEmpty();
        }

        @Test
        void sendsNothingOfADisabledInstance() {
            bench.turn.turn(bench.ada, new InstanceReference.ById(instance.id()), false);

            assertThatObject(node.get(instance, "/a"))
                    .isEqualTo(new Setback.Disabled(instance.id()));
            assertThat(bench.api.sent()).isEmpty();
        }

        @Test
        void knowsNoInstanceThatWasRemoved() {
            bench.delete.delete(bench.ada, new InstanceReference.ById(instance.id()));

            assertThat(node.get(instance, "/a")).isInstanceOf(Setback.NoSuchInstance.class);
        }

        @Test
        void showsNothingToAnotherOrganization() {
            for (Through through :
                    List.of(
                            new Through.ByToken(instance.token()),
                            new Through.ById(instance.id()))) {
                Outcome outcome =
                        node.call.call(
                                new CallVendor.Request(
                                        bench.stranger,
                                        through,
                                        "GET",
                                        "/a",
                                        List.of(),
                                        Optional.empty()));

                assertThat(outcome).isInstanceOf(Setback.NoSuchInstance.class);
            }
            assertThat(bench.api.sent()).isEmpty();
        }

        @Test
        void renewsOnceForManyCallsAtOnce() throws Exception {
            bench.clock.pass(Duration.ofHours(1));
            List<Future<Integer>> calls = new ArrayList<>();
            try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < 1000; i++) {
                    calls.add(threads.submit(() -> Node.status(node.get(instance, "/a"))));
                }
            }

            for (Future<Integer> one : calls) {
                assertThat(one.get()).isEqualTo(200);
            }
            assertThat(bench.api.sent()).hasSize(1000);
            assertThat(refreshes()).isEqualTo(1);
            assertThat(bench.api.open()).isZero();
        }
    }

    @Nested
    class ToAVendorOfPasswords {
        @Test
        void fillsTheBaseAddressAndCarriesTheNameAndThePassword() {
            Instance instance = bench.provisioned();

            Outcome outcome =
                    node.call.call(
                            new CallVendor.Request(
                                    bench.ada,
                                    new Through.ById(instance.id()),
                                    "POST",
                                    "/a?q=1",
                                    List.of(new Header("X-Mine", "yes")),
                                    Optional.empty()));

            assertThat(Node.status(outcome)).isEqualTo(200);
            assertThat(sent().host()).isEqualTo("mysite.example.com");
            assertThat(sent().target()).isEqualTo("/a?q=1");
            assertThat(sent().header("Authorization")).contains("Basic YWRhOnBhNTU=");
            assertThat(sent().header("x-mine")).contains("yes");
            assertThat(((Outcome.Answered) outcome).instance()).isEqualTo(instance.id());
        }

        @Test
        void handsA401On() {
            bench.api.letIn(credentials -> false);
            Instance instance = bench.provisioned();
            bench.clock.pass(Duration.ofDays(1));

            assertThat(Node.status(node.get(instance, "/a"))).isEqualTo(401);
            assertThat(bench.api.sent()).hasSize(1);
        }

        @Test
        void saysThatTheVendorCannotBeReached() {
            Instance instance = bench.provisioned();
            bench.api.answerNext(new VendorAnswer.Unreachable("No answer", true, true));

            assertThatObject(node.get(instance, "/a"))
                    .isEqualTo(
                            new Setback.VendorFailed(
                                    instance.id(), "No answer", Optional.empty(), true));
        }

        @Test
        void saysThatItWasTheCallersBodyThatBrokeOff() {
            Instance instance = bench.provisioned();
            bench.api.answerNext(new VendorAnswer.BodyBrokeOff(true));

            assertThatObject(node.get(instance, "/a"))
                    .isEqualTo(new Setback.BodyBrokeOff(instance.id(), true));
        }

        @Test
        void saysThatTheAddressIsBarred() {
            Instance instance = bench.provisioned();
            bench.api.bar("mysite.example.com");

            assertThat(node.get(instance, "/a")).isInstanceOf(Setback.Barred.class);
        }
    }

    @Nested
    class ThatCannotBeMade {
        private Outcome call(Instance instance) {
            Outcome outcome = node.get(instance, "/a");
            assertThat(bench.api.sent()).isEmpty();
            return outcome;
        }

        @Test
        void forLackOfAnInstance() {
            assertThat(
                            node.call.call(
                                    new CallVendor.Request(
                                            bench.ada,
                                            new Through.ById(new InstanceId(4711)),
                                            "GET",
                                            "/a",
                                            List.of(),
                                            Optional.empty())))
                    .isInstanceOf(Setback.NoSuchInstance.class);
        }

        @Test
        void forLackOfAnElement() {
            Instance orphan = SampleInstances.of(bench.ada).element(78).addedTo(bench.instances);

            assertThatObject(call(orphan))
                    .isEqualTo(
                            new Setback.Misconfigured(
                                    orphan.id(), "The catalog has no element 78"));
        }

        @Test
        void forLackOfAPassword() {
            Instance bare =
                    SampleInstances.bare(bench.ada)
                            .holding("username", "ada")
                            .holding("site.url", "mysite.example.com")
                            .addedTo(bench.instances);

            assertThat(((Setback.Misconfigured) call(bare)).reason()).contains("credentials");
        }

        @Test
        void forLackOfABaseAddress() {
            Instance bare =
                    SampleInstances.bare(bench.ada)
                            .holding("username", "ada")
                            .hiding("password", "pa55")
                            .addedTo(bench.instances);

            assertThat(((Setback.Misconfigured) call(bare)).reason()).contains("base.url");
        }

        @Test
        void forLackOfTokens() {
            Instance bare = SampleInstances.bare(bench.ada).element(3001).addedTo(bench.instances);

            assertThat(((Setback.Misconfigured) call(bare)).reason()).contains("oauth2");
        }

        @Test
        void sinceTheVendorDoesNotLetItIn() {
            Instance broken =
                    SampleInstances.of(bench.ada)
                            .broken("Authorize it again", Bench.NOW)
                            .addedTo(bench.instances);

            assertThatObject(call(broken))
                    .isEqualTo(new Setback.NotValid(broken.id(), "Authorize it again"));
        }
    }
}
