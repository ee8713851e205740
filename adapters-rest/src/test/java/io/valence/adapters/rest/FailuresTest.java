package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstancePage;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Removal;
import io.valence.domain.instance.Replacement;
import io.valence.domain.instance.Selection;
import io.valence.testkit.memory.InMemoryInstances;
import io.valence.testkit.sample.SampleInstances;

import org.junit.jupiter.api.Test;

import java.util.Optional;
import java.util.function.Supplier;

class FailuresTest {
    private static final String DETAIL = "select s3cr3t from instance";

    @Test
    void answersAMistakeOfOursWithoutDetail() {
        try (var log = new CapturedLog("io.valence.adapters.rest");
                var api =
                        ServedApi.over(
                                new Failing(() -> new IllegalStateException(DETAIL)),
                                new Health(() -> true, failure -> false))) {
            var answer = api.ada("GET", "/instances/1").send();

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).doesNotContain("s3cr3t", "IllegalState");
            assertThat(answer.message()).contains("request id");
            var line = log.awaitLine("A request failed unexpectedly");
            assertThat(line.values())
                    .containsEntry("request", answer.header("Elements-Request-Id").orElseThrow());
            assertThat(line.hasStackTrace()).isTrue();
        }
    }

    @Test
    void saysWhichElementHasBeenLostWhenItsInstanceIsUpdated() {
        var instances = new InMemoryInstances();
        try (var api = ServedApi.over(instances, new Health(() -> true, failure -> false))) {
            var orphan = SampleInstances.of(api.adaHerself()).element(77).addedTo(instances);
            var one = "/instances/" + orphan.id();

            var shown = api.ada("GET", one).send();
            var patched = api.ada("PATCH", one).json("{\"name\": \"New\"}").send();
            var elsewhere =
                    api.ada("PATCH", one).json("{\"element\": {\"key\": \"nosuch\"}}").send();

            assertThat(shown.status()).isEqualTo(200);
            assertThat(patched.status()).isEqualTo(409);
            assertThat(patched.message()).contains("number 77", "file");
            assertThat(elsewhere.status()).isEqualTo(404);
        }
    }

    @Test
    void answersAnErrorOfTheMachineInTheSameWay() {
        try (var log = new CapturedLog("io.valence.adapters.rest");
                var api =
                        ServedApi.over(
                                new Failing(() -> new NoClassDefFoundError(DETAIL)),
                                new Health(() -> true, failure -> false))) {
            var answer = api.ada("POST", "/instances").json(ServedApi.oracle("x")).send();

            assertThat(answer.status()).isEqualTo(500);
            assertThat(answer.text()).doesNotContain("s3cr3t");
            assertThat(log.awaitLine("A request failed unexpectedly").values())
                    .containsKey("request");
        }
    }

    @Test
    void saysThatItIsUnavailableDuringAnOutage() {
        try (var log = new CapturedLog("io.valence.adapters.rest");
                var api =
                        ServedApi.over(
                                new Failing(() -> new IllegalStateException(DETAIL)),
                                new Health(
                                        () -> false,
                                        failure -> failure instanceof IllegalStateException))) {
            var answer = api.ada("GET", "/instances").send();

            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("Retry-After")).isPresent();
            assertThat(answer.text()).doesNotContain("s3cr3t");
            var line = log.awaitLine("The database does not answer");
            assertThat(line.values()).containsKeys("request", "cause");
            assertThat(line.hasStackTrace()).isFalse();
            assertThat(api.anybody("GET", "/elements/health/ready").send().status()).isEqualTo(503);
            assertThat(api.anybody("GET", "/elements/health/live").send().status()).isEqualTo(200);
        }
    }

    /** A store that fails at everything. */
    private record Failing(Supplier<Throwable> failure) implements Instances {
        private RuntimeException failed() {
            switch (failure.get()) {
                case RuntimeException exception -> {
                    return exception;
                }
                case Error error -> throw error;
                case Throwable other -> throw new AssertionError(other);
            }
        }

        @Override
        public InstanceId nextId() {
            throw failed();
        }

        @Override
        public void add(Instance instance, Secrets secrets) {
            throw failed();
        }

        @Override
        public void add(Instance instance, Secrets secrets, FirstGrant grant) {
            throw failed();
        }

        @Override
        public Optional<Instance> find(OrganizationId organization, InstanceId id) {
            throw failed();
        }

        @Override
        public Optional<Instance> find(OrganizationId organization, InstanceToken token) {
            throw failed();
        }

        @Override
        public InstancePage select(Selection selection) {
            throw failed();
        }

        @Override
        public Replacement replace(Instance changed, SecretChanges secrets) {
            throw failed();
        }

        @Override
        public Replacement replace(Instance changed, SecretChanges secrets, FirstGrant grant) {
            throw failed();
        }

        @Override
        public boolean remove(OrganizationId organization, InstanceId id) {
            throw failed();
        }

        @Override
        public Removal remove(
                OrganizationId organization, InstanceId id, long generation, GiveBack giveBack) {
            throw failed();
        }
    }
}
