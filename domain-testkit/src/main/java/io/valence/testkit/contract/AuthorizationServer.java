package io.valence.testkit.contract;

import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.secret.Secret;

import java.net.URI;
import java.util.Optional;

/** A vendor's authorization server as its contract tells it what to do. */
public interface AuthorizationServer {
    /** What it does to the next request for tokens. */
    enum Mishap {
        /** Hands out tokens and does not say for how long they are good. */
        NO_LIFETIME,
        /** Hands out an access token alone. */
        NO_REFRESH_TOKEN,
        /** Answers 200 with something that is no token. */
        NO_TOKENS,
        /** Refuses with {@code invalid_grant}, and repeats the client's secret. */
        REPEATED_SECRET,
        /** Fails with 500. */
        SERVER_ERROR,
        /** Closes the connection instead of answering. */
        CONNECTION_LOST,
        /** Does not answer in time. */
        NO_ANSWER
    }

    /** A client that it knows, and that it takes tokens back from. */
    OAuthClient client();

    /** The code of a user who consents to this client; a verifier belongs to it if there is one. */
    Secret consent(String callback, Optional<Secret> verifier);

    /** What happens to the next request, of any kind. */
    void next(Mishap mishap);

    /** Whether it would let in whoever has this access token. */
    boolean letsIn(Secret access);

    /** How many requests it has received. */
    int requests();

    /** An address that requests may not go to. */
    URI barred();
}
