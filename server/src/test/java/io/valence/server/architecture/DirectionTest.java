package io.valence.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static io.valence.server.architecture.Packages.below;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** A5 and A11 to A17: who may use whom. */
class DirectionTest {
    private static final String DOMAIN = "Domain";
    private static final String APPLICATION = "Application";
    private static final String ADAPTERS = "Adapters";
    private static final String SERVER = "Server";

    private static final Law A5_NO_CIRCLES =
            new Law(
                    house ->
                            slices().matching(house.root() + ".(**)")
                                    .should()
                                    .beFreeOfCycles()
                                    .because(
                                            "packages that know each other are one package; break"
                                                    + " the circle"));

    private static final Law A11_DATA_FLOWS_ONE_WAY =
            new Law(
                    house ->
                            layeredArchitecture()
                                    .consideringOnlyDependenciesInLayers()
                                    .layer(SERVER)
                                    .definedBy(below(house.server()))
                                    .layer(ADAPTERS)
                                    .definedBy(below(house.adapters()))
                                    .layer(APPLICATION)
                                    .definedBy(below(house.application()))
                                    .layer(DOMAIN)
                                    .definedBy(below(house.domain()))
                                    .whereLayer(SERVER)
                                    .mayNotBeAccessedByAnyLayer()
                                    .whereLayer(ADAPTERS)
                                    .mayOnlyBeAccessedByLayers(SERVER)
                                    .whereLayer(APPLICATION)
                                    .mayOnlyBeAccessedByLayers(ADAPTERS, SERVER)
                                    .whereLayer(DOMAIN)
                                    .mayOnlyBeAccessedByLayers(APPLICATION, ADAPTERS, SERVER)
                                    .because(
                                            "what stands further in knows nothing of what stands"
                                                    + " further out; let it ask by a port, or hand"
                                                    + " it what it needs"));

    private static final Law A12_ADAPTERS_DO_NOT_MEET =
            new Law(
                    house ->
                            slices().matching(house.adapters() + ".(*)..")
                                    .should()
                                    .notDependOnEachOther()
                                    .because(
                                            "an adapter can be taken out alone; let the server"
                                                    + " bring the two together through a port"));

    private static final Law A13_DRIVEN_ADAPTERS_DO_NOT_DRIVE =
            new Law(
                    house ->
                            noClasses()
                                    .that()
                                    .resideInAnyPackage(
                                            below(house.persistence()),
                                            below(house.catalog()),
                                            below(house.vendor()))
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage(below(house.application()))
                                    .because(
                                            "they answer and do not ask; what starts a use case by"
                                                    + " itself lives in the server"));

    private static final Law A14_REST_CALLS_NO_PORT =
            new Law(
                    house ->
                            noClasses()
                                    .that()
                                    .resideInAPackage(below(house.rest()))
                                    .should()
                                    .dependOnClassesThat(
                                            describe(
                                                    "are ports", type -> Ports.isPort(type, house)))
                                    .because(
                                            "what a caller can do is a use case; write one and call"
                                                    + " that"));

    private static final Law A17_NOBODY_SHIPS_THE_TESTKIT =
            new Law(
                    house ->
                            noClasses()
                                    .that()
                                    .resideInAPackage(below(house.root()))
                                    .and()
                                    .resideOutsideOfPackage(below(house.testkit()))
                                    .should()
                                    .dependOnClassesThat()
                                    .resideInAPackage(below(house.testkit()))
                                    .because("samples are no defaults; keep it in the tests"));

    private static Law a15UsesTheDoor(Function<Packages, String> adapter) {
        return new Law(
                house -> {
                    String name = adapter.apply(house);
                    return noClasses()
                            .that()
                            .resideInAPackage(below(house.root()))
                            .and()
                            .resideOutsideOfPackage(below(name))
                            .should()
                            .dependOnClassesThat(
                                    describe(
                                            "are behind the door of " + name,
                                            type -> isBehindTheDoor(type, name, house)))
                            .because("rooms are rebuilt behind their doors; come in by the door");
                });
    }

    private static Law a15HasNoOtherDoor(Function<Packages, String> adapter) {
        return new Law(
                house ->
                        classes()
                                .that()
                                .resideInAPackage(adapter.apply(house))
                                .and()
                                .areTopLevelClasses()
                                .and()
                                .arePublic()
                                .should(ArchCondition.from(beDoorsOf(adapter.apply(house), house)))
                                .because(
                                        "one door is enough; leave out the word public, or make the"
                                                + " door offer what is asked for"));
    }

    @Test
    void a5KnowsNoCircles() {
        A5_NO_CIRCLES.holds();
    }

    @Test
    void a11DataFlowsOneWay() {
        A11_DATA_FLOWS_ONE_WAY.holds();
    }

    @Test
    void a12AdaptersDoNotMeet() {
        A12_ADAPTERS_DO_NOT_MEET.holds();
    }

    @Test
    void a13DrivenAdaptersDoNotDrive() {
        A13_DRIVEN_ADAPTERS_DO_NOT_DRIVE.holds();
    }

    @Test
    void a14RestCallsNoPort() {
        A14_REST_CALLS_NO_PORT.holds();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void a15AnAdapterIsUsedByItsDoor(Function<Packages, String> adapter) {
        a15UsesTheDoor(adapter).holds();
        a15HasNoOtherDoor(adapter).holds();
    }

    @Test
    void a17NobodyShipsTheTestkit() {
        A17_NOBODY_SHIPS_THE_TESTKIT.holds();
    }

    @Nested
    class CanBeBroken {
        @Test
        void byTwoPackagesThatKnowEachOther() {
            A5_NO_CIRCLES.isBrokenBy("application.gossip.Gossip");
        }

        @Test
        void byADomainThatKnowsTheServer() {
            A11_DATA_FLOWS_ONE_WAY.isBrokenBy("domain.Upstart");
        }

        @Test
        void byAnAdapterThatUsesAnother() {
            A12_ADAPTERS_DO_NOT_MEET.isBrokenBy("adapters.catalog.Neighbour");
        }

        @Test
        void byADrivenAdapterThatDrives() {
            A13_DRIVEN_ADAPTERS_DO_NOT_DRIVE.isBrokenBy("adapters.persistence.Cupboard");
        }

        @Test
        void byARouteThatCallsAPort() {
            A14_REST_CALLS_NO_PORT.isBrokenBy("adapters.rest.Shortcut");
        }

        @Test
        void byAWindow() {
            a15UsesTheDoor(Packages::persistence).isBrokenBy("server.Burglar");
            a15HasNoOtherDoor(Packages::persistence).isBrokenBy("adapters.persistence.Cupboard");
        }

        @Test
        void bySamplesInTheApplication() {
            A17_NOBODY_SHIPS_THE_TESTKIT.isBrokenBy("application.Framed");
        }
    }

    static Stream<Function<Packages, String>> adapters() {
        return Stream.of(
                Packages::catalog,
                Packages::persistence,
                Packages::vendor,
                Packages::rest,
                Packages::sandbox);
    }

    private static DescribedPredicate<JavaClass> beDoorsOf(String adapter, Packages house) {
        return describe("be doors", type -> !isBehindTheDoor(type, adapter, house));
    }

    private static boolean isBehindTheDoor(JavaClass type, String adapter, Packages house) {
        Set<String> doors = house.doors().getOrDefault(adapter, Set.of());
        boolean isDoor =
                type.getPackageName().equals(adapter)
                        && doors.contains(Ports.outermost(type).getSimpleName());
        return Ports.isIn(adapter, type) && !isDoor;
    }
}
