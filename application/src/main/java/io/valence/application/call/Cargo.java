package io.valence.application.call;

import io.valence.domain.call.Content;

import java.io.ByteArrayInputStream;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** The body that a vendor is sent. */
public final class Cargo {
    private final Supplier<Content> content;
    private final boolean kept;

    private Cargo(Supplier<Content> content, boolean kept) {
        this.content = content;
        this.kept = kept;
    }

    /** One that is in memory and can be sent again; nobody changes the bytes. */
    public static Cargo kept(byte[] bytes) {
        return new Cargo(
                () -> new Content(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length)),
                true);
    }

    /** One that passes through, once. */
    public static Cargo passing(Content content) {
        return new Cargo(() -> content, false);
    }

    /** Its bytes: all of them each time if it is kept, and otherwise what is left of them. */
    Content content() {
        return content.get();
    }

    /** Whether it can be sent again. */
    boolean isKept() {
        return kept;
    }
}
