package io.valence.domain;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.modules.syntax.ModuleDependencyScope.consideringOnlyDependenciesBetweenModules;
import static com.tngtech.archunit.library.modules.syntax.ModuleRuleDefinition.modules;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.modules.ModuleDependency;

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

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The laws of the domain; the numbers are those of the list in ARCHITECTURE.md. */
class DomainArchitectureTest {
    private static final String DOMAIN = "io.valence.domain";
    private static final String PLANTED = DOMAIN + ".planted";

    /** A package uses what stands above it; two in one line do not know each other. */
    private static final List<Set<String>> ORDER =
            List.of(
                    Set.of("secret"),
                    Set.of("configuration"),
                    Set.of("authentication"),
                    Set.of("account", "query"),
                    Set.of("element"),
                    Set.of("instance"));

    private static final String[] PLATFORM = {
        "java.lang",
        "java.math",
        "java.nio.charset",
        "java.security",
        "java.time",
        "java.util",
        "java.util.function",
        "java.util.stream"
    };

    private static final DescribedPredicate<JavaClass> KNOWN =
            resideInAPackage(DOMAIN + "..")
                    .or(resideInAnyPackage(PLATFORM))
                    .or(
                            describe(
                                    "addresses",
                                    type ->
                                            type.isEquivalentTo(URI.class)
                                                    || type.isEquivalentTo(
                                                            URISyntaxException.class)))
                    .as("the domain and the packages of the platform that it may use");

    private static final JavaClasses ALL =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(DOMAIN);

