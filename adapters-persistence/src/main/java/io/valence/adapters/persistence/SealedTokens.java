package io.valence.adapters.persistence;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.secret.Secret;

import org.jdbi.v3.core.statement.SqlStatement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/** The way of tokens into rows and out of them again. */
final class SealedTokens {
    private static final String ACCESS = Tokens.ACCESS_KEY.value();
    private static final String REFRESH = Tokens.REFRESH_KEY.value();

    private final Sealing sealing;

    SealedTokens(Sealing sealing) {
        this.sealing = sealing;
    }

    /** With values for access, refresh, keyId, obtainedAt and expiresAt. */
    <S extends SqlStatement<S>> S bind(S statement, Tokens tokens, Binding home) {
        return statement
                .bind("access", sealing.seal(tokens.access(), home.at(ACCESS)))
                .bind(
                        "refresh",
                        Statements.bytes(
                                tokens.refresh()
                                        .map(token -> sealing.seal(token, home.at(REFRESH)))))
                .bind("keyId", sealing.keyId())
                .bind("obtainedAt", Statements.moment(tokens.obtainedAt()))
                .bind("expiresAt", Statements.moment(tokens.expiresAt()));
    }

    /**
     * Of four columns, the first of which is this one: access, refresh, obtained at, expires at.
     */
    Tokens read(ResultSet row, int first, Binding home) throws SQLException {
        Secret access = sealing.open(row.getBytes(first), home.at(ACCESS));
        Optional<Secret> refresh =
                Optional.ofNullable(row.getBytes(first + 1))
                        .map(bytes -> sealing.open(bytes, home.at(REFRESH)));
        return new Tokens(
                access,
                refresh,
                Statements.momentIn(row, first + 2).orElseThrow(),
                Statements.momentIn(row, first + 3));
    }
}
