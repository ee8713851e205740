package io.valence.adapters.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.Format;
import io.valence.domain.configuration.Presentation;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.element.CheckCall;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.Trait;
import io.valence.domain.query.Dialect;
import io.valence.domain.resource.Manner;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Resource;
import io.valence.domain.resource.VendorObject;

import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a file says can be said again from the element that was read from it. */
class ElementKeepsItsFileTest {
    private static final Path CATALOG = Path.of("src/main/resources/catalog");

    private final JsonMapper json = new JsonMapper();
    private final ShippedElements elements = ShippedElements.load();

    @Test
    void nothingOfAShippedFileIsLost() throws IOException {
        for (String name : List.of("oraclesalescloud.json", "sapanywhere.json")) {
            JsonNode file = json.readTree(Files.readAllBytes(CATALOG.resolve(name)));

            Element element =
                    elements.get(new ElementId(file.path("id").longValue())).orElseThrow();

            assertThat(written(element)).isEqualTo(file);
        }
    }

    @Test
    void theIndexNamesEveryElementFile() throws IOException {
        JsonNode index = json.readTree(Files.readAllBytes(CATALOG.resolve("index.json")));

        try (var files = Files.list(CATALOG)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .filteredOn(name -> !name.equals("index.json") && !name.equals("hubs.json"))
                    .containsExactlyInAnyOrderElementsOf(
                            index.valueStream().map(JsonNode::stringValue).toList());
        }
    }

    private ObjectNode written(Element element) {
        ObjectNode object = json.createObjectNode();
        object.put("id", Math.toIntExact(element.id().value()));
        object.put("name", element.name());
        object.put("key", element.key().value());
        object.put("description", element.description());
        object.put("image", element.image());
        object.put("logo", element.logo());
        object.put("hub", element.hub());
        object.putObject("authentication").put("type", element.scheme().name());
        object.put("protocolType", element.protocol());
        for (Trait trait : Trait.values()) {
            object.put(trait.wireName(), element.is(trait));
        }
        ArrayNode configuration = object.putArray("configuration");
        element.schema().entries().forEach(entry -> configuration.add(written(entry)));
        ArrayNode parameters = object.putArray("parameters");
        element.parameters().forEach(parameter -> parameters.add(written(parameter)));
        List.of("hooks", "models").forEach(object::putArray);
        ArrayNode resources = object.putArray("resources");
        for (Resource resource : element.api().resources().all()) {
            resources.add(written(element, resource));
        }
        ArrayNode objects = object.putArray("objects");
        element.api().objects().forEach(kind -> objects.add(written(kind)));
        ObjectNode valence = object.putObject("valence");
        if (!element.aliases().isEmpty()) {
            ArrayNode aliases = valence.putArray("aliases");
            element.aliases().forEach(alias -> aliases.add(Math.toIntExact(alias.value())));
        }
        ObjectNode formats = valence.putObject("formats");
        ArrayNode secrets = valence.putArray("secrets");
        for (ConfigurationEntry entry : element.schema().entries()) {
            if (entry.format() != Format.ANY) {
                formats.put(entry.key().value(), entry.format().wireName());
            }
            if (entry.markedSecret()) {
                secrets.add(entry.key().value());
            }
        }
        if (element.scheme() instanceof AuthenticationScheme.OAuth2 oauth) {
            ObjectNode spoken = valence.putObject("oauth");
            spoken.put("grant", oauth.grant().wireName());
            spoken.put("pkce", oauth.pkce());
        }
        element.check().ifPresent(check -> write(check, valence.putObject("check")));
        element.api().dialect().ifPresent(dialect -> write(dialect, valence.putObject("query")));
        return object;
    }

    private static void write(CheckCall check, ObjectNode call) {
        call.put("path", check.path());
        if (!check.beforeStoring()) {
            call.put("provisioning", false);
        }
    }

    private static void write(Dialect dialect, ObjectNode query) {
        ObjectNode words = query.putObject("words");
        dialect.words().forEach((word, phrase) -> words.put(word.written(), phrase.text()));
        query.put("enclosed", dialect.encloses());
        query.put("groups", dialect.groups());
        dialect.wildcards()
                .ifPresent(
                        wildcards -> {
                            ObjectNode signs = query.putObject("wildcards");
                            signs.put("any", String.valueOf(wildcards.any()));
                            signs.put("others", wildcards.others());
                            wildcards.escape().ifPresent(c -> signs.put("escape", c.toString()));
                        });
        ObjectNode literals = query.putObject("literals");
        literals.put("quote", String.valueOf(dialect.literals().quote()));
        literals.put("escape", String.valueOf(dialect.literals().escape()));
        dialect.literals().numbers().ifPresent(n -> literals.put("numbers", n.wireName()));
        dialect.literals().booleans().ifPresent(n -> literals.put("booleans", n.wireName()));
        dialect.literals().dates().ifPresent(n -> literals.put("dates", n.wireName()));
        ObjectNode names = query.putObject("names");
        names.put("further", dialect.naming().further());
        dialect.naming().path().ifPresent(joint -> names.put("path", joint.toString()));
        dialect.sorting()
                .ifPresent(
                        sorting -> {
                            ObjectNode order = query.putObject("order");
                            sorting.ascending().ifPresent(p -> order.put("ascending", p.text()));
                            sorting.descending().ifPresent(p -> order.put("descending", p.text()));
                            sorting.separator().ifPresent(p -> order.put("separator", p.text()));
                        });
    }

