package io.valence.domain.call;

import io.valence.domain.instance.InstanceId;

import java.util.Optional;

/**
 * Answers that may be given again, each to the same question through the same instance. They are
 * this server process's own, and bounded: any of them may be gone at any time.
 */
public interface KeptAnswers {
    /** The answer to this question, if it was kept; it may be good no longer. */
    Optional<KeptAnswer> find(InstanceId instance, String question);

    /** What {@link #keep} is told: another number after every {@link #forget}. */
    long era(InstanceId instance);

    /**
     * Keeps an answer, and forgets the instance's oldest if there are too many.
     *
     * @param era the era in which the vendor was asked; if it is over, nothing is kept
     * @param most how many answers of the instance there may be
     */
    void keep(InstanceId instance, String question, KeptAnswer answer, long era, int most);

    /** Forgets every answer through this instance: something was written through it. */
    void forget(InstanceId instance);
}
