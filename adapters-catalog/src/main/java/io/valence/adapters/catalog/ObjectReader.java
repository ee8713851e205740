package io.valence.adapters.catalog;

import io.valence.domain.resource.VendorObject;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The reader of {@code objects}: the kinds of records that the vendor keeps. */
final class ObjectReader {
    /** What the hosted platform writes beside an object, and nothing here depends on. */
    private static final List<String> BESIDE_OBJECTS =
            List.of(
                    "elementId",
                    "ownerAccountId",
                    "createdDate",
                    "updatedDate",
                    "createdDateName",
                    "createdDateFormat",
                    "updatedDateName",
                    "updatedDateFormat",
                    "queryDateName",
                    "queryDateFormat",
                    "queryDateOperator",
                    "bulkDownloadEnabled",
                    "bulkUploadEnabled",
                    "eventsEnabled",
                    "nativeBulkUpload",
                    "nativeBulkDownload",
                    "metadataDiscovery",
                    "operationsSupported",
                    "vendorEventTypes",
                    "searchConfiguration");

    /** The same for a field. */
    private static final List<String> BESIDE_FIELDS =
            List.of(
                    "objectId",
                    "ownerAccountId",
                    "createdDate",
                    "updatedDate",
                    "format",
                    "hidden",
                    "required",
                    "reference",
                    "referenceObjectId");

    private static final Set<String> TYPES =
            Set.of("string", "integer", "number", "boolean", "date", "object", "array");

    private final Source source;
    private final Findings findings;
    private final Set<Long> ids = new HashSet<>();
    private final Set<String> names = new HashSet<>();
    private final Set<Long> fieldIds = new HashSet<>();

    ObjectReader(Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /** The objects that nothing is wrong with, in the order of the file. */
    List<VendorObject> all(Members element) {
        List<VendorObject> objects = new ArrayList<>();
        List<JsonNode> items = element.list("objects");
        for (int i = 0; i < items.size(); i++) {
            Spot spot = element.spot("objects").item(i);
            Optional<Members> members = Members.asObject(items.get(i), spot, findings);
            members.flatMap(this::read).ifPresent(objects::add);
            members.ifPresent(inner -> source.report(inner, findings));
        }
        return objects;
    }

    private Optional<VendorObject> read(Members members) {
        BESIDE_OBJECTS.forEach(members::isAbsent);
        int problemsBefore = findings.problems().size();
        Optional<Long> id = members.number("id", Members.MOST);
        Optional<String> name = members.text("name");
        refuseTwice(id, ids, members.spot("id"), "another object has this number");
        refuseTwice(name, names, members.spot("name"), "another object has this name");
        Optional<String> vendorName = members.optionalText("vendorName");
        Optional<String> primaryKey = members.optionalText("primaryKeyName");
        List<VendorObject.Field> fields = fields(members);
        return findings.problems().size() > problemsBefore
                ? Optional.empty()
                : Optional.of(
                        new VendorObject(
                                id.orElseThrow(),
                                name.orElseThrow(),
                                vendorName,
                                primaryKey,
                                fields));
    }

    private List<VendorObject.Field> fields(Members object) {
        List<VendorObject.Field> fields = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        List<JsonNode> items = object.list("fields");
        for (int i = 0; i < items.size(); i++) {
            Spot spot = object.spot("fields").item(i);
            Optional<Members> members = Members.asObject(items.get(i), spot, findings);
            members.flatMap(inner -> field(inner, taken)).ifPresent(fields::add);
            members.ifPresent(inner -> source.report(inner, findings));
        }
        return fields;
    }

    private Optional<VendorObject.Field> field(Members members, Set<String> taken) {
        BESIDE_FIELDS.forEach(members::isAbsent);
        int problemsBefore = findings.problems().size();
        Optional<Long> id = members.number("id", Members.MOST);
        Optional<String> name = members.text("name");
        refuseTwice(id, fieldIds, members.spot("id"), "another field has this number");
        refuseTwice(name, taken, members.spot("name"), "another field has this name");
        Optional<String> type = members.text("type");
        boolean primaryKey = members.flag("primaryKey", false);
        boolean readOnly = members.flag("readOnly", false);
        if (findings.problems().size() > problemsBefore) {
            return Optional.empty();
        }
        if (!TYPES.contains(type.orElseThrow())) {
            source.passOver(
                    members.spot("type"),
                    "a field of " + Findings.quoted(type.get()) + " is not read in this version",
                    findings);
            return Optional.empty();
        }
        return Optional.of(
                new VendorObject.Field(
                        id.orElseThrow(), name.orElseThrow(), type.get(), primaryKey, readOnly));
    }

    private <T> void refuseTwice(Optional<T> value, Set<T> taken, Spot spot, String sentence) {
        if (value.isPresent() && !taken.add(value.get())) {
            findings.problem(spot, sentence);
        }
    }
}
