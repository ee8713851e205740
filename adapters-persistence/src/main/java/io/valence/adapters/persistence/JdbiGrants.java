package io.valence.adapters.persistence;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Grants;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.secret.Fingerprint;
import io.valence.domain.secret.Secret;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import javax.sql.DataSource;

/**
 * Grants in their table, which alone knows the time that turns are measured by. Where an instance's
 * row is written too, it is written first, as everywhere: so nobody waits for each other.
 */
final class JdbiGrants implements Grants {
    private static final String NO_SUCH_ROW = "23503";
    private static final String NO_SUCH_ROW_IN_H2 = "23506";

    private final Jdbi jdbi;
    private final Writes writes;
    private final SealedTokens tokens;
    private final Ledger ledger;
    private final OneRow<Grant> grants;
    private final Homes homes;

    JdbiGrants(DataSource connections, Jdbi jdbi, Sealing sealing, Writes writes, Homes homes) {
        this.jdbi = jdbi;
        this.writes = writes;
        this.homes = homes;
        this.tokens = new SealedTokens(sealing);
        this.ledger = new Ledger(jdbi);
        this.grants = new OneRow<>(connections, GrantSql.FIND, this::grant);
    }

    private Grant grant(ResultSet row) throws SQLException {
        OrganizationId organization = new OrganizationId(row.getLong(1));
        InstanceId instance = new InstanceId(row.getLong(2));
        homes.remember(instance, organization);
        return grant(row, 3, organization, instance, tokens);
    }

    /** Of the columns of {@link GrantSql#COLUMNS}, the first of which is this one. */
    static Grant grant(
            ResultSet row,
            int first,
            OrganizationId organization,
            InstanceId instance,
            SealedTokens tokens)
            throws SQLException {
        return new Grant(
                instance,
                row.getLong(first),
                tokens.read(row, first + 1, Binding.ofGrant(organization, instance)),
                Grant.Turn.valueOf(row.getString(first + 5)),
                row.getLong(first + 6),
                Statements.momentIn(row, first + 7));
    }

    @Override
    public Optional<Grant> find(InstanceId instance) {
        return grants.find(instance.value());
    }

    @Override
    public boolean take(Grant read, String node, Duration lease, Duration deadline) {
        if (read.turn() != Grant.Turn.FREE && read.turn() != Grant.Turn.LOST) {
            return false;
        }
        Optional<String> shown =
                read.tokens().refresh().map(Secret::fingerprint).map(Fingerprint::hex);
        return written(
                read.instance(),
                handle ->
                        (read.turn() == Grant.Turn.FREE || isRecalled(handle, read))
                                && handle.createUpdate(GrantSql.TAKE)
                                                .bind("lease", lease.toMillis())
                                                .bind("node", node)
                                                .bind("deadline", deadline.toMillis())
                                                .bind("fingerprint", Statements.text(shown))
                                                .bind("instance", read.instance().value())
                                                .bind("generation", read.generation())
                                                .bind("fence", read.fence())
                                                .execute()
                                        == 1);
    }

    private static boolean isRecalled(Handle handle, Grant lost) {
        return handle.createUpdate(GrantSql.RECALL_LOST)
                        .bind("instance", lost.instance().value())
                        .bind("generation", lost.generation())
                        .bind("fence", lost.fence())
                        .execute()
                == 1;
    }

    @Override
    public boolean keep(InstanceId instance, long fence, Duration lease) {
        return jdbi.withHandle(
                handle ->
                        handle.createUpdate(GrantSql.KEEP)
                                        .bind("lease", lease.toMillis())
                                        .bind("instance", instance.value())
                                        .bind("fence", fence)
                                        .execute()
                                == 1);
    }

    @Override
    public boolean renew(
            InstanceId instance,
            long generation,
            Tokens renewed,
            Optional<Instant> refreshAt,
            Attempt attempt) {
        Optional<OrganizationId> organization = organization(instance);
        if (organization.isEmpty()) {
            return false;
        }
        Binding home = Binding.ofGrant(organization.get(), instance);
        UnaryOperator<Update> filled =
                statement ->
                        tokens.bind(statement, renewed, home)
                                .bind("refreshAt", Statements.moment(refreshAt))
                                .bind("instance", instance.value())
                                .bind("generation", generation);
        // Two transactions: PostgreSQL also locks a row that does not match when it is free at
        // last, and the instance's row is to be locked first.
        return unlessGone(instance, handle -> isReplaced(handle, instance, filled, attempt))
                || mendAndReplace(instance, generation, renewed, filled, attempt);
    }

