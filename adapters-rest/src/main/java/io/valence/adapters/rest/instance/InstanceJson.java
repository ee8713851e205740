package io.valence.adapters.rest.instance;

import io.valence.adapters.rest.element.ElementJson;
import io.valence.adapters.rest.http.ErrorBody;
import io.valence.application.instance.ConnectedInstance;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Notice;
import io.valence.domain.configuration.ResolvedConfiguration;
import io.valence.domain.configuration.Setting;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.Owner;
import io.valence.domain.instance.RenamedObject;

import tools.jackson.core.JsonGenerator;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** An instance as JSON, in the order of the hosted platform's documents. */
final class InstanceJson {
    private static final ConfigurationKey EVENTS =
            new ConfigurationKey("event.notification.enabled");
    private static final ConfigurationKey CALLBACK =
            new ConfigurationKey("event.notification.callback.url");

    private InstanceJson() {}

    static void write(JsonGenerator json, ConnectedInstance connected, List<Notice> notices) {
        write(json, connected, notices, true);
    }

    static void writeListed(JsonGenerator json, ConnectedInstance connected, boolean hydrated) {
        write(json, connected, List.of(), hydrated);
    }

    private static void write(
            JsonGenerator json,
            ConnectedInstance connected,
            List<Notice> notices,
            boolean withConfiguration) {
        Instance instance = connected.instance();
        ResolvedConfiguration configuration = connected.configuration();
        json.writeStartObject();
        json.writeNumberProperty("id", instance.id().value());
        json.writeStringProperty("name", instance.name().text());
        json.writeStringProperty("createdDate", seconds(instance.createdAt()));
        json.writeStringProperty("token", instance.token().secret().reveal());
        ElementJson.writeEmbedded(json, connected.element());
        json.writeNumberProperty("elementId", instance.element().value());
        json.writeName("tags");
        json.writeStartArray();
        instance.tags().forEach(tag -> json.writeString(tag.text()));
        json.writeEndArray();
        json.writeName("provisionInteractions");
        json.writeStartArray();
        json.writeEndArray();
        json.writeBooleanProperty("valid", instance.authorization() instanceof Authorization.Sound);
        json.writeBooleanProperty("disabled", instance.disabledSince().isPresent());
        json.writeNumberProperty("maxCacheSize", instance.preferences().maxCacheSize());
        json.writeNumberProperty("cacheTimeToLive", instance.preferences().cacheTimeToLive());
        if (withConfiguration) {
            json.writeName("configuration");
            writeSettings(json, configuration);
        }
        json.writeBooleanProperty(
                "eventsEnabled", configuration.text(EVENTS).equals(Optional.of("true")));
        configuration
                .text(CALLBACK)
                .ifPresent(url -> json.writeStringProperty("eventsNotificationCallbackUrl", url));
        json.writeBooleanProperty(
                "traceLoggingEnabled", instance.preferences().traceLoggingEnabled());
        json.writeBooleanProperty("cachingEnabled", instance.preferences().cachingEnabled());
        json.writeStringProperty(
                "externalAuthentication",
                instance.preferences().externalAuthentication().wireName());
        writeOwner(json, instance.owner());
        if (!instance.renamed().isEmpty()) {
            writeRenamed(json, instance.renamed());
        }
        if (!notices.isEmpty()) {
            ErrorBody.writeNotices(json, notices);
        }
        json.writeEndObject();
    }

    private static void writeOwner(JsonGenerator json, Owner owner) {
        json.writeName("user");
        json.writeStartObject();
        json.writeNumberProperty("id", owner.user().value());
        json.writeStringProperty("emailAddress", owner.email());
        json.writeStringProperty("firstName", owner.firstName());
        json.writeStringProperty("lastName", owner.lastName());
        json.writeEndObject();
    }

    private static void writeRenamed(JsonGenerator json, List<RenamedObject> renamed) {
        json.writeName("transformationData");
        json.writeStartArray();
        for (RenamedObject object : renamed) {
            json.writeStartObject();
            json.writeStringProperty("objectName", object.name());
            json.writeStringProperty("vendorName", object.vendorName());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** Every setting by its key: text, the mask, or null. */
    static void writeSettings(JsonGenerator json, ResolvedConfiguration configuration) {
        json.writeStartObject();
        configuration.forEach((entry, setting) -> writeShown(json, entry.key().value(), setting));
        json.writeEndObject();
    }

    /** An entry with what it is set to. */
    static void writeEntry(JsonGenerator json, ConfigurationEntry entry, Setting setting) {
        json.writeStartObject();
        ElementJson.writeEntry(json, entry);
        writeShown(json, "propertyValue", setting);
        json.writeEndObject();
    }

    private static void writeShown(JsonGenerator json, String member, Setting setting) {
        Optional<String> shown = setting.shown();
        if (shown.isPresent()) {
            json.writeStringProperty(member, shown.get());
        } else {
            json.writeNullProperty(member);
        }
    }

    private static String seconds(Instant moment) {
        return DateTimeFormatter.ISO_INSTANT.format(moment.truncatedTo(ChronoUnit.SECONDS));
    }
}
