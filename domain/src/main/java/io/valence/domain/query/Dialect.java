package io.valence.domain.query;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The language in which a vendor is asked for some of its records, as an element declares it.
 *
 * @param words how the vendor writes what can be asked; what is missing cannot, unless others say
 *     the same. A vendor that has NOT leaves out, as SQL does, records without a value
 * @param encloses whether each comparison stands between parentheses
 * @param groups whether parentheses can hold several comparisons
 * @param wildcards the signs of LIKE, without which there is none
 * @param sorting how an order is written, if the vendor knows one
 */
public record Dialect(
        Map<Word, Phrase> words,
        boolean encloses,
        boolean groups,
        Optional<Wildcards> wildcards,
        Literals literals,
        Naming naming,
        Optional<Sorting> sorting) {
    /** The most characters of a query. */
    public static final int LONGEST = 2 * Ceql.LONGEST;

    public Dialect {
        words = Map.copyOf(words);
        if (wildcards.isEmpty()
                && (words.containsKey(Word.LIKE) || words.containsKey(Word.NOT_LIKE))) {
            throw new IllegalArgumentException("LIKE needs wildcards");
        }
        Set<String> seen = new HashSet<>();
        for (Phrase phrase : words.values()) {
            if (!seen.add(phrase.text().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("two words are written alike: " + phrase.text());
            }
        }
    }

    /** This expression in the vendor's language. */
    public Translation where(Parsed.Understood understood) {
        return where(understood, field -> Optional.of(Counterpart.same(field)));
    }

    /**
     * This expression in the vendor's language.
     *
     * @param theirs what the vendor has in place of a field, if it has something
     */
    public Translation where(
            Parsed.Understood understood, Function<Field, Optional<Counterpart>> theirs) {
        return new Translator(this, understood, theirs).translate();
    }

    /** An order such as {@code Name desc, Rank} in the vendor's language. */
    public Translation order(String orderBy) {
        return order(orderBy, Optional::of);
    }

    /**
     * An order such as {@code Name desc, Rank} in the vendor's language.
     *
     * @param names what the vendor calls a field, if it knows it
     */
    public Translation order(String orderBy, Function<Field, Optional<Field>> names) {
        return sorting.<Translation>map(known -> OrderBy.translate(orderBy, this, known, names))
                .orElseGet(() -> new Translation.Impossible(1, "the vendor knows no order"));
    }

    Optional<Phrase> phrase(Word word) {
        return Optional.ofNullable(words.get(word));
    }

    boolean has(Word word) {
        return words.containsKey(word);
    }

    /** Whether a field of this name could be taken for something else. */
    boolean reserves(String name) {
        if (name.equalsIgnoreCase("null")
                || name.equalsIgnoreCase("true")
                || name.equalsIgnoreCase("false")
                || name.equalsIgnoreCase("and")
                || name.equalsIgnoreCase("or")
                || name.equalsIgnoreCase("not")) {
            return true;
        }
        for (Phrase phrase : words.values()) {
            if (phrase.says(name)) {
                return true;
            }
        }
        return sorting.isPresent() && sorting.get().says(name);
    }
}
