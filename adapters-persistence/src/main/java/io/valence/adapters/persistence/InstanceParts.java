package io.valence.adapters.persistence;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Secrets;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.Settings;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Tag;
import io.valence.domain.secret.Secret;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What hangs on an instance in tables of its own, written one batch for each table and none for
 * nothing.
 */
final class InstanceParts {
    private static final String FIND =
            """
            select (select array_agg(t.tag order by t.position)
                      from instance_tag t
                     where t.instance_id = i.id) as tags,
                   (select array_agg(s.entry_key || ' ' || s.origin || coalesce(' ' || s.entry_text, '')
                                     order by s.position)
                      from instance_setting s
                     where s.instance_id = i.id) as settings,
                   exists (select *
                             from instance_grant g
                            where g.instance_id = i.id) as has_grant
              from instance i
             where i.id = :instance
            """;

    private static final String ADD_SETTING =
            """
            insert into instance_setting (instance_id, position, entry_key, entry_text, origin)
            values (:instance, :position, :key, :text, :origin)
            """;

    private static final String ADD_SECRET =
            """
            insert into instance_secret (instance_id, entry_key, sealed, key_id)
            values (:instance, :key, :sealed, :keyId)
            """;

    private static final String ADD_TAG =
            """
            insert into instance_tag (instance_id, position, tag, organization_id)
            values (:instance, :position, :tag, :organization)
            """;

    private static final String REMOVE_SETTINGS =
            """
            delete from instance_setting
             where instance_id = :instance
            """;

    private static final String REMOVE_SECRETS =
            """
            delete from instance_secret
             where instance_id = :instance
               and entry_key = any(:keys)
            """;

    private static final String REMOVE_TAGS =
            """
            delete from instance_tag
             where instance_id = :instance
            """;

    private final Handle handle;
    private final InstanceId instance;
    private final OrganizationId organization;
    private final Sealing sealing;

    InstanceParts(Handle handle, Instance of, Sealing sealing) {
        this.handle = handle;
        this.instance = of.id();
        this.organization = of.owner().organization();
        this.sealing = sealing;
    }

    /** What there is beside the instance's own row. */
    record Stored(List<Tag> tags, Settings settings, boolean hasGrant) {}

    Stored stored() {
        return handle.createQuery(FIND)
                .bind("instance", instance.value())
                .map(
                        (row, _) ->
                                new Stored(
                                        InstanceRow.tags(row, 1),
                                        InstanceRow.settings(row, 2),
                                        row.getBoolean(3)))
                .one();
    }

    void addTags(List<Tag> tags) {
        PreparedBatch batch = handle.prepareBatch(ADD_TAG);
        for (int i = 0; i < tags.size(); i++) {
            batch.bind("instance", instance.value())
                    .bind("position", i)
                    .bind("tag", tags.get(i).text())
                    .bind("organization", organization.value())
                    .add();
        }
        execute(batch);
    }

    void replaceTags(List<Tag> tags) {
        handle.createUpdate(REMOVE_TAGS).bind("instance", instance.value()).execute();
        addTags(tags);
    }

    void addSettings(Settings settings) {
        PreparedBatch batch = handle.prepareBatch(ADD_SETTING);
        int position = 0;
        for (Map.Entry<ConfigurationKey, Setting> entry : settings.asMap().entrySet()) {
            batch.bind("instance", instance.value())
                    .bind("position", position++)
                    .bind("key", entry.getKey().value());
            switch (entry.getValue()) {
                case Setting.Plain(var text, var origin) ->
                        batch.bind("text", Statements.text(Optional.of(text)))
                                .bind("origin", origin.name());
                case Setting.Hidden(var origin) ->
                        batch.bind("text", Statements.text(Optional.empty()))
                                .bind("origin", origin.name());
                case Setting.Unset() ->
                        throw new IllegalArgumentException("what is unset is not stored");
            }
            batch.add();
        }
        execute(batch);
    }

    void replaceSettings(Settings settings) {
        handle.createUpdate(REMOVE_SETTINGS).bind("instance", instance.value()).execute();
        addSettings(settings);
    }

    void addSecrets(Secrets secrets) {
        PreparedBatch batch = handle.prepareBatch(ADD_SECRET);
        for (Map.Entry<ConfigurationKey, Secret> entry : secrets.asMap().entrySet()) {
            Binding binding = Binding.ofSecret(organization, instance, entry.getKey());
            batch.bind("instance", instance.value())
                    .bind("key", entry.getKey().value())
                    .bind("sealed", sealing.seal(entry.getValue(), binding))
                    .bind("keyId", sealing.keyId())
                    .add();
        }
        execute(batch);
    }

    void removeSecrets(Set<ConfigurationKey> keys) {
        List<String> names = names(keys);
        if (!names.isEmpty()) {
            handle.createUpdate(REMOVE_SECRETS)
                    .bind("instance", instance.value())
                    .bindArray("keys", String.class, names)
                    .execute();
        }
    }

    private static List<String> names(Collection<ConfigurationKey> keys) {
        return keys.stream().map(ConfigurationKey::value).sorted().toList();
    }

    private static void execute(PreparedBatch batch) {
        if (batch.size() > 0) {
            batch.execute();
        }
    }
}
