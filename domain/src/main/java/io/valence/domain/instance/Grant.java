package io.valence.domain.instance;

import io.valence.domain.authorization.Tokens;

import java.time.Instant;
import java.util.Optional;

/**
 * The tokens of an instance, and who is about to renew them. Renewing changes nothing else of the
 * instance, and changing the instance renews nothing.
 *
 * @param generation counts the tokens from 1: whoever writes names the generation that was read
 * @param turn whether they may be renewed just now, by the clock of the store
 * @param fence counts the turns, so that one who lost theirs is noticed
 * @param refreshAt when they are to be renewed ahead of time; absent if they never are
 */
public record Grant(
        InstanceId instance,
        long generation,
        Tokens tokens,
        Turn turn,
        long fence,
        Optional<Instant> refreshAt) {
    /** Whose turn it is to renew tokens. */
    public enum Turn {
        /** Nobody is renewing them. */
        FREE,
        /** Somebody is. */
        HELD,
        /** Somebody was, said nothing of the outcome, and might still. */
        AWAITED,
        /** Somebody was, and it is too late for an outcome: the vendor's answer is lost. */
        LOST
    }
}
