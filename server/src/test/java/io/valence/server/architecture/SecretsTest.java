package io.valence.server.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;

import io.valence.domain.secret.Secret;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.stream.Collectors;

/** A9: who may say a secret aloud. */
class SecretsTest {
    private static final Law A9_SECRETS_STAY_HIDDEN =
            new Law(
                    house ->
                            noClasses()
                                    .that(
                                            describe(
                                                    "are not on the list of speakers",
                                                    type -> !isSpeaker(type, house)))
                                    .should()
                                    .accessTargetWhere(
                                            describe("is Secret.reveal", SecretsTest::reveals))
                                    .because(
                                            "a revealed secret ends in a log; pass the Secret on"
                                                + " and let the adapter at the edge reveal it"));

    @Test
    void a9SecretsStayHidden() {
        A9_SECRETS_STAY_HIDDEN.holds();
    }

    @Test
    void a9EverySpeakerSpeaks() {
        var speakers =
                Law.SHIPPED.stream()
                        .filter(
                                type ->
                                        type.getAccessesFromSelf().stream()
                                                .anyMatch(SecretsTest::reveals))
                        .map(SecretsTest::outermostName)
                        .collect(Collectors.toSet());

        assertThat(speakers).hasSameElementsAs(Packages.OURS.speakersOfSecrets());
    }

    @Nested
    class CanBeBroken {
        @Test
        void byACall() {
            A9_SECRETS_STAY_HIDDEN.isBrokenBy("application.Blabber.says");
        }

        @Test
        void byAReference() {
            A9_SECRETS_STAY_HIDDEN.isBrokenBy("application.Blabber.hints");
        }
    }

    private static boolean isSpeaker(JavaClass type, Packages house) {
        return house.speakersOfSecrets().contains(outermostName(type));
    }

    private static String outermostName(JavaClass type) {
        return Ports.outermost(type).getName();
    }

    private static boolean reveals(JavaAccess<?> access) {
        return access.getTargetOwner().isEquivalentTo(Secret.class)
                && access.getName().equals("reveal");
    }
}