    private static final ArchRule A1_IS_PURE =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN + "..")
                    .should()
                    .onlyDependOnClassesThat(
                            describe(
                                    KNOWN.getDescription(),
                                    type -> KNOWN.test(type.getBaseComponentType())))
                    .because(
                            "any service can embed the domain; let it ask for what it needs by a"
                                    + " port, and let an adapter use the library");

    private static final ArchRule A3_TAKES_TIME_AND_CHANCE_AS_ARGUMENTS =
            noClasses()
                    .that()
                    .resideInAPackage(DOMAIN + "..")
                    .should()
                    .accessTargetWhere(
                            describe(
                                    "is time, chance or surroundings",
                                    DomainArchitectureTest::isTimeOrChance))
                    .because(
                            "the same call must give the same answer; take an Instant or a"
                                    + " SecureRandom as a parameter");

    private static final ArchRule A4_HAS_FINAL_FIELDS =
            fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAPackage(DOMAIN + "..")
                    .should()
                    .beFinal()
                    .because("values never change; answer with a changed copy instead");

    private static final ArchRule A4_HAS_FINAL_CLASSES =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN + "..")
                    .and(not(INTERFACES))
                    .and()
                    .areNotEnums()
                    .should()
                    .haveModifier(FINAL)
                    .because(
                            "nobody inherits from a value; declare it final, or seal an interface"
                                    + " above several");

    private static final ArchRule A7_HAS_SEALED_INTERFACES_OR_PORTS =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN + "..")
                    .and(INTERFACES)
                    .and(describe("not sealed", Ports::isOpen))
                    .should(Ports.speakOnlyOf(KNOWN))
                    .because(
                            "an interface is a closed choice or an open door: seal it, or make it"
                                    + " a top-level port of abstract methods and domain types");

    private static final ArchRule A8_HAS_RECORDS_FOR_LEAVES =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN + "..")
                    .and(not(INTERFACES))
                    .and(describe("leaves of sealed types", DomainArchitectureTest::isLeaf))
                    .should(beRecordsOrEnums())
                    .because("who switches over a choice wants values; make the leaf a record");

    private static final ArchRule A10_HOLDS_NO_SECRET_AS_STRING =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN + "..")
                    .and(describe("secrets by place or name", DomainArchitectureTest::isSecret))
                    .should(notBeRecordsOfStrings())
                    .because("a record prints its components; hold a Secret, which prints a mask");

    private static ArchRule a5HasNoCyclesIn(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("packages that know each other are one package; break the circle");
    }

    private static ArchRule a6LooksUpwardIn(String root) {
        return modules()
                .definedByPackages(root + ".(*)..")
                .derivingNameFromPattern("$1")
                .should()
                .respectTheirAllowedDependencies(
                        describe("go up the list", DomainArchitectureTest::goesUp),
                        consideringOnlyDependenciesBetweenModules())
                .because(
                        "a reader goes through the packages in one order; move the type to where"
                                + " its users stand below it");
    }

    @Test
    void a1IsPure() {
        A1_IS_PURE.check(ALL);
    }

    @Test
    void a3TakesTimeAndChanceAsArguments() {
        A3_TAKES_TIME_AND_CHANCE_AS_ARGUMENTS.check(ALL);
    }

    @Test
    void a4IsImmutable() {
        A4_HAS_FINAL_FIELDS.check(ALL);
        A4_HAS_FINAL_CLASSES.check(ALL);
    }

    @Test
    void a5HasNoCycles() {
        a5HasNoCyclesIn(DOMAIN).check(ALL);
    }

    @Test
    void a6LooksUpward() {
        a6LooksUpwardIn(DOMAIN).check(ALL);
    }

    @Test
    void a7HasSealedInterfacesOrPorts() {
        A7_HAS_SEALED_INTERFACES_OR_PORTS.check(ALL);
    }

    @Test
    void a8HasRecordsForLeaves() {
        A8_HAS_RECORDS_FOR_LEAVES.check(ALL);
    }

    @Test
    void a10HoldsNoSecretAsString() {
        A10_HOLDS_NO_SECRET_AS_STRING.check(ALL);
    }

    /** A rule that guards nothing looks like a rule that holds. */
    @Nested
    class A0 {
        @Test
        void everyPackageIsInTheOrderAndHoldsSomething() {
            var named = ORDER.stream().flatMap(Set::stream).map(name -> DOMAIN + "." + name);
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
            assertFails(A1_IS_PURE, Foreigner.class);
            assertFails(A1_IS_PURE, Caller.class);
            assertFails(A3_TAKES_TIME_AND_CHANCE_AS_ARGUMENTS, Gambler.class);
            assertFails(A4_HAS_FINAL_FIELDS, Waverer.class);
            assertFails(A4_HAS_FINAL_CLASSES, Waverer.class);
            assertFails(a5HasNoCyclesIn(PLANTED), Gossip.class, Listener.class);
            assertFails(a6LooksUpwardIn(PLANTED), Gossip.class, Listener.class);
            assertFails(A7_HAS_SEALED_INTERFACES_OR_PORTS, Futures.class);
            assertFails(A7_HAS_SEALED_INTERFACES_OR_PORTS, Pretenders.class);
            assertFails(A7_HAS_SEALED_INTERFACES_OR_PORTS, Hiding.Place.class);
            assertFails(A8_HAS_RECORDS_FOR_LEAVES, Choice.class, Choice.Leaf.class);
            assertFails(A10_HOLDS_NO_SECRET_AS_STRING, SpareToken.class);
        }

        @Test
        void timeAndChanceAreFoundInAllThreeForms() {
            var gambler = new ClassFileImporter().importClasses(Gambler.class);

            var report = A3_TAKES_TIME_AND_CHANCE_AS_ARGUMENTS.evaluate(gambler);

            assertThat(report.getFailureReport().getDetails())
                    .hasSize(3)
                    .anyMatch(line -> line.contains("Instant.now"))
                    .anyMatch(line -> line.contains("currentTimeMillis"))
                    .anyMatch(line -> line.contains("SecureRandom"));
        }

        private void assertFails(ArchRule rule, Class<?>... offenders) {
            var planted = new ClassFileImporter().importClasses(offenders);

            assertThat(rule.evaluate(planted).hasViolation()).as(rule.getDescription()).isTrue();
        }
    }

    static List<String> platform() {
        return List.of(PLATFORM);
    }

    private static boolean isTimeOrChance(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        return switch (owner) {
            case "java.lang.System" ->
                    !Set.of("arraycopy", "identityHashCode", "lineSeparator").contains(name);
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.Random", "java.security.SecureRandom", "java.util.SplittableRandom" ->
                    name.equals("<init>") || name.startsWith("getInstance");
            case "java.util.concurrent.ThreadLocalRandom" -> true;
            case "java.util.Date", "java.util.Locale" ->
                    name.equals("<init>") || name.equals("getDefault");
            default ->
                    owner.startsWith("java.time.")
                            && (name.equals("now") || name.startsWith("system"));
        };
    }

    private static boolean isLeaf(JavaClass type) {
        return type.getAllRawInterfaces().stream()
                .anyMatch(
                        above ->
                                above.getPackageName().startsWith(DOMAIN) && Ports.isSealed(above));
    }

    private static boolean isSecret(JavaClass type) {
        String name = type.getSimpleName();
        return type.getPackageName().equals(DOMAIN + ".secret")
                || name.endsWith("Token")
                || name.endsWith("Secret")
                || name.endsWith("Credentials");
    }

    private static boolean goesUp(ModuleDependency<?> use) {
        int from = place(use.getOrigin().getName());
        int to = place(use.getTarget().getName());
        return to >= 0 && to < from;
    }

    private static int place(String name) {
        for (int i = 0; i < ORDER.size(); i++) {
            if (ORDER.get(i).contains(name)) {
                return i;
            }
        }
        return -1;
    }

    private static ArchCondition<JavaClass> beRecordsOrEnums() {
        return new ArchCondition<>("be records or enums") {
            @Override
            public void check(JavaClass leaf, ConditionEvents events) {
                if (!leaf.isRecord() && !leaf.isEnum()) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    leaf, leaf.getDescription() + " is neither"));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> notBeRecordsOfStrings() {
        return new ArchCondition<>("not be records with a component of type String") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaField field : type.getFields()) {
                    boolean component = type.isRecord() && !field.getModifiers().contains(STATIC);
                    if (component && field.getRawType().isEquivalentTo(String.class)) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        type, field.getDescription() + " is a String"));
                    }
                }
            }
        };
    }
}
