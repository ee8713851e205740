package io.valence.application.authorization;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Grants;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** What one turn of renewing leaves behind: new tokens, or when to try again, and why. */
final class TurnRecord {
    private static final int MOST_REMEMBERED = 100;

    private final Grants grants;
    private final RenewalPace pace;
    private final InstantSource time;
    private final RandomGenerator random;
    private final Consumer<Attempt> observer;
    private final String node;
    private final Grant grant;
    private final Attempt.Cause cause;
    private final Instant begunAt;

    /**
     * A record of nothing yet.
     *
     * @param grant as it was before the turn
     */
    TurnRecord(
            Grants grants,
            RenewalPace pace,
            InstantSource time,
            RandomGenerator random,
            Consumer<Attempt> observer,
            String node,
            Grant grant,
            Attempt.Cause cause,
            Instant begunAt) {
        this.grants = grants;
        this.pace = pace;
        this.time = time;
        this.random = random;
        this.observer = observer;
        this.node = node;
        this.grant = grant;
        this.cause = cause;
        this.begunAt = begunAt;
    }

    Grant grant() {
        return grant;
    }

    Instant begunAt() {
        return begunAt;
    }

    /** The number of the turn. */
    long fence() {
        return grant.fence() + 1;
    }

    /** Whether an answer of the vendor may be lost, and the tokens are good for a while yet. */
    boolean isToWait() {
        return grant.turn() == Grant.Turn.LOST && areOfUse(begunAt);
    }

    private boolean areOfUse(Instant now) {
        return cause != Attempt.Cause.UNAUTHORIZED && !grant.tokens().areStale(now);
    }

    /** The grant with these tokens, or nothing if somebody else has replaced the old ones. */
    Optional<Grant> renewed(Tokens tokens, boolean renewable) {
        Attempt attempt = attempt(Optional.of(200), Optional.empty(), Attempt.Result.RENEWED);
        Optional<Instant> refreshAt = pace.refreshAt(tokens, renewable, random);
        boolean replaced = replaceWith(tokens, refreshAt, attempt);
        observer.accept(replaced ? attempt : attempt.with(Attempt.Result.OVERTAKEN));
        return replaced
                ? Optional.of(
                        new Grant(
                                grant.instance(),
                                grant.generation() + 1,
                                tokens,
                                Grant.Turn.FREE,
                                fence(),
                                refreshAt))
                : Optional.empty();
    }

    /** What may be the only copy is not let go because the store fails for a while. */
    private boolean replaceWith(Tokens tokens, Optional<Instant> refreshAt, Attempt attempt) {
        Duration waited = Duration.ZERO;
        while (true) {
            try {
                return grants.renew(
                        grant.instance(), grant.generation(), tokens, refreshAt, attempt);
            } catch (RuntimeException failure) {
                Duration pause = pace.pauseAfter(waited);
                if (waited.compareTo(pace.deadline()) >= 0 || !isOver(pause)) {
                    throw failure;
                }
                waited = waited.plus(pause);
            }
        }
    }

    /** False if this process is to end before. */
    private static boolean isOver(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * The vendor may have handed out other tokens that nobody got. Asking once more may make it
     * void all of them, so that is left for when these are of no use anyway.
     */
    void waitForTheEnd() {
        giveUp(
                Optional.empty(),
                Optional.of("The vendor's answer to an earlier attempt was lost"),
                Attempt.Result.ANSWER_LOST,
                grant.tokens().expiresAt(),
                Optional.empty());
    }

    /**
     * Without new tokens.
     *
     * @param lost whether the vendor may have replaced the refresh token and said so to nobody
     */
    void failed(Optional<Integer> status, String said, boolean lost) {
        Instant now = time.instant();
        Optional<Instant> again = Optional.of(pace.retryAt(grant.tokens(), now, random));
        giveUp(
                status,
                Optional.of(said),
                lost ? Attempt.Result.ANSWER_LOST : Attempt.Result.FAILED,
                lost
                        ? afterTheVendorIsDone(areOfUse(now) ? grant.tokens().expiresAt() : again)
                        : again,
                Optional.empty());
    }

    /**
     * The old refresh token may look stolen if it is sent again, and void all tokens. It is left
     * for when these are of no use, and never sent while the vendor may be at it still.
     */
    private Optional<Instant> afterTheVendorIsDone(Optional<Instant> wanted) {
        Instant earliest = begunAt.plus(pace.deadline());
        return wanted.map(at -> at.isBefore(earliest) ? earliest : at);
    }

    /** Without new tokens, and without hope of any. */
    void broken(String reason, Optional<Integer> status, Optional<String> said) {
        giveUp(
                status,
                said,
                Attempt.Result.REFUSED,
                Optional.empty(),
                Optional.of(new Authorization.Broken(reason, time.instant())));
    }

    private void giveUp(
            Optional<Integer> status,
            Optional<String> said,
            Attempt.Result result,
            Optional<Instant> refreshAt,
            Optional<Authorization.Broken> broken) {
        Attempt attempt = attempt(status, said, result);
        grants.giveUp(grant.instance(), grant.generation(), fence(), refreshAt, broken, attempt);
        observer.accept(attempt);
    }

    private Attempt attempt(
            Optional<Integer> status, Optional<String> said, Attempt.Result result) {
        return new Attempt(begunAt, cause, node, grant.generation(), status, said, result);
    }

    /** Whether an answer was lost while the tokens were to be replaced that there still are. */
    boolean wasAnswerLost() {
        return grant.turn() == Grant.Turn.LOST
                || grants.ledger(grant.instance(), MOST_REMEMBERED).stream()
                        .filter(attempt -> attempt.generation() == grant.generation())
                        .anyMatch(attempt -> attempt.result() == Attempt.Result.ANSWER_LOST);
    }
}
