package io.valence.domain.configuration;

import io.valence.domain.secret.Mask;

import java.util.Optional;

/** What one entry is set to. Text, empty text and nothing are three different things. */
public sealed interface Setting {
    /** The text to show: the mask for what is hidden, nothing for what is unset. */
    Optional<String> shown();

    /** A value that anyone who sees the instance may see. */
    record Plain(String text, Origin origin) implements Setting {
        @Override
        public Optional<String> shown() {
            return Optional.of(text);
        }
    }

    /** A secret, which is held elsewhere. */
    record Hidden(Origin origin) implements Setting {
        private static final Optional<String> MASK = Optional.of(Mask.TEXT);

        @Override
        public Optional<String> shown() {
            return MASK;
        }
    }

    /** No value. */
    record Unset() implements Setting {
        @Override
        public Optional<String> shown() {
            return Optional.empty();
        }
    }
}
