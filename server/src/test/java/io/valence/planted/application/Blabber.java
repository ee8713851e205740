package io.valence.planted.application;

import io.valence.domain.secret.Secret;

import java.util.function.Function;

/** Cannot keep a secret. */
final class Blabber {
    private Blabber() {}

    static String says(Secret secret) {
        return secret.reveal();
    }

    static Function<Secret, String> hints() {
        return Secret::reveal;
    }
}
