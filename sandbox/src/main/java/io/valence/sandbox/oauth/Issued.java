package io.valence.sandbox.oauth;

import java.util.Optional;

/** What a token request is answered with. */
record Issued(String access, Optional<String> refresh, long lifetime, String scope) {
    @Override
    public String toString() {
        return "Issued[lifetime=" + lifetime + "]";
    }
}
