package io.valence.adapters.rest.resource;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.adapters.rest.http.Json;
import io.valence.application.resource.Kind;
import io.valence.domain.resource.VendorObject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.core.JsonGenerator;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

class ObjectsJsonTest {
    private static final VendorObject LEADS =
            new VendorObject(
                    1,
                    "leads",
                    Optional.of("salesLeads"),
                    Optional.of("LeadId"),
                    List.of(
                            new VendorObject.Field(1, "LeadId", "integer", true, true),
                            new VendorObject.Field(2, "Rank", "string", false, false)));

    private static final VendorObject DEALS =
            new VendorObject(2, "deals", Optional.empty(), Optional.empty(), List.of());

    private static final Kind OWN = new Kind(LEADS, true, Map.of("LeadId", "id"));

    private static Kind vendors(VendorObject object) {
        return new Kind(object, false, Map.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Hydrogen", "Lithium"})
    void namesThem(String version) {
        assertThat(inVersion(version, vendors(LEADS))).isEqualTo("\"leads\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Helium", "helium"})
    void saysWhatTheVendorCallsThem(String version) {
        assertThat(inVersion(version, vendors(LEADS)))
                .isEqualTo(
                        "{\"name\":\"leads\",\"vendorName\":\"salesLeads\",\"type\":\"vendor\"}");
        assertThat(inVersion(version, vendors(DEALS)))
                .isEqualTo("{\"name\":\"deals\",\"vendorName\":\"deals\",\"type\":\"vendor\"}");
    }

    @Test
    void tellsTheApplicationsOwnFromTheVendors() {
        assertThat(inVersion("Helium", OWN))
                .isEqualTo(
                        "{\"name\":\"leads\",\"vendorName\":\"salesLeads\","
                                + "\"type\":\"ceCanonical\"}");
    }

    @Test
    void showsTheFieldsOfOne() {
        String written = written(json -> ObjectsJson.writeMetadata(json, vendors(LEADS)));

        assertThat(written)
                .isEqualTo(
                        """
                        {"fields":[{"type":"integer","vendorPath":"LeadId","vendorDisplayName":"LeadId",\
                        "vendorReadOnly":true,"vendorRequired":false,"primaryKey":true},\
                        {"type":"string","vendorPath":"Rank","vendorDisplayName":"Rank",\
                        "vendorReadOnly":false,"vendorRequired":false}]}\
                        """);
    }

    @Test
    void showsWhatTheApplicationCallsAField() {
        String written = written(json -> ObjectsJson.writeMetadata(json, OWN));

        assertThat(written)
                .contains("\"vendorPath\":\"LeadId\",\"path\":\"id\",")
                .contains("\"vendorPath\":\"Rank\",\"vendorDisplayName\"");
    }

    @Test
    void showsThatNothingIsKnown() {
        assertThat(written(json -> ObjectsJson.writeMetadata(json, vendors(DEALS))))
                .isEqualTo("{\"fields\":[]}");
    }

    private static String inVersion(String version, Kind kind) {
        Optional<String> header = Optional.of(version).filter(text -> !text.isEmpty());
        return written(json -> ObjectsJson.inVersion(header).write(json, kind));
    }

    private static String written(Consumer<JsonGenerator> writer) {
        return new String(Json.bytes(writer), StandardCharsets.UTF_8);
    }
}
