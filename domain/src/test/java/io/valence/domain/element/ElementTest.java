package io.valence.domain.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.configuration.ValueType;
import io.valence.domain.configuration.Verdict;
import io.valence.domain.resource.VendorApi;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

class ElementTest {
    private static final ConfigurationSchema CREDENTIALS =
            ConfigurationSchema.of(
                    ConfigurationEntry.required(1, "username", ValueType.text(128)),
                    ConfigurationEntry.required(2, "password", ValueType.secretText()));

    @Test
    void cannotBeMadeWithoutAnEntryThatItsSchemeReads() {
        var usernameOnly =
                ConfigurationSchema.of(
                        ConfigurationEntry.required(1, "username", ValueType.text(128)));

        assertThatThrownBy(() -> element(new AuthenticationScheme.Basic(), usernameOnly))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sample authenticates by basic and has no entry password");
    }

    @Test
    void answersToItsNumberItsAliasesAndItsKey() {
        var element = element(new AuthenticationScheme.Basic(), CREDENTIALS);

        assertThat(element.answersTo(new ElementId(2198))).isTrue();
        assertThat(element.answersTo(new ElementId(1468))).isTrue();
        assertThat(element.answersTo(new ElementKey("sample"))).isTrue();
        assertThat(element.answersTo(new ElementId(1))).isFalse();
        assertThat(element.answersTo(new ElementKey("Sample"))).isFalse();
    }

    @Test
    void judgesConfigurationsByItsSchema() {
        var element = element(new AuthenticationScheme.Basic(), CREDENTIALS);

        var verdict = element.validator().validate(Supplied.of(Map.of("username", "bob")));

        assertThat(verdict).isInstanceOf(Verdict.Invalid.class);
        assertThat(((Verdict.Invalid) verdict).problems())
                .singleElement()
                .isInstanceOf(Problem.Missing.class);
    }

    @Test
    void keepsTraitsAndAliasesThatNobodyCanChange() {
        var traits = new HashSet<>(Set.of(Trait.BETA, Trait.ACTIVE));
        var element = element(new AuthenticationScheme.None(), CREDENTIALS, traits);

        traits.add(Trait.DELETED);

        assertThat(element.traits()).containsExactly(Trait.ACTIVE, Trait.BETA);
        assertThat(element.is(Trait.BETA)).isTrue();
        assertThat(element.is(Trait.DELETED)).isFalse();
        assertThatThrownBy(() -> element.traits().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> element.aliases().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aRemovedOneStandsInWithItsNumberAndNothingElse() {
        var removed = Element.removed(new ElementId(5));

        assertThat(removed.answersTo(new ElementId(5))).isTrue();
        assertThat(removed.traits()).containsExactly(Trait.DELETED);
        assertThat(removed.schema().entries()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Trait.class)
    void aTraitIsFoundByItsNameInFiles(Trait trait) {
        assertThat(Trait.named(trait.wireName())).contains(trait);
    }

    @Test
    void noTraitIsFoundByAnotherName() {
        assertThat(Trait.named("Active")).isEmpty();
    }

    private static Element element(AuthenticationScheme scheme, ConfigurationSchema schema) {
        return element(scheme, schema, Set.of(Trait.ACTIVE));
    }

    private static Element element(
            AuthenticationScheme scheme, ConfigurationSchema schema, Set<Trait> traits) {
        return new Element(
                new ElementId(2198),
                Set.of(new ElementId(1468)),
                new ElementKey("sample"),
                "Sample",
                "",
                "crm",
                "",
                "",
                "http",
                scheme,
                schema,
                traits,
                List.of(),
                Optional.empty(),
                VendorApi.UNKNOWN);
    }
}
