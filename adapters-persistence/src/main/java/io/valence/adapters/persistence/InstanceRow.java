package io.valence.adapters.persistence;

import io.valence.domain.account.AccountId;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.UserId;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Origin;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.element.ElementId;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.ExternalAuthentication;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.instance.Owner;
import io.valence.domain.instance.Preferences;
import io.valence.domain.instance.Tag;

import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row that holds a whole instance, with its token opened. */
final class InstanceRow implements RowMapper<Instance> {
    private final Sealing sealing;

    InstanceRow(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public Instance map(ResultSet row, StatementContext context) throws SQLException {
        InstanceId id = new InstanceId(row.getLong("id"));
        Owner owner = owner(row);
        return Instance.restore(
                id,
                owner,
                moment(row, "created_at").orElseThrow(),
                new InstanceToken(
                        sealing.open(
                                row.getBytes("token_sealed"),
                                Binding.ofToken(owner.organization(), id))),
                row.getLong("version"),
                new ElementId(row.getLong("element_id")),
                new InstanceName(row.getString("name")),
                tags(row),
                settings(row),
                preferences(row),
                moment(row, "disabled_since"),
                authorization(row));
    }

    private static Owner owner(ResultSet row) throws SQLException {
        return new Owner(
                new UserId(row.getLong("user_id")),
                new AccountId(row.getLong("account_id")),
                new OrganizationId(row.getLong("organization_id")),
                row.getString("email"),
                row.getString("first_name"),
                row.getString("last_name"));
    }

    private static Preferences preferences(ResultSet row) throws SQLException {
        return new Preferences(
                row.getBoolean("trace_logging"),
                row.getBoolean("caching"),
                row.getInt("cache_time_to_live"),
                row.getInt("max_cache_size"),
                ExternalAuthentication.valueOf(row.getString("external_authentication")));
    }

    private static Authorization authorization(ResultSet row) throws SQLException {
        Optional<Instant> since = moment(row, "broken_since");
        return since.isPresent()
                ? new Authorization.Broken(row.getString("broken_reason"), since.get())
                : new Authorization.Sound();
    }

    private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                .map(OffsetDateTime::toInstant);
    }

    static List<Tag> tags(ResultSet row) throws SQLException {
        List<Tag> tags = new ArrayList<>();
        for (String tag : texts(row, "tags")) {
            tags.add(new Tag(tag));
        }
        return tags;
    }

    /** Key, origin and text; without the text it is a secret, which is held elsewhere. */
    static Settings settings(ResultSet row) throws SQLException {
        Map<ConfigurationKey, Setting> settings = new LinkedHashMap<>();
        for (String setting : texts(row, "settings")) {
            String[] parts = setting.split(" ", 3);
            Origin origin = Origin.valueOf(parts[1]);
            settings.put(
                    new ConfigurationKey(parts[0]),
                    parts.length < 3
                            ? new Setting.Hidden(origin)
                            : new Setting.Plain(parts[2], origin));
        }
        return Settings.of(settings);
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        if (array == null) {
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (Object text : (Object[]) array.getArray()) {
            texts.add((String) text);
        }
        return texts;
    }
}
