package io.valence.application.authorization;

import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Connections;
import io.valence.domain.element.Element;
import io.valence.domain.element.Elements;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Grants;
import io.valence.domain.instance.InstanceId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * One node's turn to renew the tokens of one instance. It writes down what it is about to do, asks
 * the vendor without holding anything of the database, and writes down what came of it.
 */
public final class RenewalTurn {
    private static final int MOST_REMEMBERED = 100;
    private static final String ANSWER_LOST =
            "The vendor's answer to a renewal was lost, and the earlier refresh token is not good"
                    + " any more. Authorize the instance again.";

    private final Elements elements;
    private final Connections connections;
    private final Grants grants;
    private final VendorAuthorization vendor;
    private final RenewalPace pace;
    private final InstantSource time;
    private final RandomGenerator random;
    private final Executor executor;
    private final String node;
    private final Consumer<Attempt> observer;

    /**
     * Turns of this node.
     *
     * @param executor keeps turns while the vendor is waited for
     * @param observer is told of every attempt
     */
    public RenewalTurn(
            Elements elements,
            Connections connections,
            Grants grants,
            VendorAuthorization vendor,
            RenewalPace pace,
            InstantSource time,
            RandomGenerator random,
            Executor executor,
            String node,
            Consumer<Attempt> observer) {
        this.elements = elements;
        this.connections = connections;
        this.grants = grants;
        this.vendor = vendor;
        this.pace = pace;
        this.time = time;
        this.random = random;
        this.executor = executor;
        this.node = node;
        this.observer = observer;
    }

    /** Renews the tokens, if the turn can be had. Those that nothing renews last to their end. */
    Optional<RenewTokens.Outcome> take(Connection connection, Grant read, Attempt.Cause cause) {
        Instant wantedAt = time.instant();
        Optional<Element> element = elements.get(connection.instance().element());
        boolean irreplaceable =
                element.filter(known -> !areRenewable(known, read.tokens())).isPresent();
        if (irreplaceable && !read.tokens().areStale(wantedAt)) {
            return Optional.of(new RenewTokens.Outcome.Kept(connection));
        }
        if (!grants.take(read, node, pace.lease(), pace.deadline())) {
            return Optional.empty();
        }
        Turn turn = new Turn(connection, read, cause, wantedAt, time.instant());
        return Optional.of(irreplaceable ? turn.ended() : turn.carryOut(element));
    }

    private static boolean areRenewable(Element element, Tokens tokens) {
        return ObtainTokens.areRenewable(element, tokens.refresh());
    }

    private final class Turn {
        private final Connection connection;
        private final Grant grant;
        private final long fence;
        private final Attempt.Cause cause;
        private final Instant wantedAt;
        private final Instant begunAt;

        Turn(
                Connection connection,
                Grant read,
                Attempt.Cause cause,
                Instant wantedAt,
                Instant begunAt) {
            this.connection = connection;
            this.grant = read;
            this.fence = read.fence() + 1;
            this.cause = cause;
            this.wantedAt = wantedAt;
            this.begunAt = begunAt;
        }

        RenewTokens.Outcome carryOut(Optional<Element> element) {
            return grant.turn() == Grant.Turn.LOST && areOfUse(begunAt)
                    ? waitForTheEnd()
                    : ask(element);
        }

        /** The vendor need not be asked what becomes of tokens that nothing renews. */
        RenewTokens.Outcome ended() {
            return broken(
                    "The tokens are past their end, and the vendor handed out nothing to renew them"
                            + " by. Authorize the instance again.",
                    Optional.empty(),
                    Optional.empty());
        }

        /** Whether the tokens that there are can be called with for a while yet. */
        private boolean areOfUse(Instant now) {
            return cause != Attempt.Cause.UNAUTHORIZED && !grant.tokens().areStale(now);
        }

        private InstanceId instance() {
            return grant.instance();
        }

        /**
         * The vendor may have handed out other tokens that nobody got. Asking once more may make it
         * void all of them, so that is left for when these are of no use anyway.
         */
        private RenewTokens.Outcome waitForTheEnd() {
            giveUp(
                    Optional.empty(),
                    Optional.of("The vendor's answer to an earlier attempt was lost"),
                    Attempt.Result.ANSWER_LOST,
                    endOfTokens(),
                    Optional.empty());
            return new RenewTokens.Outcome.Kept(connection);
        }

