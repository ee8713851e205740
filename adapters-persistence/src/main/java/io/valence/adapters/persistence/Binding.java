package io.valence.adapters.persistence;

import io.valence.domain.account.OrganizationId;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.secret.Fingerprint;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Where a sealed text belongs; it opens nowhere else.
 *
 * @param organization 0 for what belongs to none
 * @param instance 0 for what belongs to none
 */
record Binding(String kind, long organization, long instance, String key) {
    static Binding ofSecret(
            OrganizationId organization, InstanceId instance, ConfigurationKey key) {
        return new Binding("secret", organization.value(), instance.value(), key.value());
    }

    static Binding ofToken(OrganizationId organization, InstanceId instance) {
        return new Binding("token", organization.value(), instance.value(), "");
    }

    /** A part of an instance's grant; {@link #at} says which. */
    static Binding ofGrant(OrganizationId organization, InstanceId instance) {
        return new Binding("grant", organization.value(), instance.value(), "");
    }

    /** A part of what is to be given back; {@link #at} says which. */
    static Binding ofGiveBack(long organization, long instance) {
        return new Binding("give-back", organization, instance, "");
    }

    /** A trace; {@link #at} says which part of it. Numbers of instances are never used again. */
    static Binding ofTrace(InstanceId instance) {
        return new Binding("trace", 0, instance.value(), "");
    }

    /** The proof key of this question. */
    static Binding ofVerifier(Fingerprint question) {
        return new Binding("verifier", 0, 0, question.hex());
    }

    /** What is handed out for this purpose, to be handed back. */
    static Binding ofHandout(String purpose) {
        return new Binding("handout", 0, 0, purpose);
    }

    Binding at(String part) {
        return new Binding(kind, organization, instance, part);
    }

    /** The bytes that bind a sealed text to where it belongs: no two bindings share them. */
    byte[] bytes() {
        byte[] kindBytes = kind.getBytes(StandardCharsets.UTF_8);
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(1 + kindBytes.length + 2 * Long.BYTES + keyBytes.length)
                .put((byte) kindBytes.length)
                .put(kindBytes)
                .putLong(organization)
                .putLong(instance)
                .put(keyBytes)
                .array();
    }
}
