package io.valence.adapters.rest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;

class RouteTableTest {
    private final RouteTable table =
            table(
                    "/elements",
                    "/elements/keys",
                    "/elements/{keyOrId}",
                    "/elements/{keyOrId}/instances/{id}",
                    "/instances/enabled",
                    "/instances/{id}",
                    "/instances/{id}/enabled",
                    "/instances/{id}/configuration",
                    "/instances/configuration/{configurationId}");

    private static RouteTable table(String... templates) {
        return new RouteTable(
                List.of(templates).stream()
                        .map(template -> Route.get(template, call -> Answer.done()))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "/elements,/elements",
        "/elements/keys,/elements/keys",
        "/elements/key,/elements/{keyOrId}",
        "/elements/keys/instances/7,/elements/{keyOrId}/instances/{id}",
        "/instances/enabled,/instances/enabled",
        "/instances/7,/instances/{id}",
        "/instances/enabled/enabled,/instances/{id}/enabled",
        "/instances/configuration/configuration,/instances/configuration/{configurationId}",
        "/instances/configuration/enabled,/instances/configuration/{configurationId}",
        "/instances/enabled/configuration,/instances/{id}/configuration"
    })
    void putsAWordBeforeAVariable(String path, String template) {
        var found = table.find(path).orElseThrow();

        assertThat(found.route("GET").orElseThrow().template()).isEqualTo(template);
    }

    @Test
    void namesWhatStandsForTheVariables() {
        assertThat(table.find("/elements/a%20b/instances/7").orElseThrow().variables())
                .isEqualTo(Map.of("keyOrId", "a%20b", "id", "7"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/nothing", "/elements/", "/elements/x/y", "/elements/x/instances//"})
    void findsNothingElsewhere(String path) {
        assertThat(table.find(path)).isEmpty();
    }

    @Test
    void answersHeadAsGet() {
        assertThat(table.find("/elements").orElseThrow().route("HEAD")).isPresent();
        assertThat(table.find("/elements").orElseThrow().route("PUT")).isEmpty();
    }

    @Test
    void refusesTwoRoutesOfOneShape() {
        assertThatIllegalArgumentException().isThrownBy(() -> table("/a/{x}", "/a/{x}"));
        assertThatIllegalArgumentException().isThrownBy(() -> table("/a/{x}", "/a/{y}"));
    }
}
