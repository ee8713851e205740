package io.valence.adapters.persistence;

import io.valence.domain.account.AccountId;
import io.valence.domain.account.OrganizationId;
import io.valence.domain.account.UserId;
import io.valence.domain.authorization.Tokens;
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
import io.valence.domain.instance.RenamedObject;
import io.valence.domain.instance.Tag;
import io.valence.domain.secret.Secret;

import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A row that holds a whole instance, with its token opened. */
final class InstanceRow implements RowMapper<Instance> {
    // The columns of InstanceSql by their places: by their names H2 would index them anew for every
    // row that is read.
    private static final int ID = 1;
    private static final int ORGANIZATION_ID = 2;
    private static final int ACCOUNT_ID = 3;
    private static final int USER_ID = 4;
    private static final int EMAIL = 5;
    private static final int FIRST_NAME = 6;
    private static final int LAST_NAME = 7;
    private static final int ELEMENT_ID = 8;
    private static final int NAME = 9;
    private static final int TOKEN_SEALED = 10;
    private static final int TRACE_LOGGING = 11;
    private static final int CACHING = 12;
    private static final int CACHE_TIME_TO_LIVE = 13;
    private static final int MAX_CACHE_SIZE = 14;
    private static final int EXTERNAL_AUTHENTICATION = 15;
    private static final int CREATED_AT = 16;
    private static final int DISABLED_SINCE = 17;
    private static final int BROKEN_SINCE = 18;
    private static final int BROKEN_REASON = 19;
    private static final int VERSION = 20;
    private static final int TAGS = 21;
    private static final int SETTINGS = 22;
    private static final int GRANT_HAS_REFRESH = 23;
    private static final int GRANT_OBTAINED_AT = 24;
    private static final int GRANT_EXPIRES_AT = 25;

    /** How many columns there are; what else a statement reads stands after them. */
    static final int COLUMNS = 25;

    /** Only where an instance is shown as a whole. */
    private static final int RENAMED = 26;

    /** In the place of what need not be opened to be shown as hidden. */
    private static final Secret SEALED = Secret.of("sealed");

    private final Sealing sealing;

    InstanceRow(Sealing sealing) {
        this.sealing = sealing;
    }

    @Override
    public Instance map(ResultSet row, StatementContext context) throws SQLException {
        return shown(row);
    }

    /** With what its application renames. */
    Instance shown(ResultSet row) throws SQLException {
        List<RenamedObject> renamed = new ArrayList<>();
        for (String line : texts(row, RENAMED)) {
            int tab = line.indexOf('\t');
            renamed.add(new RenamedObject(line.substring(0, tab), line.substring(tab + 1)));
        }
        // Here and not by the database, of which each has an order of its own.
        renamed.sort(Comparator.comparing(RenamedObject::name));
        return instance(row).renaming(renamed);
    }

    Instance instance(ResultSet row) throws SQLException {
        InstanceId id = new InstanceId(row.getLong(ID));
        Owner owner = owner(row);
        return Instance.restore(
                id,
                owner,
                Statements.momentIn(row, CREATED_AT).orElseThrow(),
                new InstanceToken(
                        sealing.open(
                                row.getBytes(TOKEN_SEALED),
                                Binding.ofToken(owner.organization(), id))),
                row.getLong(VERSION),
                new ElementId(row.getLong(ELEMENT_ID)),
                new InstanceName(row.getString(NAME)),
                tags(row, TAGS),
                settings(row),
                preferences(row),
                Statements.momentIn(row, DISABLED_SINCE),
                authorization(row));
    }

    private static Owner owner(ResultSet row) throws SQLException {
        return new Owner(
                new UserId(row.getLong(USER_ID)),
                new AccountId(row.getLong(ACCOUNT_ID)),
                new OrganizationId(row.getLong(ORGANIZATION_ID)),
                row.getString(EMAIL),
                row.getString(FIRST_NAME),
                row.getString(LAST_NAME));
    }

    private static Preferences preferences(ResultSet row) throws SQLException {
        return new Preferences(
                row.getBoolean(TRACE_LOGGING),
                row.getBoolean(CACHING),
                row.getInt(CACHE_TIME_TO_LIVE),
                row.getInt(MAX_CACHE_SIZE),
                ExternalAuthentication.valueOf(row.getString(EXTERNAL_AUTHENTICATION)));
    }

    private static Authorization authorization(ResultSet row) throws SQLException {
        Optional<Instant> since = Statements.momentIn(row, BROKEN_SINCE);
        return since.isPresent()
                ? new Authorization.Broken(row.getString(BROKEN_REASON), since.get())
                : new Authorization.Sound();
    }

    static List<Tag> tags(ResultSet row, int column) throws SQLException {
        List<Tag> tags = new ArrayList<>();
        for (String tag : texts(row, column)) {
            tags.add(new Tag(tag));
        }
        return tags;
    }

    /** Its own settings, and in a grant's case the ones that show the tokens. */
    private static Settings settings(ResultSet row) throws SQLException {
        Settings own = settings(row, SETTINGS);
        Optional<Instant> obtainedAt = Statements.momentIn(row, GRANT_OBTAINED_AT);
        if (obtainedAt.isEmpty()) {
            return own;
        }
        Tokens tokens =
                new Tokens(
                        SEALED,
                        row.getBoolean(GRANT_HAS_REFRESH) ? Optional.of(SEALED) : Optional.empty(),
                        obtainedAt.get(),
                        Statements.momentIn(row, GRANT_EXPIRES_AT));
        Map<ConfigurationKey, Setting> all = new LinkedHashMap<>(own.asMap());
        all.putAll(tokens.shown());
        return Settings.of(all);
    }

    /** Key, origin and text; without the text it is a secret, which is held elsewhere. */
    static Settings settings(ResultSet row, int column) throws SQLException {
        Map<ConfigurationKey, Setting> settings = new LinkedHashMap<>();
        for (String setting : texts(row, column)) {
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

    private static List<String> texts(ResultSet row, int column) throws SQLException {
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
