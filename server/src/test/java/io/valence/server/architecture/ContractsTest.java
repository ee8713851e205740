package io.valence.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.util.List;

/** A24 and A25: what implements a port keeps the port's contract. */
class ContractsTest {
    private static final JavaClasses TESTS =
            new ClassFileImporter()
                    .importPaths(compiledTests())
                    .that(describe("have a source", Sources.ours()::holdsTest));

    private static final Contracts OURS = new Contracts(Packages.OURS, Law.SHIPPED, TESTS);

    /** Of the modules that implement ports: they were built before this one. */
    private static List<Path> compiledTests() {
        return Packages.OURS.modules().entrySet().stream()
                .filter(
                        module ->
                                Law.SHIPPED.stream()
                                        .filter(type -> Ports.isIn(module.getKey(), type))
                                        .anyMatch(
                                                type ->
                                                        !Ports.implementedBy(type, Packages.OURS)
                                                                .isEmpty()))
                .map(module -> Path.of("..", module.getValue(), "target", "test-classes"))
                .toList();
    }

    @Test
    void a0ThePortsAreFound() {
        assertThat(Ports.of(Packages.OURS, Law.SHIPPED))
                .extracting(JavaClass::getSimpleName)
                .contains("Accounts", "Elements", "Instances", "Vault");
    }

    @Test
    void a24EveryPortHasAContractAPortInMemoryAndAnAdapter() {
        assertThat(OURS.lackingOfPorts())
                .as("a port is what its contract says; write the contract, then what keeps it")
                .isEmpty();
    }

    @Test
    void a25EveryImplementationKeepsTheContract() {
        assertThat(OURS.lackingOfImplementations())
                .as(
                        "what is not held to the contract is something else; let a test of the"
                                + " class implement it")
                .isEmpty();
    }

    @Nested
    class CanBeBroken {
        private final Contracts planted =
                new Contracts(
                        Packages.PLANTED,
                        new ClassFileImporter().importPackages(Packages.PLANTED.root()),
                        TESTS);

        @Test
        void byAPortWithoutAContract() {
            assertThat(planted.lackingOfPorts())
                    .filteredOn(line -> line.contains("planted.domain.Drawers"))
                    .hasSize(3);
        }

        @Test
        void byAContractWithoutPromises() {
            assertThat(planted.lackingOfPorts())
                    .anyMatch(line -> line.contains("planted.domain.Shelves has no"));
        }

        @Test
        void byAnAdapterThatNobodyHoldsToTheContract() {
            assertThat(planted.lackingOfImplementations())
                    .anyMatch(line -> line.contains("adapters.persistence.Cupboard"));
        }
    }
}