        private RenewTokens.Outcome ask(Optional<Element> element) {
            Optional<OAuthClient> client = element.flatMap(this::client);
            if (client.isEmpty()) {
                String reason =
                        "The configuration, or the element, names no address to renew tokens at";
                fail(Optional.empty(), reason, false);
                return unanswered(reason, false);
            }
            if (hasStoodStill()) {
                String reason = "This server stood still before it could ask the vendor";
                fail(Optional.empty(), reason, false);
                return unanswered(reason, false);
            }
            CountDownLatch settled = new CountDownLatch(1);
            executor.execute(() -> keepUntil(settled));
            try {
                return settle(element.get(), client.get(), asked(element.get(), client.get()));
            } finally {
                settled.countDown();
            }
        }

        /**
         * Whether so much of the turn is gone that somebody else may have had the next one, and the
         * refresh token have been replaced. A clock that went back tells nothing either.
         */
        private boolean hasStoodStill() {
            Duration gone = Duration.between(wantedAt, time.instant()).abs();
            return gone.compareTo(pace.deadline().dividedBy(2)) > 0;
        }

        private TokenAnswer asked(Element element, OAuthClient client) {
            if (ObtainTokens.areObtainedAnew(element)) {
                return vendor.obtain(client);
            }
            return vendor.refresh(client, grant.tokens().refresh().orElseThrow());
        }

        private Optional<OAuthClient> client(Element element) {
            return OAuthClient.of(connection.configuration(element));
        }

