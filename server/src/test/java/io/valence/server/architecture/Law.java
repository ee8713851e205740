package io.valence.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;

import java.util.function.Function;

/** A rule for any house: ours has to keep it, the planted one has to break it. */
record Law(Function<Packages, ArchRule> rule) {
    /** What is shipped, and the testkit. */
    static final JavaClasses SHIPPED =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages(Packages.OURS.root());

    /** Who breaks the laws so that we see that they can be broken. */
    private static final JavaClasses OFFENDERS =
            new ClassFileImporter().importPackages(Packages.PLANTED.root());

    void holds() {
        rule.apply(Packages.OURS).check(SHIPPED);
    }

    /** Fails unless this offender, by its place in the planted house, is among those found. */
    void isBrokenBy(String offender) {
        var result = rule.apply(Packages.PLANTED).evaluate(OFFENDERS);

        assertThat(result.getFailureReport().getDetails())
                .anyMatch(line -> line.contains(Packages.PLANTED.root() + "." + offender));
    }
}
