package io.valence.domain.query;

import java.util.Optional;
import java.util.function.Function;

/**
 * What the vendor has in place of a field that an expression asks about.
 *
 * @param field what the vendor calls it
 * @param objection why the vendor cannot be asked a word about it, if it cannot; a clause without
 *     full stop
 * @param values what the vendor keeps in place of a value; none if it keeps no such thing
 */
public record Counterpart(
        Field field,
        Function<Word, Optional<String>> objection,
        Function<Value, Optional<Value>> values) {
    /** The same field with the same values. */
    public static Counterpart same(Field field) {
        return new Counterpart(field, word -> Optional.empty(), Optional::of);
    }
}
