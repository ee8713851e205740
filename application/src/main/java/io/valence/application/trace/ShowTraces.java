package io.valence.application.trace;

import io.valence.application.instance.ConnectedInstance;
import io.valence.application.instance.FindInstances;
import io.valence.application.instance.InstanceReference;
import io.valence.domain.account.User;
import io.valence.domain.element.ElementReference;
import io.valence.domain.trace.Trace;
import io.valence.domain.trace.TraceId;
import io.valence.domain.trace.TraceSummary;
import io.valence.domain.trace.Traces;

import java.util.List;
import java.util.Optional;

/** Shows the traces of instances of the caller's organization. */
public final class ShowTraces {
    private final FindInstances find;
    private final Traces traces;

    /** A use case over these instances. */
    public ShowTraces(FindInstances find, Traces traces) {
        this.find = find;
        this.traces = traces;
    }

    /** Those of this instance, the latest first, if the caller's organization has it. */
    public Optional<List<TraceSummary>> list(User caller, InstanceReference reference) {
        return find.find(caller, reference).map(found -> traces.list(found.instance().id()));
    }

    /** One of this instance. */
    public Outcome show(User caller, InstanceReference reference, TraceId id) {
        Optional<ConnectedInstance> found = find.find(caller, reference);
        if (found.isEmpty()) {
            return new Outcome.NoSuchInstance(reference);
        }
        return traces.find(found.get().instance().id(), id)
                .<Outcome>map(Outcome.Shown::new)
                .orElseGet(Outcome.NoSuchTrace::new);
    }

    /** One of whichever instance of this element, if the caller's organization has that. */
    public Optional<Trace> show(User caller, ElementReference element, TraceId id) {
        return traces.instanceOf(id)
                .flatMap(
                        instance ->
                                find.find(
                                        caller, new InstanceReference.OfElement(element, instance)))
                .flatMap(found -> traces.find(found.instance().id(), id));
    }

    /** The trace, or why not. */
    public sealed interface Outcome {
        /** The trace. */
        record Shown(Trace trace) implements Outcome {}

        /** The instance has no such trace, or not any more. */
        record NoSuchTrace() implements Outcome {}

        /** The caller's organization has no such instance. */
        record NoSuchInstance(InstanceReference reference) implements Outcome {}
    }
}