    private ObjectNode written(Parameter parameter) {
        ObjectNode object = json.createObjectNode();
        object.put("id", Math.toIntExact(parameter.id()));
        object.put("name", parameter.name());
        object.put("type", parameter.source().wireName());
        object.put("vendorName", parameter.vendorName());
        object.put("vendorType", parameter.destination().wireName());
        if (parameter.required()) {
            object.put("required", true);
        }
        parameter.description().ifPresent(text -> object.put("description", text));
        return object;
    }

    private ObjectNode written(Element element, Resource resource) {
        ObjectNode object = json.createObjectNode();
        object.put("id", Math.toIntExact(resource.id()));
        object.put("method", resource.method());
        object.put("path", "/hubs/" + element.hub() + resource.path());
        object.put("vendorMethod", resource.vendorMethod());
        object.put("vendorPath", resource.vendorPath().toString());
        object.put("description", resource.description());
        object.put("type", resource.kind().wireName());
        object.put("paginationType", resource.pagination().name());
        resource.rootKey().ifPresent(key -> object.put("rootKey", key.toString()));
        resource.nextPageKey().ifPresent(key -> object.put("nextPageKey", key.toString()));
        resource.objectName().ifPresent(name -> object.put("objectName", name));
        ArrayNode parameters = object.putArray("parameters");
        resource.parameters().forEach(parameter -> parameters.add(written(parameter)));
        if (!resource.manner().equals(Manner.ORDINARY)) {
            object.set("valence", written(resource.manner()));
        }
        return object;
    }

    private ObjectNode written(Manner manner) {
        ObjectNode object = json.createObjectNode();
        manner.paging().ifPresent(style -> object.put("paging", style.wireName()));
        manner.total().ifPresent(path -> object.put("total", path.toString()));
        manner.more().ifPresent(path -> object.put("more", path.toString()));
        manner.idField().ifPresent(name -> object.put("idField", name));
        if (manner.filteredHere()) {
            object.put("filteredHere", true);
        }
        if (manner.content() != Manner.Answered.RECORDS) {
            object.put("answer", manner.content().wireName());
        }
        return object;
    }

    private ObjectNode written(VendorObject kind) {
        ObjectNode object = json.createObjectNode();
        object.put("id", Math.toIntExact(kind.id()));
        object.put("name", kind.name());
        kind.vendorName().ifPresent(name -> object.put("vendorName", name));
        kind.primaryKey().ifPresent(name -> object.put("primaryKeyName", name));
        ArrayNode fields = object.putArray("fields");
        for (VendorObject.Field field : kind.fields()) {
            ObjectNode each = fields.addObject();
            each.put("id", Math.toIntExact(field.id()));
            each.put("name", field.name());
            each.put("type", field.type());
            if (field.primaryKey()) {
                each.put("primaryKey", true);
            }
            if (field.readOnly()) {
                each.put("readOnly", true);
            }
        }
        return object;
    }

    private ObjectNode written(ConfigurationEntry entry) {
        Presentation presentation = entry.presentation();
        ObjectNode object = json.createObjectNode();
        object.put("id", Math.toIntExact(entry.id().value()));
        object.put("name", entry.name());
        object.put("key", entry.key().value());
        object.put("description", entry.description());
        object.put("type", entry.type().name());
        if (entry.type() instanceof ValueType.Choice choice) {
            choice.options().forEach(object.putArray("options")::add);
        }
        entry.defaultValue().ifPresent(text -> object.put("defaultValue", text));
        object.put("resellerConfig", presentation.resellerConfig());
        object.put("companyConfig", presentation.companyConfig());
        object.put("active", entry.active());
        object.put("internal", presentation.internal());
        object.put("groupControl", presentation.groupControl());
        object.put("displayOrder", presentation.displayOrder());
        object.put("hideFromConsole", presentation.hiddenFromConsole());
        object.put("required", entry.required());
        presentation.ownedByAccount().ifPresent(own -> object.put("isPrivate", own));
        presentation.screenType().ifPresent(type -> object.put("configScreenType", type));
        return object;
    }
}
