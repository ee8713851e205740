package io.valence.domain.instance;

import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;

import java.util.Optional;

/**
 * A word that instances are found by: one line without markup, of 1 to 255 characters; capitals
 * matter.
 */
public record Tag(String text) {
    public Tag {
        if (!Label.isClean(text)) {
            throw new IllegalArgumentException("not a tag");
        }
    }

    /** What is wrong with this as the tag at this place of the list, if something is. */
    public static Optional<Problem> objectionTo(int index, String raw) {
        return Label.objectionTo(Place.member("tags/" + index), raw);
    }

    /** The tag that this is without its markup; ask {@link #objectionTo} before. */
    public static Tag of(String raw) {
        return new Tag(Label.clean(raw));
    }

    /** The tag that this foreign text can match, if it can match one. */
    public static Optional<Tag> parse(String raw) {
        return objectionTo(0, raw).isPresent() ? Optional.empty() : Optional.of(of(raw));
    }

    @Override
    public String toString() {
        return text;
    }
}
