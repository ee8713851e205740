package io.valence.server.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is missing until every port of a house has a contract, and everything that implements a port
 * keeps it.
 *
 * @param tests the compiled tests of the modules that implement ports
 */
record Contracts(Packages house, JavaClasses shipped, JavaClasses tests) {
    private static final String JDBI = "Jdbi";

    /** A sentence for each port that lacks its contract, its port in memory, or an adapter. */
    List<String> lackingOfPorts() {
        List<String> lacking = new ArrayList<>();
        for (JavaClass port : Ports.of(house, shipped)) {
            String inMemory = house.memory() + ".InMemory" + port.getSimpleName();
            if (!shipped.contain(contract(port)) || promises(shipped.get(contract(port))) == 0) {
                lacking.add(port.getName() + " has no " + contract(port) + " with tests");
            }
            if (implementations(port).noneMatch(type -> type.getName().equals(inMemory))) {
                lacking.add(port.getName() + " is not implemented by " + inMemory);
            }
            if (implementations(port).noneMatch(type -> Ports.isIn(house.adapters(), type))) {
                lacking.add(port.getName() + " is not implemented by an adapter");
            }
        }
        return lacking;
    }

    /** A sentence for each test that is missing where a class implements a port. */
    List<String> lackingOfImplementations() {
        List<String> lacking = new ArrayList<>();
        for (JavaClass port : Ports.of(house, shipped)) {
            implementations(port)
                    .flatMap(type -> endings(type).map(ending -> missing(type, ending, port)))
                    .flatMap(List::stream)
                    .forEach(lacking::add);
        }
        return lacking;
    }

    private List<String> missing(JavaClass type, String ending, JavaClass port) {
        boolean isTested =
                tests.stream()
                        .filter(test -> test.getPackageName().equals(type.getPackageName()))
                        .filter(test -> test.getSimpleName().startsWith(type.getSimpleName()))
                        .filter(test -> test.getSimpleName().endsWith(ending))
                        .filter(test -> !test.getModifiers().contains(JavaModifier.ABSTRACT))
                        .anyMatch(test -> test.isAssignableTo(contract(port)));
        return isTested
                ? List.of()
                : List.of(
                        type.getName()
                                + "…"
                                + ending
                                + " that is a "
                                + contract(port)
                                + " is none");
    }

    /** How the names of the tests end that it needs: what keeps rows does so in two databases. */
    private static Stream<String> endings(JavaClass type) {
        return type.getSimpleName().startsWith(JDBI)
                ? Stream.of("OnH2Test", "OnPostgresTest")
                : Stream.of("Test");
    }

    private Stream<JavaClass> implementations(JavaClass port) {
        return shipped.stream().filter(type -> Ports.implementedBy(type, house).contains(port));
    }

    private String contract(JavaClass port) {
        return house.contracts() + "." + port.getSimpleName() + "Contract";
    }

    private static long promises(JavaClass contract) {
        return contract.getAllMethods().stream()
                .filter(method -> method.isAnnotatedWith(Test.class))
                .count();
    }
}
