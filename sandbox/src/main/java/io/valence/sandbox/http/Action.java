package io.valence.sandbox.http;

import java.io.IOException;

/** What answers calls. */
@FunctionalInterface
public interface Action {
    /** Carries out the call. */
    Answer answer(Call call) throws IOException;
}
