package io.valence.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.PackageMatcher;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A0: a law that guards nothing looks exactly like a law that holds. */
class GuardsTest {
    @ParameterizedTest
    @MethodSource("rooms")
    void everyRoomIsInhabited(String room) {
        assertThat(Law.SHIPPED).anyMatch(type -> Ports.isIn(room, type));
    }

    @Test
    void everybodyLivesInARoom() {
        assertThat(Law.SHIPPED)
                .allMatch(
                        type ->
                                Packages.OURS.modules().keySet().stream()
                                        .anyMatch(room -> Ports.isIn(room, type)));
    }

    @ParameterizedTest
    @MethodSource("doors")
    void everyDoorIsThereAndOpen(String door) {
        assertThat(Law.SHIPPED.get(door).getModifiers()).extracting(Enum::name).contains("PUBLIC");
    }

    @ParameterizedTest
    @MethodSource("homes")
    void everyLibraryIsUsedWhereItMayBe(String library, String home) {
        var matcher = PackageMatcher.of(library);

        assertThat(Law.SHIPPED.stream().filter(type -> Ports.isIn(home, type)))
                .flatExtracting(JavaClass::getDirectDependenciesFromSelf)
                .extracting(Dependency::getTargetClass)
                .anyMatch(type -> matcher.matches(type.getPackageName()));
    }

    @Test
    void theTerminalIsThere() {
        assertThat(Law.SHIPPED.contain(Packages.OURS.terminal())).isTrue();
    }

    /** It could switch off that a rule fails which matches nothing. */
    @Test
    void theLibraryKeepsItsOwnDefaults() {
        assertThat(getClass().getResource("/archunit.properties")).isNull();
    }

    static Stream<String> rooms() {
        Packages house = Packages.OURS;
        return Stream.concat(
                house.modules().keySet().stream(),
                Stream.of(house.admin(), house.contracts(), house.memory()));
    }

    static Stream<String> doors() {
        return pairs(Packages.OURS.doors()).map(pair -> pair[0] + "." + pair[1]);
    }

    static Stream<Arguments> homes() {
        return pairs(Packages.OURS.homes()).map(pair -> Arguments.of(pair[0], pair[1]));
    }

    private static Stream<String[]> pairs(Map<String, Set<String>> many) {
        return many.entrySet().stream()
                .flatMap(
                        entry ->
                                entry.getValue().stream()
                                        .map(each -> new String[] {entry.getKey(), each}));
    }
}
