package io.valence.adapters.rest.account;

import io.valence.domain.account.Organization;
import io.valence.domain.account.User;
import io.valence.domain.secret.Secret;

import tools.jackson.core.JsonGenerator;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * Organizations and users as JSON; the callers begin and end the objects, so that a secret can
 * stand in them.
 */
final class AccountJson {
    private AccountJson() {}

    static void writeMembers(JsonGenerator json, Organization organization) {
        json.writeNumberProperty("id", organization.id().value());
        json.writeStringProperty("name", organization.name());
        json.writeStringProperty("createdDate", seconds(organization.createdAt()));
        json.writeNumberProperty("accountId", organization.defaultAccount().value());
    }

    static void writeMembers(JsonGenerator json, User user) {
        json.writeNumberProperty("id", user.id().value());
        json.writeNumberProperty("organizationId", user.organization().value());
        json.writeNumberProperty("accountId", user.account().value());
        json.writeStringProperty("email", user.email());
        json.writeStringProperty("firstName", user.firstName());
        json.writeStringProperty("lastName", user.lastName());
        json.writeStringProperty("createdDate", seconds(user.createdAt()));
    }

    static void writeSecret(JsonGenerator json, Secret secret) {
        json.writeStringProperty("secret", secret.reveal());
    }

    private static String seconds(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment.truncatedTo(ChronoUnit.SECONDS));
    }
}
