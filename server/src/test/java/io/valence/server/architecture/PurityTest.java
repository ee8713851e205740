package io.valence.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.INTERFACES;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.SYNTHETIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static io.valence.server.architecture.Packages.below;

import com.tngtech.archunit.core.domain.JavaAccess;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;
import java.util.stream.Stream;

/** A2 to A4 for the application, and A16: what each room is free of. */
class PurityTest {
    private static final Law A2_THE_APPLICATION_USES_THE_DOMAIN_ALONE =
            new Law(
                    house ->
                            classes()
                                    .that()
                                    .resideInAPackage(below(house.application()))
                                    .should()
                                    .onlyDependOnClassesThat()
                                    .resideInAnyPackage(
                                            below(house.application()),
                                            below(house.domain()),
                                            "java..")
                                    .because(
                                            "use cases outlive frameworks; add a port to the domain"
                                                    + " and let an adapter use the library"));

    private static final Law A3_TIME_AND_CHANCE_ARE_ARGUMENTS =
            new Law(
                    house ->
                            noClasses()
                                    .that()
                                    .resideInAPackage(below(house.application()))
                                    .should()
                                    .accessTargetWhere(
                                            describe(
                                                    "is time, chance or surroundings",
                                                    PurityTest::isTimeOrChance))
                                    .because(
                                            "the same call must give the same answer; take an"
                                                    + " InstantSource or a SecureRandom in the"
                                                    + " constructor"));

    private static final Law A4_FIELDS_ARE_FINAL =
            new Law(
                    house ->
                            fields().that()
                                    .areDeclaredInClassesThat()
                                    .resideInAPackage(below(house.application()))
                                    .should()
                                    .beFinal()
                                    .because(
                                            "all calls share one use case; keep what belongs to a"
                                                + " call in its request, outcome or variables"));

    private static final Law A4_CLASSES_ARE_FINAL =
            new Law(
                    house ->
                            classes()
                                    .that()
                                    .resideInAPackage(below(house.application()))
                                    .and(not(INTERFACES))
                                    .and()
                                    .areNotEnums()
                                    .and()
                                    // What the compiler makes of a switch is nobody's to inherit.
                                    .doNotHaveModifier(SYNTHETIC)
                                    .should()
                                    .haveModifier(FINAL)
                                    .because(
                                            "nobody inherits from a use case; declare it final and"
                                                    + " let the other one call it"));

    private static final Law A16_SPRING_DOES_WHAT_IT_IS_TOLD =
            new Law(
                    house ->
                            noClasses()
                                    .that()
                                    .resideInAPackage(below(house.root()))
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAnyPackage(
                                            "org.springframework.stereotype..",
                                            "org.springframework.beans.factory.annotation..")
                                    .orShould()
                                    .dependOnClassesThat()
                                    .haveSimpleName("ComponentScan")
                                    .because(
                                            "who reads the wiring must see all of it; write a @Bean"
                                                    + " method that calls the constructor"));

    private static final Law A16_ONE_CLIENT_SENDS =
            new Law(
                    house ->
                            noClasses()
                                    .that()
                                    .resideInAPackage(below(house.root()))
                                    .should()
                                    .accessTargetWhere(
                                            describe(
                                                    "is a way out of the OAuth library",
                                                    PurityTest::isWayOut))
                                    .because(
                                            "what it sends itself, no guard has seen; write the"
                                                    + " request with it and send that by Wire"));

    private static Law a16StaysHome(String library) {
        return new Law(
                house ->
                        noClasses()
                                .that()
                                .resideInAPackage(below(house.root()))
                                .and()
                                .resideOutsideOfPackages(
                                        house.homes().getOrDefault(library, Set.of()).stream()
                                                .map(Packages::below)
                                                .toArray(String[]::new))
                                .should()
                                .dependOnClassesThat()
                                .resideInAPackage(library)
                                .because(
                                        "a library is changed in one room; ask the room that has it"
                                                + " for what you need, in words of the domain"));
    }

    @Test
    void a2TheApplicationUsesTheDomainAlone() {
        A2_THE_APPLICATION_USES_THE_DOMAIN_ALONE.holds();
    }

    @Test
    void a3TimeAndChanceAreArguments() {
        A3_TIME_AND_CHANCE_ARE_ARGUMENTS.holds();
    }

    @Test
    void a4NothingInTheApplicationChanges() {
        A4_FIELDS_ARE_FINAL.holds();
        A4_CLASSES_ARE_FINAL.holds();
    }

    @ParameterizedTest
    @MethodSource("libraries")
    void a16LibrariesStayHome(String library) {
        a16StaysHome(library).holds();
    }

    @Test
    void a16SpringDoesWhatItIsTold() {
        A16_SPRING_DOES_WHAT_IT_IS_TOLD.holds();
    }

    @Test
    void a16OneClientSends() {
        A16_ONE_CLIENT_SENDS.holds();
    }

    @Nested
    class CanBeBroken {
        @Test
        void byAFrameworkInTheApplication() {
            A2_THE_APPLICATION_USES_THE_DOMAIN_ALONE.isBrokenBy("application.Framed");
        }

        @Test
        void byAClockThatIsCalledNamedOrMade() {
            A3_TIME_AND_CHANCE_ARE_ARGUMENTS.isBrokenBy("application.Gambler.called");
            A3_TIME_AND_CHANCE_ARE_ARGUMENTS.isBrokenBy("application.Gambler.named");
            A3_TIME_AND_CHANCE_ARE_ARGUMENTS.isBrokenBy("application.Gambler.made");
        }

        @Test
        void byAUseCaseThatRemembers() {
            A4_FIELDS_ARE_FINAL.isBrokenBy("application.Waverer.count");
            A4_CLASSES_ARE_FINAL.isBrokenBy("application.Waverer");
        }

        @ParameterizedTest
        @MethodSource("io.valence.server.architecture.PurityTest#libraries")
        void byALibraryAwayFromHome(String library) {
            a16StaysHome(library).isBrokenBy("application.Framed");
        }

        @Test
        void byALibraryThatSendsItself() {
            A16_ONE_CLIENT_SENDS.isBrokenBy("adapters.vendor.Truant.calls");
            A16_ONE_CLIENT_SENDS.isBrokenBy("adapters.vendor.Truant.opens");
        }

        @Test
        void byAComponentThatSpringFindsForItself() {
            A16_SPRING_DOES_WHAT_IT_IS_TOLD.isBrokenBy("server.Magic");
        }
    }

    static Stream<String> libraries() {
        return Packages.OURS.homes().keySet().stream().sorted();
    }

    private static boolean isWayOut(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        return owner.startsWith("com.nimbusds.")
                && (name.equals("send")
                        || name.equals("toHttpURLConnection")
                        || owner.contains("ResourceRetriever")
                        || owner.contains("RemoteJWK"));
    }

    private static boolean isTimeOrChance(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        String name = access.getName();
        return switch (owner) {
            case "java.lang.System" ->
                    !Set.of("arraycopy", "identityHashCode", "lineSeparator").contains(name);
            case "java.lang.Math", "java.lang.StrictMath" -> name.equals("random");
            case "java.util.UUID" -> name.equals("randomUUID");
            case "java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom" ->
                    name.equals("<init>") || name.startsWith("getInstance");
            case "java.util.concurrent.ThreadLocalRandom" -> true;
            case "java.util.Date" -> name.equals("<init>");
            case "java.util.Locale" -> name.equals("getDefault");
            default ->
                    owner.startsWith("java.time.")
                            && (name.equals("now") || name.startsWith("system"));
        };
    }
}
