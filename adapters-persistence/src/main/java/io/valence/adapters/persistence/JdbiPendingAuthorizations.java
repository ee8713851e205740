package io.valence.adapters.persistence;

import io.valence.domain.authorization.Pending;
import io.valence.domain.authorization.PendingAuthorizations;
import io.valence.domain.element.ElementId;
import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Awaited answers in their table, found by the fingerprint of their state. */
final class JdbiPendingAuthorizations implements PendingAuthorizations {
    private static final String FORGET_EXPIRED =
            """
            delete from pending_authorization
             where expires_at <= :now
            """;

    private static final String COUNT =
            """
            select count(*)
              from pending_authorization
            """;

    private static final String REPLACE =
            """
            update pending_authorization
               set element_id = :element,
                   client_fingerprint = :client,
                   callback = :callback,
                   verifier_sealed = :verifier,
                   key_id = :keyId,
                   expires_at = :expiresAt
             where state_fingerprint = :state
            """;

    private static final String ADD =
            """
            insert into pending_authorization (state_fingerprint, element_id, client_fingerprint,
                                               callback, verifier_sealed, key_id, expires_at)
            values (:state, :element, :client,
                    :callback, :verifier, :keyId, :expiresAt)
            on conflict do nothing
            """;

    /** Locked, so that what is forgotten next is what was read. */
    private static final String FIND =
            """
            select element_id,
                   client_fingerprint,
                   callback,
                   verifier_sealed,
                   expires_at
              from pending_authorization
             where state_fingerprint = :state
               and expires_at > :now
               for update
            """;

    private static final String FORGET =
            """
            delete from pending_authorization
             where state_fingerprint = :state
            """;

    private final Jdbi jdbi;
    private final Sealing sealing;

    JdbiPendingAuthorizations(Jdbi jdbi, Sealing sealing) {
        this.jdbi = jdbi;
        this.sealing = sealing;
    }

    @Override
    public boolean await(Pending pending, Instant now, int most) {
        return jdbi.inTransaction(
                handle -> {
                    handle.createUpdate(FORGET_EXPIRED)
                            .bind("now", Statements.moment(now))
                            .execute();
                    return replace(handle, pending)
                            || (hasRoom(handle, most) && add(handle, pending));
                });
    }

    private boolean replace(Handle handle, Pending pending) {
        return bind(handle.createUpdate(REPLACE), pending).execute() == 1;
    }

    /** Counted without a lock: of those who come at the same moment, a few may be too many. */
    private static boolean hasRoom(Handle handle, int most) {
        return handle.createQuery(COUNT).mapTo(long.class).one() < most;
    }

    /** If somebody else adds the same state just now, the later one replaces it. */
    private boolean add(Handle handle, Pending pending) {
        return bind(handle.createUpdate(ADD), pending).execute() == 1 || replace(handle, pending);
    }

    private <S extends SqlStatement<S>> S bind(S statement, Pending pending) {
        Fingerprint state = fingerprint(pending.state());
        return statement
                .bind("state", state.hex())
                .bind("element", pending.element().value())
                .bind("client", pending.clientId().hex())
                .bind("callback", pending.callback())
                .bind("verifier", sealing.seal(pending.verifier(), Binding.ofVerifier(state)))
                .bind("keyId", sealing.keyId())
                .bind("expiresAt", Statements.moment(pending.expiresAt()));
    }

    @Override
    public Optional<Pending> take(String state, Instant now) {
        if (state.isEmpty()) {
            return Optional.empty();
        }
        String fingerprint = fingerprint(state).hex();
        return jdbi.inTransaction(
                handle -> {
                    Optional<Pending> found =
                            handle.createQuery(FIND)
                                    .bind("state", fingerprint)
                                    .bind("now", Statements.moment(now))
                                    .map((row, _) -> pending(row, state))
                                    .findOne();
                    return found.filter(
                            _ ->
                                    handle.createUpdate(FORGET).bind("state", fingerprint).execute()
                                            == 1);
                });
    }

    private static Fingerprint fingerprint(String state) {
        return Secret.of(state).fingerprint();
    }

    private Pending pending(ResultSet row, String state) throws SQLException {
        return new Pending(
                state,
                new ElementId(row.getLong(1)),
                Fingerprint.ofHex(row.getString(2)),
                row.getString(3),
                sealing.open(row.getBytes(4), Binding.ofVerifier(fingerprint(state))),
                Statements.momentIn(row, 5).orElseThrow());
    }
}
