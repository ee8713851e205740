package io.valence.application.call;

import io.valence.application.authorization.RenewTokens;
import io.valence.domain.call.Connection;

import java.util.function.Function;

/** Whether a connection can be called through just now. */
sealed interface Freshness {
    /** It can. */
    record Good(Connection connection) implements Freshness {}

    /** It cannot: its tokens were not renewed. */
    record Bad(RenewTokens.Outcome outcome) implements Freshness {}

    static Freshness of(RenewTokens.Outcome outcome) {
        return switch (outcome) {
            case RenewTokens.Outcome.Renewed(var connection) -> new Good(connection);
            case RenewTokens.Outcome.Kept(var connection) -> new Good(connection);
            default -> new Bad(outcome);
        };
    }

    default <R> R fold(Function<Connection, R> whenGood, Function<RenewTokens.Outcome, R> whenBad) {
        return switch (this) {
            case Good(var connection) -> whenGood.apply(connection);
            case Bad(var outcome) -> whenBad.apply(outcome);
        };
    }
}
