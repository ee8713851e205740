package io.valence.sandbox.oauth;

import java.util.Optional;

/**
 * An authorization code on its way to the client.
 *
 * @param grant the grant that it was exchanged for, once it was
 * @param expires the millisecond of the epoch at which it is forgotten
 */
record Code(
        String text,
        String client,
        String redirect,
        String scope,
        Optional<String> challenge,
        Optional<String> grant,
        long expires) {
    Code exchangedFor(String newGrant) {
        return new Code(text, client, redirect, scope, challenge, Optional.of(newGrant), expires);
    }

    @Override
    public String toString() {
        return "Code[client=" + client + "]";
    }
}
