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

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.modules.ModuleDependency;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Set;

/** What the domain keeps to; ARCHITECTURE.md says which promises stand on it. */
final class Laws {
    static final String DOMAIN = "io.valence.domain";

    /** A package uses what stands above it; two in one line do not know each other. */
    static final List<Set<String>> ORDER =
            List.of(
                    Set.of("secret"),
                    Set.of("configuration"),
                    Set.of("authentication"),
                    Set.of("account", "document", "query"),
                    Set.of("resource"),
                    Set.of("element"),
                    Set.of("authorization"),
                    Set.of("instance"),
                    Set.of("transformation"),
                    Set.of("call"),
                    Set.of("trace"));

    static final String[] PLATFORM = {
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
                                    "addresses and streams",
                                    type ->
                                            type.isEquivalentTo(URI.class)
                                                    || type.isEquivalentTo(InputStream.class)
                                                    || type.isEquivalentTo(IOException.class)
                                                    || type.isEquivalentTo(
                                                            URISyntaxException.class)))
                    .as("the domain and the packages of the platform that it may use");

    static final ArchRule A1_IS_PURE =
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

    static final ArchRule A3_TAKES_TIME_AND_CHANCE_AS_ARGUMENTS =
            noClasses()
                    .that()
                    .resideInAPackage(DOMAIN + "..")
                    .should()
                    .accessTargetWhere(
                            describe("is time, chance or surroundings", Laws::isTimeOrChance))
                    .because(
                            "the same call must give the same answer; take an Instant or a"
                                    + " SecureRandom as a parameter");

    static final ArchRule A4_HAS_FINAL_FIELDS =
            fields().that()
                    .areDeclaredInClassesThat()
                    .resideInAPackage(DOMAIN + "..")
                    .and()
                    .areDeclaredInClassesThat()
                    .haveSimpleNameNotEndingWith("Builder")
                    .should()
                    .beFinal()
                    .because("values never change; answer with a changed copy instead");

    static final ArchRule A4_HAS_FINAL_CLASSES =
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

    static final ArchRule A7_HAS_SEALED_INTERFACES_OR_PORTS =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN + "..")
                    .and(INTERFACES)
                    .and(describe("not sealed", Ports::isOpen))
                    .should(Ports.speakOnlyOf(KNOWN))
                    .because(
                            "an interface is a closed choice or an open door: seal it, or make it"
                                    + " a top-level port of abstract methods and domain types");

    static final ArchRule A8_HAS_RECORDS_FOR_LEAVES =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN + "..")
                    .and(not(INTERFACES))
                    .and(describe("leaves of sealed types", Laws::isLeaf))
                    .should(beValues())
                    .because(
                            "who switches over a choice wants values; make the leaf a record, or"
                                    + " compare it by what it says");

    static final ArchRule A10_HOLDS_NO_SECRET_AS_STRING =
            classes()
                    .that()
                    .resideInAPackage(DOMAIN + "..")
                    .and(describe("secrets by place or name", Laws::isSecret))
                    .should(notBeRecordsOfStrings())
                    .because("a record prints its components; hold a Secret, which prints a mask");

    static ArchRule a5HasNoCyclesIn(String root) {
        return slices().matching(root + ".(*)..")
                .should()
                .beFreeOfCycles()
                .because("packages that know each other are one package; break the circle");
    }

    static ArchRule a6LooksUpwardIn(String root) {
        return modules()
                .definedByPackages(root + ".(*)..")
                .derivingNameFromPattern("$1")
                .should()
                .respectTheirAllowedDependencies(
                        describe("go up the list", Laws::goesUp),
                        consideringOnlyDependenciesBetweenModules())
                .because(
                        "a reader goes through the packages in one order; move the type to where"
                                + " its users stand below it");
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

    private static ArchCondition<JavaClass> beValues() {
        return new ArchCondition<>("be records, enums, or equal to their likes") {
            @Override
            public void check(JavaClass leaf, ConditionEvents events) {
                if (!leaf.isRecord()
                        && !leaf.isEnum()
                        && leaf.tryGetMethod("equals", Object.class).isEmpty()) {
                    events.add(
                            SimpleConditionEvent.violated(
                                    leaf, leaf.getDescription() + " is none of these"));
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

    private Laws() {}
}
