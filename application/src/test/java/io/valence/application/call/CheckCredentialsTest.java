package io.valence.application.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import io.valence.application.bench.Elements;
import io.valence.application.call.CheckCredentials.Outcome;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.configuration.Verdict;
import io.valence.domain.element.Element;
import io.valence.testkit.memory.InMemoryVendors;
import io.valence.testkit.memory.InMemoryVendors.Reply;
import io.valence.testkit.sample.SampleElement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

class CheckCredentialsTest {
    private final InMemoryVendors api = new InMemoryVendors();
    private final CheckCredentials check = new CheckCredentials(api);

    private static Element element(String key) {
        return Elements.all().stream()
                .filter(element -> element.key().value().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static UnlockedConfiguration configured(Element element, Map<String, String> values) {
        Verdict.Valid valid = (Verdict.Valid) element.validator().validate(Supplied.of(values));
        return new UnlockedConfiguration(valid.configuration(), valid.secrets());
    }

    private Outcome check(Element element) {
        return check.check(
                element,
                configured(
                        element,
                        Map.of(
                                "username", "ada",
                                "password", "pa55",
                                "site.url", "mysite.example.com")),
                Optional.empty());
    }

    private Outcome answered(int status) {
        api.answer("/accounts", new Reply(status, List.of(), "said"));
        Outcome outcome = check(element("basicchecked"));
        assertThat(api.open()).isZero();
        return outcome;
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 204, 429})
    void isLetIn(int status) {
        assertThatObject(answered(status)).isEqualTo(new Outcome.LetIn(status));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404})
    void isRefused(int status) {
        assertThatObject(answered(status)).isEqualTo(new Outcome.Refused(status, "said"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503})
    void seesTheVendorFail(int status) {
        assertThatObject(answered(status)).isEqualTo(new Outcome.Failed(status, "said"));
    }

    @Test
    void doesNotSeeTheVendor() {
        api.answerNext(new VendorAnswer.Unreachable("No such host", false, false));

        assertThatObject(check(element("basicchecked")))
                .isEqualTo(new Outcome.Unreachable("No such host", false));
    }

    @Test
    void hasNothingToAskIfTheElementDeclaresNoCall() {
        assertThat(check(element("oraclesalescloud"))).isInstanceOf(Outcome.NotDeclared.class);
        assertThat(api.sent()).isEmpty();
    }

    @Test
    void hasNothingToAskIfTheElementsCallIsForPingsAlone() {
        Element pinged =
                SampleElement.like(element("basicchecked")).pingedBy("/accounts").element();

        assertThat(check(pinged)).isInstanceOf(Outcome.NotDeclared.class);
        assertThat(api.sent()).isEmpty();
    }

    @Test
    void keepsTheElementsOwnPasswordFromAnAddressThatTheOwnerChose() {
        Element sharing =
                SampleElement.like(element("basicchecked"))
                        .withDefault("password", "the-elements-own")
                        .element();

        Outcome outcome =
                check.check(
                        sharing,
                        configured(
                                sharing, Map.of("username", "ada", "site.url", "evil.example.com")),
                        Optional.empty());

        assertThat(((Outcome.Rejected) outcome).problems())
                .extracting(Problem::place)
                .containsExactly(Place.entry(new ConfigurationKey("base.url")));
        assertThat(api.sent()).isEmpty();
    }

    @Test
    void quotesNeitherThePasswordNorItsEncoding() {
        api.answer(
                "/accounts",
                new Reply(401, List.of(), "ada:pa55 is not Basic YWRhOnBhNTU= nor YWRhOnBhNTU="));

        Outcome.Refused refused = (Outcome.Refused) check(element("basicchecked"));

        assertThat(refused.said()).doesNotContain("pa55").doesNotContain("YWRhOnBhNTU=");
    }

    @Test
    void reachesAnyoneWhoAnswersAtAll() {
        Element element = element("basicchecked");
        UnlockedConfiguration configuration =
                configured(
                        element,
                        Map.of(
                                "username", "ada",
                                "password", "pa55",
                                "site.url", "mysite.example.com"));

        assertThatObject(check.reach(element, configuration)).isEqualTo(new Outcome.LetIn(404));
        api.bar("mysite.example.com");
        assertThat(check.reach(element, configuration)).isInstanceOf(Outcome.Rejected.class);
        assertThat(api.open()).isZero();
        assertThat(api.sent().getFirst().headers()).isEmpty();
    }
}
