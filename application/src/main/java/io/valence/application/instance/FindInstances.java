package io.valence.application.instance;

import io.valence.domain.account.User;
import io.valence.domain.account.Viewer;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementReference;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstancePage;
import io.valence.domain.instance.Instances;
import io.valence.domain.instance.Selection;
import io.valence.domain.instance.Tag;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows the instances of the caller's organization. */
public final class FindInstances {
    private final Elements elements;
    private final Instances instances;

    /** A use case over this catalog and these instances. */
    public FindInstances(Elements elements, Instances instances) {
        this.elements = elements;
        this.instances = instances;
    }

    /** The instance that the caller means, if its organization has it. */
    public Optional<ConnectedInstance> find(User caller, InstanceReference reference) {
        return switch (reference) {
            case InstanceReference.ById(var id) -> find(caller, id);
            case InstanceReference.OfElement(var element, var id) ->
                    find(caller, id)
                            .filter(
                                    found ->
                                            elements.find(new Viewer.Member(caller), element)
                                                    .map(Element::id)
                                                    .equals(Optional.of(found.element().id())));
            case InstanceReference.ByToken(var token) ->
                    instances.find(caller.organization(), token).map(this::connect);
        };
    }

    private Optional<ConnectedInstance> find(User caller, InstanceId id) {
        return instances.find(caller.organization(), id).map(this::connect);
    }

    private ConnectedInstance connect(Instance instance) {
        ElementId id = instance.element();
        return new ConnectedInstance(
                instance, elements.get(id).orElseGet(() -> Element.removed(id)));
    }

    /** A page of them. */
    public Outcome list(Request request) {
        Optional<ElementId> only = Optional.empty();
        if (request.element().isPresent()) {
            only =
                    elements.find(new Viewer.Member(request.caller()), request.element().get())
                            .map(Element::id);
            if (only.isEmpty()) {
                return new Outcome.NoSuchElement(request.element().get());
            }
        }
        Set<Tag> tags = new LinkedHashSet<>();
        for (String written : request.tags()) {
            Optional<Tag> tag = Tag.parse(written);
            if (tag.isEmpty()) {
                return new Outcome.Listed(List.of(), false);
            }
            tags.add(tag.get());
        }
        InstancePage page =
                instances.select(
                        new Selection(
                                request.caller().organization(),
                                tags,
                                request.valid(),
                                only,
                                request.after(),
                                request.skip(),
                                request.limit()));
        return new Outcome.Listed(
                page.instances().stream().map(this::connect).toList(), page.more());
    }

    /**
     * Which ones.
     *
     * @param tags as written; instances that have all of them
     */
    public record Request(
            User caller,
            Optional<ElementReference> element,
            List<String> tags,
            Optional<Boolean> valid,
            Optional<InstanceId> after,
            int skip,
            int limit) {}

    /** The page. */
    public sealed interface Outcome {
        /** By ascending number. */
        record Listed(List<ConnectedInstance> instances, boolean more) implements Outcome {}

        /** The caller sees no such element. */
        record NoSuchElement(ElementReference reference) implements Outcome {}
    }
}
