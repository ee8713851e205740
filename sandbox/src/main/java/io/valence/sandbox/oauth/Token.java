package io.valence.sandbox.oauth;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a token says, once its seal is opened.
 *
 * @param grant the grant that it belongs to
 * @param number of an access token: how many were issued before; of a refresh token: how often the
 *     grant was renewed before
 * @param expires the millisecond of the epoch at which it ends; 0 if it does not
 */
record Token(Kind kind, String grant, long number, long expires) {
    /** What it is good for. */
    enum Kind {
        /** Calls. */
        ACCESS,
        /** New tokens. */
        REFRESH
    }

    String text() {
        return kind + " " + grant + " " + number + " " + expires;
    }

    static Optional<Token> of(String text) {
        List<String> words = List.of(text.split(" ", -1));
        Optional<Kind> kind =
                Stream.of(Kind.values())
                        .filter(each -> words.getFirst().equals(each.name()))
                        .findFirst();
        return kind.map(
                each ->
                        new Token(
                                each,
                                words.get(1),
                                Long.parseLong(words.get(2)),
                                Long.parseLong(words.get(3))));
    }
}
