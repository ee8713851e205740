package io.valence.domain.instance;

import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;

import java.util.Optional;

/** What an instance's owner calls it: one line without markup, of 1 to 255 characters. */
public record InstanceName(String text) {
    public InstanceName {
        if (!Label.isClean(text)) {
            throw new IllegalArgumentException("not a name of an instance");
        }
    }

    /** What is wrong with this as a name, if something is, once its markup is left out. */
    public static Optional<Problem> objectionTo(String raw) {
        return Label.objectionTo(Place.member("name"), raw);
    }

    /** The name that this is without its markup; ask {@link #objectionTo} before. */
    public static InstanceName of(String raw) {
        return new InstanceName(Label.clean(raw));
    }

    @Override
    public String toString() {
        return text;
    }
}
