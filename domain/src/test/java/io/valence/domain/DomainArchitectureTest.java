package io.valence.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import io.valence.domain.planted.Caller;
import io.valence.domain.planted.Choice;
import io.valence.domain.planted.Foreigner;
import io.valence.domain.planted.Futures;
import io.valence.domain.planted.Gambler;
import io.valence.domain.planted.Hiding;
import io.valence.domain.planted.Pretenders;
import io.valence.domain.planted.SpareToken;
import io.valence.domain.planted.Waverer;
import io.valence.domain.planted.instance.Listener;
import io.valence.domain.planted.secret.Gossip;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The laws hold, and each of them can fail. */
class DomainArchitectureTest {
    private static final String PLANTED = Laws.DOMAIN + ".planted";

    private static final JavaClasses ALL =
            imported(
                    importer ->
                            importer.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                    .importPackages(Laws.DOMAIN));

    @Test
    void a1IsPure() {
        Laws.A1_IS_PURE.check(ALL);
    }

    @Test
    void a3TakesTimeAndChanceAsArguments() {
        Laws.A3_TAKES_TIME_AND_CHANCE_AS_ARGUMENTS.check(ALL);
    }

    @Test
    void a4IsImmutable() {
        Laws.A4_HAS_FINAL_FIELDS.check(ALL);
        Laws.A4_HAS_FINAL_CLASSES.check(ALL);
    }

    @Test
    void a5HasNoCycles() {
        Laws.a5HasNoCyclesIn(Laws.DOMAIN).check(ALL);
    }

    @Test
    void a6LooksUpward() {
        Laws.a6LooksUpwardIn(Laws.DOMAIN).check(ALL);
    }

    @Test
    void a7HasSealedInterfacesOrPorts() {
        Laws.A7_HAS_SEALED_INTERFACES_OR_PORTS.check(ALL);
    }

    @Test
    void a8HasRecordsForLeaves() {
        Laws.A8_HAS_RECORDS_FOR_LEAVES.check(ALL);
    }

    @Test
    void a10HoldsNoSecretAsString() {
        Laws.A10_HOLDS_NO_SECRET_AS_STRING.check(ALL);
    }

    /** A rule that guards nothing looks like a rule that holds. */
    @Nested
    class A0 {
        @Test
        void everyPackageIsInTheOrderAndHoldsSomething() {
            var named =
                    Laws.ORDER.stream().flatMap(Set::stream).map(name -> Laws.DOMAIN + "." + name);
            var found = ALL.stream().map(JavaClass::getPackageName).collect(Collectors.toSet());

            assertThat(found).isEqualTo(named.collect(Collectors.toSet()));
        }

        @ParameterizedTest
        @MethodSource("io.valence.domain.DomainArchitectureTest#platform")
        void everyPackageOfThePlatformIsUsed(String name) {
            assertThat(ALL)
                    .anyMatch(
                            type ->
                                    type.getDirectDependenciesFromSelf().stream()
                                            .map(use -> use.getTargetClass().getPackageName())
                                            .anyMatch(name::equals));
        }

        @Test
        void theLibraryKeepsItsOwnDefaults() {
            assertThat(getClass().getResource("/archunit.properties")).isNull();
        }

        @Test
        void everyRuleFailsOnItsOffender() {
            assertFails(Laws.A1_IS_PURE, Foreigner.class);
            assertFails(Laws.A1_IS_PURE, Caller.class);
            assertFails(Laws.A3_TAKES_TIME_AND_CHANCE_AS_ARGUMENTS, Gambler.class);
            assertFails(Laws.A4_HAS_FINAL_FIELDS, Waverer.class);
            assertFails(Laws.A4_HAS_FINAL_CLASSES, Waverer.class);
            assertFails(Laws.a5HasNoCyclesIn(PLANTED), Gossip.class, Listener.class);
            assertFails(Laws.a6LooksUpwardIn(PLANTED), Gossip.class, Listener.class);
            assertFails(Laws.A7_HAS_SEALED_INTERFACES_OR_PORTS, Futures.class);
            assertFails(Laws.A7_HAS_SEALED_INTERFACES_OR_PORTS, Pretenders.class);
            assertFails(Laws.A7_HAS_SEALED_INTERFACES_OR_PORTS, Hiding.Place.class);
            assertFails(Laws.A8_HAS_RECORDS_FOR_LEAVES, Choice.class, Choice.Leaf.class);
            assertFails(Laws.A10_HOLDS_NO_SECRET_AS_STRING, SpareToken.class);
        }

        @Test
        void timeAndChanceAreFoundInAllThreeForms() {
            var gambler = imported(importer -> importer.importClasses(Gambler.class));

            var report = Laws.A3_TAKES_TIME_AND_CHANCE_AS_ARGUMENTS.evaluate(gambler);

            assertThat(report.getFailureReport().getDetails())
                    .hasSize(3)
                    .anyMatch(line -> line.contains("Instant.now"))
                    .anyMatch(line -> line.contains("currentTimeMillis"))
                    .anyMatch(line -> line.contains("SecureRandom"));
        }

        private void assertFails(ArchRule rule, Class<?>... offenders) {
            var planted = imported(importer -> importer.importClasses(offenders));

            assertThat(rule.evaluate(planted).hasViolation()).as(rule.getDescription()).isTrue();
        }
    }

    static List<String> platform() {
        return List.of(Laws.PLATFORM);
    }

    /** The laws ask about our own classes alone, so those of the platform need not be read. */
    private static JavaClasses imported(Function<ClassFileImporter, JavaClasses> source) {
        return ArchConfiguration.withThreadLocalScope(
                configuration -> {
                    configuration.setResolveMissingDependenciesFromClassPath(false);
                    return source.apply(new ClassFileImporter());
                });
    }
}
