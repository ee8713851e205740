package io.valence.testkit.memory;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.RenamedObject;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.ObjectName;
import io.valence.domain.transformation.Shapes;
import io.valence.domain.transformation.Transformation;
import io.valence.domain.transformation.Transformations;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** What shapes the records of the instances of {@link InMemoryInstances}. */
public final class InMemoryTransformations implements Transformations {
    private final InMemoryInstances instances;
    private final Map<InstanceId, Held> held = new HashMap<>();

    InMemoryTransformations(InMemoryInstances instances) {
        this.instances = instances;
    }

    private record Held(
            Map<ObjectName, ObjectDefinition> definitions,
            Map<ObjectName, Transformation> transformations) {
        Held() {
            this(new TreeMap<>(), new TreeMap<>());
        }
    }

    private Held of(InstanceId instance) {
        return instances.find(instance).isPresent()
                ? held.computeIfAbsent(instance, id -> new Held())
                : new Held();
    }

    void remove(InstanceId instance) {
        synchronized (instances) {
            held.remove(instance);
        }
    }

    List<RenamedObject> renamed(InstanceId instance) {
        synchronized (instances) {
            return Optional.ofNullable(held.get(instance)).stream()
                    .flatMap(found -> found.transformations().values().stream())
                    .map(each -> new RenamedObject(each.name().value(), each.vendorName()))
                    .toList();
        }
    }

    @Override
    public Shapes find(InstanceId instance) {
        synchronized (instances) {
            Held found = of(instance);
            return Shapes.of(found.definitions(), found.transformations());
        }
    }

    @Override
    public Change addDefinitions(InstanceId instance, List<ObjectDefinition> definitions) {
        synchronized (instances) {
            return add(instance, of(instance).definitions(), definitions, ObjectDefinition::name);
        }
    }

    @Override
    public Change replaceDefinitions(InstanceId instance, List<ObjectDefinition> definitions) {
        synchronized (instances) {
            return replace(of(instance).definitions(), definitions, ObjectDefinition::name);
        }
    }

    @Override
    public Change removeDefinition(InstanceId instance, ObjectName name) {
        synchronized (instances) {
            Held found = of(instance);
            return found.transformations().containsKey(name)
                            && found.definitions().containsKey(name)
                    ? Change.IN_USE
                    : removed(found.definitions().remove(name) != null);
        }
    }

    @Override
    public Change removeDefinitions(InstanceId instance) {
        synchronized (instances) {
            Held found = of(instance);
            if (!Collections.disjoint(
                    found.definitions().keySet(), found.transformations().keySet())) {
                return Change.IN_USE;
            }
            return cleared(found.definitions());
        }
    }

    @Override
    public Change addTransformations(InstanceId instance, List<Transformation> added) {
        synchronized (instances) {
            return add(instance, of(instance).transformations(), added, Transformation::name);
        }
    }

    @Override
    public Change replaceTransformations(InstanceId instance, List<Transformation> changed) {
        synchronized (instances) {
            return replace(of(instance).transformations(), changed, Transformation::name);
        }
    }

    @Override
    public Change removeTransformation(InstanceId instance, ObjectName name) {
        synchronized (instances) {
            return removed(of(instance).transformations().remove(name) != null);
        }
    }

    @Override
    public Change removeTransformations(InstanceId instance) {
        synchronized (instances) {
            return cleared(of(instance).transformations());
        }
    }

    private <T> Change add(
            InstanceId instance,
            Map<ObjectName, T> present,
            List<T> added,
            Function<T, ObjectName> name) {
        if (instances.find(instance).isEmpty()) {
            return Change.MISSING;
        }
        if (names(added, name).stream().anyMatch(present::containsKey)) {
            return Change.EXISTS;
        }
        if (present.size() + added.size() > MOST) {
            return Change.FULL;
        }
        added.forEach(one -> present.put(name.apply(one), one));
        return Change.DONE;
    }

    private static <T> Change replace(
            Map<ObjectName, T> present, List<T> changed, Function<T, ObjectName> name) {
        if (!present.keySet().containsAll(names(changed, name))) {
            return Change.MISSING;
        }
        changed.forEach(one -> present.put(name.apply(one), one));
        return Change.DONE;
    }

    private static <T> Collection<ObjectName> names(List<T> all, Function<T, ObjectName> name) {
        return all.stream().map(name).toList();
    }

    private static Change cleared(Map<ObjectName, ?> present) {
        boolean any = !present.isEmpty();
        present.clear();
        return removed(any);
    }

    private static Change removed(boolean any) {
        return any ? Change.DONE : Change.MISSING;
    }
}
