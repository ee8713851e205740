package io.valence.adapters.persistence;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.transformation.ObjectName;
import io.valence.domain.transformation.ObjectShape;
import io.valence.domain.transformation.Transformations;
import io.valence.domain.transformation.Transformations.Change;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** What is kept of one kind, definitions or transformations, in its tables. */
final class JdbiKeptShapes<T extends ObjectShape> implements Transformations.Kept<T> {
    private final Jdbi jdbi;
    private final Writes writes;
    private final ShapeTable<T, ?> table;

    JdbiKeptShapes(Jdbi jdbi, Writes writes, ShapeTable<T, ?> table) {
        this.jdbi = jdbi;
        this.writes = writes;
        this.table = table;
    }

    @Override
    public Change add(InstanceId instance, List<T> added) {
        Set<String> names = names(added);
        return write(
                instance,
                (handle, present) -> {
                    if (!Collections.disjoint(names, present)) {
                        return Change.EXISTS;
                    }
                    return names.size() + present.size() > Transformations.MOST
                            ? Change.FULL
                            : insert(handle, instance, added);
                });
    }

    @Override
    public Change replace(InstanceId instance, List<T> changed) {
        Set<String> names = names(changed);
        return write(
                instance,
                (handle, present) -> {
                    if (!present.containsAll(names)) {
                        return Change.MISSING;
                    }
                    delete(handle, instance, names);
                    return insert(handle, instance, changed);
                });
    }

    @Override
    public Change remove(InstanceId instance, ObjectName name) {
        return write(
                instance,
                (handle, present) ->
                        present.contains(name.value())
                                ? deleteUnneeded(handle, instance, Set.of(name.value()))
                                : Change.MISSING);
    }

    @Override
    public Change removeAll(InstanceId instance) {
        return write(instance, (handle, present) -> deleteUnneeded(handle, instance, present));
    }

    /** One after the other: the names that are present stay so until the change is made. */
    private Change write(InstanceId instance, BiFunction<Handle, Set<String>, Change> change) {
        return writes.during(
                instance,
                () ->
                        jdbi.inTransaction(
                                handle ->
                                        isLocked(handle, instance)
                                                ? change.apply(
                                                        handle,
                                                        names(handle, table.names(), instance))
                                                : Change.MISSING));
    }

    private static boolean isLocked(Handle handle, InstanceId instance) {
        return handle.createQuery(ShapeSql.LOCK)
                .bind("instance", instance.value())
                .mapTo(long.class)
                .findOne()
                .isPresent();
    }

    private static Set<String> names(Handle handle, String query, InstanceId instance) {
        return handle.createQuery(query)
                .bind("instance", instance.value())
                .mapTo(String.class)
                .collect(Collectors.toSet());
    }

    private Set<String> names(List<T> all) {
        return all.stream().map(one -> one.name().value()).collect(Collectors.toSet());
    }

    private Change deleteUnneeded(Handle handle, InstanceId instance, Set<String> names) {
        boolean needed =
                table.needed()
                        .filter(
                                query ->
                                        !Collections.disjoint(
                                                names(handle, query, instance), names))
                        .isPresent();
        return needed ? Change.IN_USE : delete(handle, instance, names);
    }

    private Change delete(Handle handle, InstanceId instance, Set<String> names) {
        int removed =
                handle.createUpdate(table.remove())
                        .bind("instance", instance.value())
                        .bindArray("names", String.class, names)
                        .execute();
        return removed > 0 ? Change.DONE : Change.MISSING;
    }

    private Change insert(Handle handle, InstanceId instance, List<T> added) {
        PreparedBatch heads = handle.prepareBatch(table.add());
        PreparedBatch fields = handle.prepareBatch(table.addField());
        added.forEach(one -> table.write(instance, one, heads, fields));
        for (PreparedBatch batch : List.of(heads, fields)) {
            if (batch.size() > 0) {
                batch.execute();
            }
        }
        return Change.DONE;
    }
}
