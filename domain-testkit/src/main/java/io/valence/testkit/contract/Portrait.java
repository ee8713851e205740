package io.valence.testkit.contract;

import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Setting;
import io.valence.domain.element.ElementId;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.InstanceToken;
import io.valence.domain.instance.Owner;
import io.valence.domain.instance.Preferences;
import io.valence.domain.instance.Tag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything that can be seen of an instance but its version; settings in their order. */
record Portrait(
        InstanceId id,
        Owner owner,
        Instant createdAt,
        InstanceToken token,
        ElementId element,
        InstanceName name,
        List<Tag> tags,
        List<Map.Entry<ConfigurationKey, Setting>> settings,
        Preferences preferences,
        Optional<Instant> disabledSince,
        Authorization authorization) {
    static Portrait of(Instance instance) {
        return new Portrait(
                instance.id(),
                instance.owner(),
                instance.createdAt(),
                instance.token(),
                instance.element(),
                instance.name(),
                instance.tags(),
                new ArrayList<>(instance.settings().asMap().entrySet()),
                instance.preferences(),
                instance.disabledSince(),
                instance.authorization());
    }
}
