package io.valence.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.trace.Trace;
import io.valence.domain.trace.TraceId;
import io.valence.domain.trace.TraceSummary;
import io.valence.domain.trace.Traces;
import io.valence.testkit.sample.SampleInstances;
import io.valence.testkit.sample.SampleTraces;

import org.junit.jupiter.api.Test;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What every store of traces keeps. */
public interface TracesContract extends InstanceStore {
    /** When the first calls were made. */
    Instant NOW = Instant.parse("2026-03-04T05:06:07.123456Z");

    /** The traces of the store. */
    Traces traces();

    private Instance someInstance() {
        return SampleInstances.bare(newcomer()).addedTo(instances());
    }

    private Trace added(InstanceId instance, Instant at) {
        Trace trace = SampleTraces.of(instance, at);
        traces().add(trace);
        return trace;
    }

    @Test
    default void findsATraceWhole() {
        InstanceId instance = someInstance().id();

        Trace trace = added(instance, NOW);

        assertThat(traces().find(instance, trace.id())).contains(trace);
        assertThat(traces().instanceOf(trace.id())).contains(instance);
    }

    @Test
    default void findsNothingThatIsNotThereOrAnothers() {
        InstanceId instance = someInstance().id();
        InstanceId other = someInstance().id();
        TraceId unknown = TraceId.mint(new SecureRandom());
        Trace trace = added(instance, NOW);

        assertThat(traces().find(instance, unknown)).isEmpty();
        assertThat(traces().instanceOf(unknown)).isEmpty();
        assertThat(traces().find(other, trace.id())).isEmpty();
        assertThat(traces().list(other)).isEmpty();
    }

    @Test
    default void listsTheLatestFirst() {
        InstanceId instance = someInstance().id();
        List<TraceSummary> expected = new ArrayList<>();

        for (int i = 0; i < 3; i++) {
            expected.add(0, added(instance, NOW.plusSeconds(i)).summary());
        }

        assertThat(traces().list(instance)).isEqualTo(expected);
    }

    @Test
    default void keepsNoMoreThanItsBounds() {
        InstanceId instance = someInstance().id();
        Trace first = added(instance, NOW);
        Trace second = added(instance, NOW);
        for (int i = 0; i < Traces.MOST - 1; i++) {
            added(instance, NOW.plusSeconds(i));
        }

        assertThat(traces().list(instance)).hasSize(Traces.MOST);
        assertThat(traces().find(instance, first.id())).isEmpty();
        assertThat(traces().find(instance, second.id())).isPresent();
    }

    @Test
    default void forgetsWhatIsTooOldWhenAnotherIsAdded() {
        InstanceId instance = someInstance().id();
        InstanceId other = someInstance().id();
        Trace old = added(instance, NOW.minusNanos(1000));
        Trace justInTime = added(instance, NOW);
        Trace others = added(other, NOW.minusNanos(1000));

        Trace latest = added(instance, NOW.plus(Traces.LONGEST));

        assertThat(traces().list(instance)).containsExactly(latest.summary(), justInTime.summary());
        assertThat(traces().instanceOf(old.id())).isEmpty();
        assertThat(traces().list(other)).containsExactly(others.summary());
    }

    @Test
    default void forgetsWhatIsTooOldWhenTold() {
        Instant longAgo = Instant.parse("1990-01-01T00:00:00Z");
        InstanceId instance = someInstance().id();
        added(instance, longAgo);
        added(someInstance().id(), longAgo.plusSeconds(1));
        Trace kept = added(someInstance().id(), longAgo.plusSeconds(2));

        assertThat(traces().forget(longAgo.plusSeconds(2))).isEqualTo(2);

        assertThat(traces().list(instance)).isEmpty();
        assertThat(traces().instanceOf(kept.id())).isPresent();
        assertThat(traces().forget(longAgo.plusSeconds(3))).isEqualTo(1);
    }

    @Test
    default void forgetsThemWithTheirInstance() {
        Instance instance = someInstance();
        Trace trace = added(instance.id(), NOW);

        assertThat(instances().remove(instance.owner().organization(), instance.id())).isTrue();

        assertThat(traces().find(instance.id(), trace.id())).isEmpty();
        assertThat(traces().instanceOf(trace.id())).isEmpty();
        Trace late = added(instance.id(), NOW);
        assertThat(traces().instanceOf(late.id())).isEmpty();
    }
}
