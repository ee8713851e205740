package io.valence.adapters.persistence;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Vault;
import io.valence.domain.secret.Secret;

import org.jdbi.v3.core.Jdbi;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The vault in the table of sealed secrets. */
final class JdbiVault implements Vault {
    private static final String OPEN =
            """
            select i.organization_id,
                   s.instance_id,
                   s.entry_key,
                   s.sealed
              from instance_secret s
              join instance i on i.id = s.instance_id
             where s.instance_id = :instance
             order by s.entry_key
            """;

    private final Jdbi jdbi;
    private final Sealing sealing;

    JdbiVault(Jdbi jdbi, Sealing sealing) {
        this.jdbi = jdbi;
        this.sealing = sealing;
    }

    @Override
    public Secrets open(InstanceId instance) {
        Map<ConfigurationKey, Secret> secrets = new LinkedHashMap<>();
        jdbi.withHandle(
                        handle ->
                                handle.createQuery(OPEN)
                                        .bind("instance", instance.value())
                                        .map((row, _) -> opened(row))
                                        .list())
                .forEach(found -> secrets.put(found.key(), found.secret()));
        return Secrets.of(secrets);
    }

    private record Opened(ConfigurationKey key, Secret secret) {}

    private Opened opened(ResultSet row) throws SQLException {
        ConfigurationKey key = new ConfigurationKey(row.getString("entry_key"));
        Binding binding =
                Binding.ofSecret(
                        new OrganizationId(row.getLong("organization_id")),
                        new InstanceId(row.getLong("instance_id")),
                        key);
        return new Opened(key, sealing.open(row.getBytes("sealed"), binding));
    }
}