        /** Keeps the turn: a vendor, or a store that fails, may take longer than a lease. */
        private void keepUntil(CountDownLatch settled) {
            long third = pace.lease().dividedBy(3).toMillis();
            try {
                while (!settled.await(third, TimeUnit.MILLISECONDS)) {
                    if (!isKept()) {
                        return;
                    }
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }

        private boolean isKept() {
            try {
                return grants.keep(instance(), fence, pace.lease());
            } catch (RuntimeException unknown) {
                // The next time tells; there is still something to be kept.
                return true;
            }
        }

        private RenewTokens.Outcome settle(
                Element element, OAuthClient client, TokenAnswer answer) {
            return switch (answer) {
                case TokenAnswer.Granted granted -> renewed(element, client, granted);
                case TokenAnswer.Refused refused when refused.isDefinitive() -> refused(refused);
                case TokenAnswer.Refused(var status, var error, var said) ->
                        failed(
                                "The vendor refused to renew the tokens: " + error,
                                status,
                                said,
                                false);
                case TokenAnswer.Unusable unusable ->
                        failed(
                                "The vendor answered a renewal with "
                                        + unusable.status()
                                        + " and no tokens",
                                unusable.status(),
                                unusable.said(),
                                unusable.mayHideTokens() && !ObtainTokens.areObtainedAnew(element));
                case TokenAnswer.Unreachable(var reason, var late, var sent) -> {
                    fail(Optional.empty(), reason, sent && !ObtainTokens.areObtainedAnew(element));
                    yield unanswered(reason, late);
                }
                case TokenAnswer.Barred(var reason) -> {
                    fail(Optional.empty(), reason, false);
                    yield unanswered(reason, false);
                }
            };
        }

        private RenewTokens.Outcome renewed(
                Element element, OAuthClient client, TokenAnswer.Granted granted) {
            Tokens tokens =
                    ObtainTokens.tokens(granted, element, grant.tokens().refresh(), begunAt);
            Attempt attempt = attempt(Optional.of(200), Optional.empty(), Attempt.Result.RENEWED);
            Optional<Instant> refreshAt =
                    pace.refreshAt(tokens, areRenewable(element, tokens), random);
            if (!replaceWith(tokens, refreshAt, attempt)) {
                observer.accept(attempt.with(Attempt.Result.OVERTAKEN));
                return connections
                        .read(instance())
                        .<RenewTokens.Outcome>map(RenewTokens.Outcome.Renewed::new)
                        .orElseGet(() -> gone(client, tokens));
            }
            observer.accept(attempt);
            return new RenewTokens.Outcome.Renewed(
                    new Connection(
                            connection.instance(),
                            connection.secrets(),
                            Optional.of(
                                    new Grant(
                                            instance(),
                                            grant.generation() + 1,
                                            tokens,
                                            Grant.Turn.FREE,
                                            fence,
                                            refreshAt))));
        }

        /** What may be the only copy is not let go because the store fails for a while. */
        private boolean replaceWith(Tokens tokens, Optional<Instant> refreshAt, Attempt attempt) {
            Duration waited = Duration.ZERO;
            while (true) {
                try {
                    return grants.renew(instance(), grant.generation(), tokens, refreshAt, attempt);
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

        /** The instance was removed meanwhile, and its earlier tokens were given back. */
        private RenewTokens.Outcome gone(OAuthClient client, Tokens tokens) {
            vendor.revoke(client, tokens);
            return new RenewTokens.Outcome.Gone();
        }

        private RenewTokens.Outcome refused(TokenAnswer.Refused refused) {
            boolean lost = grant.turn() == Grant.Turn.LOST || wasAnswerLost();
            String reason =
                    lost
                            ? ANSWER_LOST
                            : "The vendor does not renew the tokens any more: "
                                    + refused.error()
                                    + ". Authorize the instance again.";
            return broken(reason, status(refused.status()), said(refused.said()));
        }

        private RenewTokens.Outcome broken(
                String reason, Optional<Integer> status, Optional<String> said) {
            giveUp(
                    status,
                    said,
                    Attempt.Result.REFUSED,
                    Optional.empty(),
                    Optional.of(new Authorization.Broken(reason, time.instant())));
            return newer().<RenewTokens.Outcome>map(RenewTokens.Outcome.Renewed::new)
                    .orElseGet(() -> new RenewTokens.Outcome.Broken(reason));
        }

        /** What somebody else has stored while the vendor was asked, if it is newer. */
        private Optional<Connection> newer() {
            return connections
                    .read(instance())
                    .filter(
                            now ->
                                    now.grant()
                                            .filter(g -> g.generation() > grant.generation())
                                            .isPresent());
        }

        /** Whether that happened while the tokens were to be replaced that there still are. */
        private boolean wasAnswerLost() {
            return grants.ledger(instance(), MOST_REMEMBERED).stream()
                    .filter(attempt -> attempt.generation() == grant.generation())
                    .anyMatch(attempt -> attempt.result() == Attempt.Result.ANSWER_LOST);
        }

        private RenewTokens.Outcome failed(String reason, int status, String said, boolean lost) {
            fail(status(status), said.isBlank() ? reason : reason + ": " + said, lost);
            return new RenewTokens.Outcome.Failed(reason, said(said), false);
        }

        private static RenewTokens.Outcome unanswered(String reason, boolean late) {
            return new RenewTokens.Outcome.Failed(reason, Optional.empty(), late);
        }

        /**
         * Without new tokens.
         *
         * @param lost whether the vendor may have replaced the refresh token and said so to nobody
         */
        private void fail(Optional<Integer> status, String said, boolean lost) {
            Instant now = time.instant();
            Optional<Instant> again = Optional.of(pace.retryAt(grant.tokens(), now, random));
            giveUp(
                    status,
                    Optional.of(said),
                    lost ? Attempt.Result.ANSWER_LOST : Attempt.Result.FAILED,
                    lost ? afterTheVendorIsDone(areOfUse(now) ? endOfTokens() : again) : again,
                    Optional.empty());
        }

        private Optional<Instant> endOfTokens() {
            return grant.tokens().expiresAt();
        }

        /**
         * The old refresh token may look stolen if it is sent again, and void all tokens. It is
         * left for when these are of no use, and never sent while the vendor may be at it still.
         */
        private Optional<Instant> afterTheVendorIsDone(Optional<Instant> wanted) {
            Instant earliest = begunAt.plus(pace.deadline());
            return wanted.map(at -> at.isBefore(earliest) ? earliest : at);
        }

        private void giveUp(
                Optional<Integer> status,
                Optional<String> said,
                Attempt.Result result,
                Optional<Instant> refreshAt,
                Optional<Authorization.Broken> broken) {
            Attempt attempt = attempt(status, said, result);
            grants.giveUp(instance(), grant.generation(), fence, refreshAt, broken, attempt);
            observer.accept(attempt);
        }

        private Attempt attempt(
                Optional<Integer> status, Optional<String> said, Attempt.Result result) {
            return new Attempt(begunAt, cause, node, grant.generation(), status, said, result);
        }

        private static Optional<Integer> status(int status) {
            return status == 0 ? Optional.empty() : Optional.of(status);
        }

        private static Optional<String> said(String said) {
            return said.isBlank() ? Optional.empty() : Optional.of(said);
        }
    }
}
