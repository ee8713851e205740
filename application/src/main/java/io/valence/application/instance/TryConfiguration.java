package io.valence.application.instance;

import io.valence.domain.account.User;
import io.valence.domain.account.Viewer;
import io.valence.domain.configuration.Notice;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.ResolvedConfiguration;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementReference;
import io.valence.domain.element.Elements;

import java.util.List;

/** Judges what would make an instance, and stores nothing. */
public final class TryConfiguration {
    private final Elements elements;

    /** A use case over this catalog. */
    public TryConfiguration(Elements elements) {
        this.elements = elements;
    }

    /** Judges it as {@link ProvisionInstance} would; a name may be absent. */
    public Outcome attempt(
            User caller, ElementReference reference, InstanceDraft draft, Strictness strictness) {
        return elements.find(new Viewer.Member(caller), reference)
                .map(element -> attempt(element, draft, strictness))
                .orElseGet(() -> new Outcome.NoSuchElement(reference));
    }

    private Outcome attempt(Element element, InstanceDraft draft, Strictness strictness) {
        return switch (Appraisal.ofNew(element, draft, strictness, false)) {
            case Appraisal.Refused(var problems, var notices) ->
                    new Outcome.Invalid(element, problems, notices);
            case Appraisal.Accepted accepted ->
                    new Outcome.Valid(element, accepted.configuration(), accepted.notices());
        };
    }

    /** The judgement. */
    public sealed interface Outcome {
        /** An instance could be made. */
        record Valid(Element element, ResolvedConfiguration configuration, List<Notice> notices)
                implements Outcome {}

        /** It could not. */
        record Invalid(Element element, List<Problem> problems, List<Notice> notices)
                implements Outcome {}

        /** The caller sees no such element. */
        record NoSuchElement(ElementReference reference) implements Outcome {}
    }
}
