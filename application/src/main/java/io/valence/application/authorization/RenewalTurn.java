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
    private static final String ANSWER_LOST =
            "The vendor's answer to a renewal was lost, and the earlier refresh token is not good"
                    + " any more. Authorize the instance again.";

    private final Elements elements;
    private final Connections connections;
    private final Grants grants;
    private final VendorAuthorization vendor;
    private final GiveTokensBack giveBack;
    private final RenewalPace pace;
    private final InstantSource time;
    private final RandomGenerator random;
    private final Executor executor;
    private final String node;
    private final Consumer<Attempt> observer;

    /**
     * Turns of this node.
     *
     * @param giveBack takes new tokens of an instance that was removed meanwhile
     * @param executor keeps turns while the vendor is waited for
     * @param observer is told of every attempt
     */
    public RenewalTurn(
            Elements elements,
            Connections connections,
            Grants grants,
            VendorAuthorization vendor,
            GiveTokensBack giveBack,
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
        this.giveBack = giveBack;
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
        TurnRecord record =
                new TurnRecord(
                        grants, pace, time, random, observer, node, read, cause, time.instant());
        Turn turn = new Turn(connection, record, wantedAt);
        return Optional.of(irreplaceable ? turn.ended() : turn.carryOut(element));
    }

    private static boolean areRenewable(Element element, Tokens tokens) {
        return ObtainTokens.areRenewable(element, tokens.refresh());
    }

    private final class Turn {
        private final Connection connection;
        private final TurnRecord record;
        private final Instant wantedAt;

        Turn(Connection connection, TurnRecord record, Instant wantedAt) {
            this.connection = connection;
            this.record = record;
            this.wantedAt = wantedAt;
        }

        RenewTokens.Outcome carryOut(Optional<Element> element) {
            if (record.isToWait()) {
                record.waitForTheEnd();
                return new RenewTokens.Outcome.Kept(connection);
            }
            return ask(element);
        }

        /** The vendor need not be asked what becomes of tokens that nothing renews. */
        RenewTokens.Outcome ended() {
            return broken(
                    "The tokens are past their end, and the vendor handed out nothing to renew them"
                            + " by. Authorize the instance again.",
                    Optional.empty(),
                    Optional.empty());
        }

        private Grant grant() {
            return record.grant();
        }

        private InstanceId instance() {
            return grant().instance();
        }

        private RenewTokens.Outcome ask(Optional<Element> element) {
            Optional<OAuthClient> client =
                    element.flatMap(known -> OAuthClient.of(connection.configuration(known)));
            if (client.isEmpty()) {
                return unanswered(
                        "The configuration, or the element, names no address to renew tokens at",
                        false,
                        false);
            }
            if (hasStoodStill()) {
                return unanswered(
                        "This server stood still before it could ask the vendor", false, false);
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
            return vendor.refresh(client, grant().tokens().refresh().orElseThrow());
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
                return grants.keep(instance(), record.fence(), pace.lease());
            } catch (RuntimeException unknown) {
                // The next time tells; there is still something to be kept.
                return true;
            }
        }

        private RenewTokens.Outcome settle(
                Element element, OAuthClient client, TokenAnswer answer) {
            boolean burns = !ObtainTokens.areObtainedAnew(element);
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
                                burns && unusable.mayHideTokens());
                case TokenAnswer.Unreachable(var reason, var late, var sent) ->
                        unanswered(reason, late, burns && sent);
                case TokenAnswer.Barred(var reason) -> unanswered(reason, false, false);
            };
        }

        private RenewTokens.Outcome renewed(
                Element element, OAuthClient client, TokenAnswer.Granted granted) {
            Tokens tokens =
                    ObtainTokens.tokens(
                            granted, element, grant().tokens().refresh(), record.begunAt());
            return record.renewed(tokens, areRenewable(element, tokens))
                    .map(connection::with)
                    .or(() -> connections.read(instance()))
                    .<RenewTokens.Outcome>map(RenewTokens.Outcome.Renewed::new)
                    .orElseGet(() -> gone(client, tokens));
        }

        /** The instance was removed meanwhile, and its earlier tokens were given back. */
        private RenewTokens.Outcome gone(OAuthClient client, Tokens tokens) {
            giveBack.giveBack(client, tokens);
            return new RenewTokens.Outcome.Gone();
        }

        private RenewTokens.Outcome refused(TokenAnswer.Refused refused) {
            String reason =
                    record.wasAnswerLost()
                            ? ANSWER_LOST
                            : "The vendor does not renew the tokens any more: "
                                    + refused.error()
                                    + ". Authorize the instance again.";
            return broken(reason, status(refused.status()), said(refused.said()));
        }

        private RenewTokens.Outcome broken(
                String reason, Optional<Integer> status, Optional<String> said) {
            record.broken(reason, status, said);
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
                                            .filter(g -> g.generation() > grant().generation())
                                            .isPresent());
        }

        private RenewTokens.Outcome failed(String reason, int status, String said, boolean lost) {
            record.failed(status(status), said.isBlank() ? reason : reason + ": " + said, lost);
            return new RenewTokens.Outcome.Failed(reason, said(said), false);
        }

        private RenewTokens.Outcome unanswered(String reason, boolean late, boolean lost) {
            record.failed(Optional.empty(), reason, lost);
            return new RenewTokens.Outcome.Failed(reason, Optional.empty(), late);
        }

        private static Optional<Integer> status(int status) {
            return status == 0 ? Optional.empty() : Optional.of(status);
        }

        private static Optional<String> said(String said) {
            return said.isBlank() ? Optional.empty() : Optional.of(said);
        }
    }
}
