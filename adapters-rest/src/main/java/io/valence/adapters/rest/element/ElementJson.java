package io.valence.adapters.rest.element;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.Format;
import io.valence.domain.configuration.Presentation;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.element.Element;
import io.valence.domain.element.Trait;

import tools.jackson.core.JsonGenerator;

import java.util.List;

/** An element as JSON: the shape that element files have too. */
public final class ElementJson {
    private static final List<Trait> BEFORE_RESOURCES =
            List.of(Trait.ACTIVE, Trait.DELETED, Trait.TYPE_OAUTH, Trait.TRIAL_ACCOUNT);

    private ElementJson() {}

    /** The element with all its entries. */
    static void writeFull(JsonGenerator json, Element element) {
        json.writeStartObject();
        writeSummary(json, element);
        writeTraits(json, element);
        json.writeName("configuration");
        writeEntries(json, element);
        ResourceJson.writeParameters(json, element.parameters());
        writeEmpty(json, "hooks");
        ResourceJson.writeResources(json, element);
        ObjectJson.writeObjects(json, element);
        writeEmpty(json, "models");
        writeOwn(json, element);
        json.writeEndObject();
    }

    /** What the hosted platform's shape has no place for, so that an answer is a whole file. */
    private static void writeOwn(JsonGenerator json, Element element) {
        json.writeName("valence");
        json.writeStartObject();
        json.writeName("aliases");
        json.writeStartArray();
        element.aliases().stream().sorted().forEach(id -> json.writeNumber(id.value()));
        json.writeEndArray();
        json.writeName("formats");
        json.writeStartObject();
        for (ConfigurationEntry entry : element.schema().entries()) {
            if (entry.format() != Format.ANY) {
                json.writeStringProperty(entry.key().value(), entry.format().wireName());
            }
        }
        json.writeEndObject();
        json.writeName("secrets");
        json.writeStartArray();
        for (ConfigurationEntry entry : element.schema().entries()) {
            if (entry.markedSecret()) {
                json.writeString(entry.key().value());
            }
        }
        json.writeEndArray();
        if (element.scheme() instanceof AuthenticationScheme.OAuth2(var grant, var pkce)) {
            json.writeName("oauth");
            json.writeStartObject();
            json.writeStringProperty("grant", grant.wireName());
            json.writeBooleanProperty("pkce", pkce);
            json.writeEndObject();
        }
        if (element.check().isPresent()) {
            json.writeName("check");
            json.writeStartObject();
            json.writeStringProperty("path", element.check().get().path());
            json.writeBooleanProperty("provisioning", element.check().get().beforeStoring());
            json.writeEndObject();
        }
        element.api().dialect().ifPresent(dialect -> DialectJson.write(json, dialect));
        json.writeEndObject();
    }

    /** The element without its entries. */
    static void writeAbridged(JsonGenerator json, Element element) {
        json.writeStartObject();
        writeSummary(json, element);
        writeTraits(json, element);
        json.writeEndObject();
    }

    /** The element as it stands inside an instance. */
    public static void writeEmbedded(JsonGenerator json, Element element) {
        json.writeName("element");
        json.writeStartObject();
        writeSummary(json, element);
        writeEmpty(json, "resources");
        json.writeBooleanProperty(Trait.PRIVATE.wireName(), element.is(Trait.PRIVATE));
        json.writeEndObject();
    }

    private static void writeSummary(JsonGenerator json, Element element) {
        json.writeNumberProperty("id", element.id().value());
        json.writeStringProperty("name", element.name());
        json.writeStringProperty("key", element.key().value());
        json.writeStringProperty("description", element.description());
        json.writeStringProperty("image", element.image());
        json.writeStringProperty("logo", element.logo());
        for (Trait trait : BEFORE_RESOURCES) {
            json.writeBooleanProperty(trait.wireName(), element.is(trait));
        }
        json.writeStringProperty("hub", element.hub());
        json.writeStringProperty("protocolType", element.protocol());
        json.writeName("authentication");
        json.writeStartObject();
        json.writeStringProperty("type", element.scheme().name());
        json.writeEndObject();
    }

    private static void writeTraits(JsonGenerator json, Element element) {
        for (Trait trait : Trait.values()) {
            if (!BEFORE_RESOURCES.contains(trait)) {
                json.writeBooleanProperty(trait.wireName(), element.is(trait));
            }
        }
    }

    private static void writeEmpty(JsonGenerator json, String part) {
        json.writeName(part);
        json.writeStartArray();
        json.writeEndArray();
    }

    /** The array of the element's entries. */
    static void writeEntries(JsonGenerator json, Element element) {
        json.writeStartArray();
        for (ConfigurationEntry entry : element.schema().entries()) {
            json.writeStartObject();
            writeEntry(json, entry);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** The members of an entry; a default of a secret one is not shown. */
    public static void writeEntry(JsonGenerator json, ConfigurationEntry entry) {
        Presentation shown = entry.presentation();
        json.writeNumberProperty("id", entry.id().value());
        json.writeStringProperty("name", entry.name());
        json.writeStringProperty("key", entry.key().value());
        json.writeStringProperty("description", entry.description());
        json.writeStringProperty("type", entry.type().name());
        if (entry.defaultValue().isPresent() && !entry.isSecret()) {
            json.writeStringProperty("defaultValue", entry.defaultValue().get());
        }
        json.writeBooleanProperty("resellerConfig", shown.resellerConfig());
        json.writeBooleanProperty("companyConfig", shown.companyConfig());
        json.writeBooleanProperty("active", entry.active());
        json.writeBooleanProperty("internal", shown.internal());
        json.writeBooleanProperty("groupControl", shown.groupControl());
        json.writeNumberProperty("displayOrder", shown.displayOrder());
        json.writeBooleanProperty("hideFromConsole", shown.hiddenFromConsole());
        json.writeBooleanProperty("required", entry.required());
        shown.ownedByAccount().ifPresent(own -> json.writeBooleanProperty("isPrivate", own));
        if (entry.type() instanceof ValueType.Choice(List<String> options)) {
            json.writeName("options");
            json.writeStartArray();
            options.forEach(json::writeString);
            json.writeEndArray();
        }
        shown.screenType().ifPresent(type -> json.writeStringProperty("configScreenType", type));
    }
}
