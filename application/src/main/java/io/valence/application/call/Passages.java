package io.valence.application.call;

import io.valence.domain.call.Connection;
import io.valence.domain.element.Element;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.BiFunction;

/**
 * What was made of connections that many calls go through. It is forgotten with the next collection
 * of garbage, so that secrets do not lie about; a connection that was read anew is another one.
 */
final class Passages {
    private static final int SLOTS = 4096;

    private final AtomicReferenceArray<WeakReference<Known>> slots =
            new AtomicReferenceArray<>(SLOTS);
    private final BiFunction<Element, Connection, Passage> maker;

    Passages(BiFunction<Element, Connection, Passage> maker) {
        this.maker = maker;
    }

    private record Known(Element element, Connection connection, Passage passage) {}

    /** The very same connection to the very same element, and not one that is like it. */
    @SuppressWarnings("ReferenceEquality")
    Passage of(Element element, Connection connection) {
        int slot = System.identityHashCode(connection) % SLOTS;
        WeakReference<Known> reference = slots.get(slot);
        Known known = reference == null ? null : reference.get();
        if (known != null && known.connection() == connection && known.element() == element) {
            return known.passage();
        }
        Passage passage = maker.apply(element, connection);
        slots.set(slot, new WeakReference<>(new Known(element, connection, passage)));
        return passage;
    }
}
