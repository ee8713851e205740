package io.valence.server.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.DEPRECATED_API_SHOULD_NOT_BE_USED;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_FIELD_INJECTION;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.GeneralCodingRules.OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED;

import static io.valence.server.architecture.Packages.below;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;

/** A18, A19 and A22: manners that are the same in every room. */
class CodingTest {
    private static final Law A18_STREAMS_BELONG_TO_THE_TERMINAL =
            new Law(
                    house ->
                            noClasses()
                                    .that()
                                    .doNotHaveFullyQualifiedName(house.terminal())
                                    .should(ACCESS_STANDARD_STREAMS)
                                    .because(
                                            "what is printed goes past the log; take a Terminal, or"
                                                    + " write to the log"));

    private static final Law A19_FIELDS_ARE_PRIVATE =
            new Law(
                    house ->
                            fields().that()
                                    .arePublic()
                                    .should()
                                    .beStatic()
                                    .andShould()
                                    .beFinal()
                                    .allowEmptyShould(true)
                                    .because(
                                            "a field that others see can never change its form;"
                                                    + " offer a method"));

    private static final Law A19_NOTHING_IS_SET =
            new Law(
                    house ->
                            noMethods()
                                    .that()
                                    .arePublic()
                                    .and()
                                    .haveRawReturnType(void.class)
                                    .should()
                                    .haveNameMatching("set[A-Z].*")
                                    .because(
                                            "who holds a value must be able to rely on it; take it"
                                                    + " in the constructor or answer with a changed"
                                                    + " copy"));

    private static final Law A22_ADAPTERS_ARE_NAMED_FOR_THEIR_PORT =
            new Law(
                    house ->
                            classes()
                                    .that()
                                    .resideInAnyPackage(
                                            below(house.adapters()), below(house.testkit()))
                                    .should(beNamedForTheirPort(house))
                                    .because(
                                            "a reader looks for it by the port; call it after its"
                                                    + " technology and then the port, as in"
                                                    + " JdbiInstances"));

    private static Law everywhere(ArchRule rule) {
        return new Law(_ -> rule);
    }

    @ParameterizedTest
    @MethodSource("lawsOfTheLibrary")
    void a18KeepsTheLibrarysOwnLaws(ArchRule rule) {
        everywhere(rule).holds();
    }

    @Test
    void a18StreamsBelongToTheTerminal() {
        A18_STREAMS_BELONG_TO_THE_TERMINAL.holds();
    }

    @Test
    void a19FieldsArePrivateAndNothingIsSet() {
        A19_FIELDS_ARE_PRIVATE.holds();
        A19_NOTHING_IS_SET.holds();
    }

    @Test
    void a22AdaptersAreNamedForTheirPort() {
        A22_ADAPTERS_ARE_NAMED_FOR_THEIR_PORT.holds();
    }

    @Nested
    class CanBeBroken {
        @ParameterizedTest
        @MethodSource("io.valence.server.architecture.CodingTest#lawsOfTheLibrary")
        void byOldHabits(ArchRule rule) {
            everywhere(rule).isBrokenBy("server.Veteran");
        }

        @Test
        void byPrinting() {
            A18_STREAMS_BELONG_TO_THE_TERMINAL.isBrokenBy("server.Veteran");
        }

        @Test
        void byAnOpenFieldAndASetter() {
            A19_FIELDS_ARE_PRIVATE.isBrokenBy("server.Veteran.rank");
            A19_NOTHING_IS_SET.isBrokenBy("server.Veteran.setRank");
        }

        @Test
        void byANameThatHidesThePort() {
            A22_ADAPTERS_ARE_NAMED_FOR_THEIR_PORT.isBrokenBy("adapters.persistence.Cupboard");
        }
    }

    static List<ArchRule> lawsOfTheLibrary() {
        return List.of(
                NO_CLASSES_SHOULD_USE_FIELD_INJECTION,
                NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS,
                NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING,
                OLD_DATE_AND_TIME_CLASSES_SHOULD_NOT_BE_USED,
                DEPRECATED_API_SHOULD_NOT_BE_USED);
    }

    private static ArchCondition<JavaClass> beNamedForTheirPort(Packages house) {
        return new ArchCondition<>("end with the name of the port that they implement") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaClass port : Ports.implementedBy(type, house)) {
                    String name = type.getSimpleName();
                    if (!name.endsWith(port.getSimpleName()) || name.equals(port.getSimpleName())) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        type,
                                        type.getName() + " implements " + port.getSimpleName()));
                    }
                }
            }
        };
    }
}
