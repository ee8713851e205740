package io.valence.domain.instance;

import io.valence.domain.authorization.Tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of every instance whose vendor hands out tokens, and the turns in which they are
 * renewed. A grant is made with its instance and goes with it. Turns are timed by the store's clock
 * alone, since those of servers differ.
 */
public interface Grants {
    /** The grant of this instance, if it has one. */
    Optional<Grant> find(InstanceId instance);

    /**
     * Takes the turn to renew the tokens, if the grant's generation and fence are still those that
     * were read and its turn was {@code FREE} or {@code LOST}: writes down that it is about to
     * happen and, until {@code deadline} has passed, whose turn it is for {@code lease}. The
     * grant's fence is one higher afterwards. Says whether it was taken. If the earlier outcome is
     * lost, the ledger keeps that turn as {@code ANSWER_LOST}: by whose server, when, and why as
     * far as the times of the tokens tell.
     */
    boolean take(Grant read, String node, Duration lease, Duration deadline);

    /** Keeps a turn for {@code lease} longer; says whether it was still held. */
    boolean keep(InstanceId instance, long fence, Duration lease);

    /**
     * Ends a turn with new tokens: they replace those of {@code generation}, whoever holds the turn
     * now, since they may be the only copy. Makes a broken instance sound, and writes the ledger.
     * Says no, and writes {@code OVERTAKEN} into the ledger, if there are newer tokens already; but
     * says yes again, and writes nothing, if those are these: so it may be repeated by somebody to
     * whom the store's word was lost.
     *
     * @param refreshAt when to renew them ahead of time, if ever
     */
    boolean renew(
            InstanceId instance,
            long generation,
            Tokens tokens,
            Optional<Instant> refreshAt,
            Attempt attempt);

    /**
     * Ends a turn without new tokens, if it is still held, and writes the ledger in any case.
     *
     * @param refreshAt when to try again ahead of time, if ever
     * @param broken what the instance is from now on, if the generation is still current
     */
    void giveUp(
            InstanceId instance,
            long generation,
            long fence,
            Optional<Instant> refreshAt,
            Optional<Authorization.Broken> broken,
            Attempt attempt);

    /** The instances to renew ahead of time by now, the most urgent first; disabled ones too. */
    List<InstanceId> due(Instant now, int most);

    /** The ledger of this instance, the latest attempt first. */
    List<Attempt> ledger(InstanceId instance, int most);

    /**
     * Forgets attempts from before this moment, and of each instance all but the latest; says how
     * many.
     */
    int forget(Instant before, int mostOfEach);
}
