package io.valence.testkit.memory;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.RenamedObject;
import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.ObjectName;
import io.valence.domain.transformation.ObjectShape;
import io.valence.domain.transformation.Shapes;
import io.valence.domain.transformation.Transformation;
import io.valence.domain.transformation.Transformations;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What shapes the records of the instances of {@link InMemoryInstances}. */
public final class InMemoryTransformations implements Transformations {
    private final InMemoryInstances instances;
    private final Held<Transformation> transformations;
    private final Held<ObjectDefinition> definitions;

    InMemoryTransformations(InMemoryInstances instances) {
        this.instances = instances;
        this.transformations = new Held<>(instances, any -> Set.of());
        this.definitions = new Held<>(instances, instance -> transformations.of(instance).keySet());
    }

    void remove(InstanceId instance) {
        synchronized (instances) {
            definitions.forget(instance);
            transformations.forget(instance);
        }
    }

    List<RenamedObject> renamed(InstanceId instance) {
        synchronized (instances) {
            return transformations.added(instance).stream()
                    .map(each -> new RenamedObject(each.name().value(), each.vendorName()))
                    .toList();
        }
    }

    @Override
    public Shapes find(InstanceId instance) {
        synchronized (instances) {
            return Shapes.of(definitions.of(instance), transformations.of(instance));
        }
    }

    @Override
    public Kept<ObjectDefinition> definitions() {
        return definitions;
    }

    @Override
    public Kept<Transformation> transformations() {
        return transformations;
    }

    /** Those of one kind, and which names of an instance's are needed. */
    private static final class Held<T extends ObjectShape> implements Kept<T> {
        private final InMemoryInstances instances;
        private final Function<InstanceId, Set<ObjectName>> needed;
        private final Map<InstanceId, Map<ObjectName, T>> all = new HashMap<>();

        Held(InMemoryInstances instances, Function<InstanceId, Set<ObjectName>> needed) {
            this.instances = instances;
            this.needed = needed;
        }

        Map<ObjectName, T> of(InstanceId instance) {
            return instances.find(instance).isPresent()
                    ? all.computeIfAbsent(instance, id -> new TreeMap<>())
                    : new TreeMap<>();
        }

        List<T> added(InstanceId instance) {
            return List.copyOf(all.getOrDefault(instance, Map.of()).values());
        }

        void forget(InstanceId instance) {
            all.remove(instance);
        }

        @Override
        public Change add(InstanceId instance, List<T> added) {
            synchronized (instances) {
                Map<ObjectName, T> present = of(instance);
                if (instances.find(instance).isEmpty()) {
                    return Change.MISSING;
                }
                if (added.stream().map(ObjectShape::name).anyMatch(present::containsKey)) {
                    return Change.EXISTS;
                }
                return present.size() + added.size() > MOST ? Change.FULL : put(present, added);
            }
        }

        @Override
        public Change replace(InstanceId instance, List<T> changed) {
            synchronized (instances) {
                Map<ObjectName, T> present = of(instance);
                return changed.stream().map(ObjectShape::name).allMatch(present::containsKey)
                        ? put(present, changed)
                        : Change.MISSING;
            }
        }

        private Change put(Map<ObjectName, T> present, List<T> shapes) {
            shapes.forEach(one -> present.put(one.name(), one));
            return Change.DONE;
        }

        @Override
        public Change remove(InstanceId instance, ObjectName name) {
            synchronized (instances) {
                return of(instance).containsKey(name)
                        ? removed(instance, Set.of(name))
                        : Change.MISSING;
            }
        }

        @Override
        public Change removeAll(InstanceId instance) {
            synchronized (instances) {
                return removed(instance, Set.copyOf(of(instance).keySet()));
            }
        }

        private Change removed(InstanceId instance, Set<ObjectName> names) {
            if (!Collections.disjoint(needed.apply(instance), names)) {
                return Change.IN_USE;
            }
            return of(instance).keySet().removeAll(names) ? Change.DONE : Change.MISSING;
        }
    }
}