    private static boolean isReplaced(
            Handle handle, InstanceId instance, UnaryOperator<Update> filled, Attempt attempt) {
        boolean done = filled.apply(handle.createUpdate(GrantSql.RENEW_IF_SOUND)).execute() == 1;
        if (done) {
            Ledger.add(handle, instance, attempt);
        }
        return done;
    }

    private boolean mendAndReplace(
            InstanceId instance,
            long generation,
            Tokens renewed,
            UnaryOperator<Update> filled,
            Attempt attempt) {
        return unlessGone(
                instance,
                handle -> {
                    handle.createUpdate(InstanceSql.MEND_IF_CURRENT)
                            .bind("instance", instance.value())
                            .bind("generation", generation)
                            .execute();
                    boolean done = filled.apply(handle.createUpdate(GrantSql.RENEW)).execute() == 1;
                    if (!done && isDone(handle, instance, generation, renewed)) {
                        return true;
                    }
                    Ledger.add(
                            handle,
                            instance,
                            done ? attempt : attempt.with(Attempt.Result.OVERTAKEN));
                    return done;
                });
    }

    private boolean isDone(Handle handle, InstanceId instance, long generation, Tokens renewed) {
        return handle.createQuery(GrantSql.FIND)
                .bind("instance", instance.value())
                .map((row, _) -> grant(row))
                .findOne()
                .filter(now -> now.generation() == generation + 1)
                .filter(now -> now.tokens().are(renewed))
                .isPresent();
    }

    private Optional<OrganizationId> organization(InstanceId instance) {
        return homes.find(instance)
                .or(
                        () ->
                                jdbi.withHandle(
                                        handle ->
                                                handle.createQuery(GrantSql.ORGANIZATION)
                                                        .bind("instance", instance.value())
                                                        .mapTo(long.class)
                                                        .findOne()
                                                        .map(OrganizationId::new)));
    }

    @Override
    public void giveUp(
            InstanceId instance,
            long generation,
            long fence,
            Optional<Instant> refreshAt,
            Optional<Authorization.Broken> broken,
            Attempt attempt) {
        UnaryOperator<Update> filled =
                statement ->
                        statement
                                .bind("instance", instance.value())
                                .bind("generation", generation)
                                .bind("fence", fence)
                                .bind("refreshAt", Statements.moment(refreshAt));
        unlessGone(
                instance,
                handle -> {
                    if (broken.isPresent()) {
                        endForGood(handle, instance, generation, broken.get(), filled);
                    } else {
                        filled.apply(handle.createUpdate(GrantSql.END_TURN)).execute();
                    }
                    Ledger.add(handle, instance, attempt);
                    return true;
                });
    }

    private static void endForGood(
            Handle handle,
            InstanceId instance,
            long generation,
            Authorization.Broken broken,
            UnaryOperator<Update> filled) {
        boolean isCurrent =
                handle.createUpdate(InstanceSql.BREAK_IF_CURRENT)
                                .bind("since", Statements.moment(broken.since()))
                                .bind("reason", broken.reason())
                                .bind("instance", instance.value())
                                .bind("generation", generation)
                                .execute()
                        == 1;
        if (isCurrent && filled.apply(handle.createUpdate(GrantSql.END_FOR_GOOD)).execute() == 0) {
            // Renewed between the two statements, which only a sound instance can be.
            handle.createUpdate(InstanceSql.MEND).bind("instance", instance.value()).execute();
        }
    }

    /** False if there is nothing left to write to: the instance is removed meanwhile. */
    private boolean unlessGone(InstanceId instance, Function<Handle, Boolean> action) {
        try {
            return written(instance, action);
        } catch (UnableToExecuteStatementException failure) {
            if (failure.getCause() instanceof SQLException sql
                    && (NO_SUCH_ROW.equals(sql.getSQLState())
                            || NO_SUCH_ROW_IN_H2.equals(sql.getSQLState()))) {
                return false;
            }
            throw failure;
        }
    }

    private boolean written(InstanceId instance, Function<Handle, Boolean> action) {
        return writes.during(instance, () -> jdbi.inTransaction(action::apply));
    }

    @Override
    public List<InstanceId> due(Instant now, int most) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(GrantSql.DUE)
                                .bind("now", Statements.moment(now))
                                .bind("most", most)
                                .map((row, _) -> new InstanceId(row.getLong(1)))
                                .list());
    }

    @Override
    public List<Attempt> ledger(InstanceId instance, int most) {
        return ledger.read(instance, most);
    }

    @Override
    public int forget(Instant before, int mostOfEach) {
        return ledger.forget(before, mostOfEach);
    }
}
