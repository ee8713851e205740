package io.valence.adapters.persistence;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.GiveBacks;
import io.valence.domain.instance.InstanceId;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is to be given back, in a table that outlives instances. */
final class JdbiGiveBacks implements GiveBacks {
    private static final String CLIENT_ID = "client id";
    private static final String CLIENT_SECRET = "client secret";

    private static final String ADD =
            """
            insert into revocation_order (organization_id, instance_id, token_url, refresh_url,
                                          revoke_url, client_id_sealed, client_secret_sealed,
                                          in_header, scope, access_sealed, refresh_sealed, key_id,
                                          obtained_at, expires_at, due_at, until_at, attempts)
            values (:organization, :instance, :tokenUrl, :refreshUrl,
                    :revokeUrl, :clientId, :clientSecret,
                    :inHeader, :scope, :access, :refresh, :keyId,
                    :obtainedAt, :expiresAt, :due, :until, 0)
            """;

    private static final String DUE =
            """
            select id,
                   organization_id,
                   instance_id,
                   token_url,
                   refresh_url,
                   revoke_url,
                   client_id_sealed,
                   client_secret_sealed,
                   in_header,
                   scope,
                   access_sealed,
                   refresh_sealed,
                   obtained_at,
                   expires_at,
                   until_at,
                   attempts
              from revocation_order
             where due_at <= :now
             order by due_at, id
             limit :most
            """;

    private static final String SETTLE =
            """
            delete from revocation_order
             where id = :id
            """;

    private static final String POSTPONE =
            """
            update revocation_order
               set due_at = :until,
                   attempts = attempts + 1
             where id = :id
            """;

    private final Jdbi jdbi;
    private final Sealing sealing;
    private final SealedTokens tokens;

    JdbiGiveBacks(Jdbi jdbi, Sealing sealing) {
        this.jdbi = jdbi;
        this.sealing = sealing;
        this.tokens = new SealedTokens(sealing);
    }

    @Override
    public void add(GiveBack giveBack) {
        jdbi.useHandle(handle -> add(handle, Binding.ofGiveBack(0, 0), giveBack));
    }

    void add(Handle handle, OrganizationId organization, InstanceId instance, GiveBack giveBack) {
        add(handle, Binding.ofGiveBack(organization.value(), instance.value()), giveBack);
    }

    /** Due at once, whatever time the servers' clocks say it is. */
    private void add(Handle handle, Binding home, GiveBack giveBack) {
        OAuthClient client = giveBack.client();
        tokens.bind(handle.createUpdate(ADD), giveBack.tokens(), home)
                .bind("organization", home.organization())
                .bind("instance", home.instance())
                .bind("tokenUrl", client.tokenUrl().toString())
                .bind("refreshUrl", client.refreshUrl().toString())
                .bind("revokeUrl", Statements.text(client.revokeUrl().map(URI::toString)))
                .bind("clientId", sealing.seal(client.id(), home.at(CLIENT_ID)))
                .bind("clientSecret", sealing.seal(client.secret(), home.at(CLIENT_SECRET)))
                .bind("inHeader", client.inHeader())
                .bind("scope", Statements.text(client.scope()))
                .bind("due", Statements.moment(Instant.EPOCH))
                .bind("until", Statements.moment(giveBack.until()))
                .execute();
    }

    @Override
    public List<Kept> due(Instant now, int most) {
        return jdbi.withHandle(
                handle ->
                        handle.createQuery(DUE)
                                .bind("now", Statements.moment(now))
                                .bind("most", most)
                                .map((row, _) -> kept(row))
                                .list());
    }

    private Kept kept(ResultSet row) throws SQLException {
        Binding home = Binding.ofGiveBack(row.getLong(2), row.getLong(3));
        OAuthClient client =
                new OAuthClient(
                        URI.create(row.getString(4)),
                        URI.create(row.getString(5)),
                        Optional.ofNullable(row.getString(6)).map(URI::create),
                        sealing.open(row.getBytes(7), home.at(CLIENT_ID)),
                        sealing.open(row.getBytes(8), home.at(CLIENT_SECRET)),
                        row.getBoolean(9),
                        Optional.ofNullable(row.getString(10)));
        GiveBack giveBack =
                new GiveBack(
                        client,
                        tokens.read(row, 11, home),
                        Statements.momentIn(row, 15).orElseThrow());
        return new Kept(row.getLong(1), giveBack, row.getInt(16));
    }

    @Override
    public void settle(long id) {
        jdbi.useHandle(handle -> handle.createUpdate(SETTLE).bind("id", id).execute());
    }

    @Override
    public void postpone(long id, Instant until) {
        jdbi.useHandle(
                handle ->
                        handle.createUpdate(POSTPONE)
                                .bind("id", id)
                                .bind("until", Statements.moment(until))
                                .execute());
    }
}
