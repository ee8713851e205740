package io.valence.adapters.persistence;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.instance.InstanceId;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Where a sealed text belongs; it opens nowhere else. */
record Binding(String kind, OrganizationId organization, InstanceId instance, String key) {
    static Binding ofSecret(
            OrganizationId organization, InstanceId instance, ConfigurationKey key) {
        return new Binding("secret", organization, instance, key.value());
    }

    static Binding ofToken(OrganizationId organization, InstanceId instance) {
        return new Binding("token", organization, instance, "");
    }

    /** The bytes that bind a sealed text to where it belongs: no two bindings share them. */
    byte[] bytes() {
        byte[] kindBytes = kind.getBytes(StandardCharsets.UTF_8);
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + kindBytes.length + 2 * Long.BYTES + keyBytes.length)
                .put((byte) kindBytes.length)
                .put(kindBytes)
                .putLong(organization.value())
                .putLong(instance.value())
                .put(keyBytes)
                .array();
    }
}
