package io.valence.application.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatObject;

import io.valence.application.bench.Bench;
import io.valence.application.instance.ProvisionInstance.Outcome;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.instance.Instance;
import io.valence.domain.secret.Secret;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;
import io.valence.testkit.memory.InMemoryVendors.Reply;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

/** What a vendor says to the first call that is made with somebody's credentials. */
class ProvisionCheckedTest {
    private final Bench bench = new Bench();

    private static VendorObjection objection(Outcome outcome) {
        return ((Outcome.NotLetIn) outcome).objection();
    }

    @Nested
    class OfANameAndAPassword {
        private Outcome provision(boolean check) {
            return bench.provision(
                    "basicchecked",
                    Bench.draft("Test", List.of(), Supplied.of(Bench.oracle())),
                    check);
        }

        @Test
        void asksWithThemForWhatTheElementNames() {
            bench.api.answer("/accounts", Reply.json(200, "[]"));

            assertThat(provision(true)).isInstanceOf(Outcome.Provisioned.class);

            var sent = bench.api.sent().getFirst();
            assertThat(sent.host() + sent.target())
                    .isEqualTo("mysite.example.com/accounts?limit=1");
            assertThat(sent.header("Authorization")).contains("Basic YWRhOnBhNTU=");
            assertThat(bench.api.open()).isZero();
        }

        @Test
        void passesTheVendorsWordsOnWithoutAnySecretInThem() {
            bench.api.answer("/accounts", new Reply(401, List.of(), "ada,\n pa55 is   wrong"));

            Outcome outcome = provision(true);

            assertThatObject(objection(outcome))
                    .isEqualTo(
                            new VendorObjection.CredentialsRefused(401, "ada, ******** is wrong"));
            assertThat(bench.everything()).isEmpty();
            assertThat(bench.api.open()).isZero();
        }

        @Test
        void asksNobodyIfTheCallerDoesNotWantThat() {
            assertThat(provision(false)).isInstanceOf(Outcome.Provisioned.class);

            assertThat(bench.api.sent()).isEmpty();
        }

        @Test
        void passesOnThatTheVendorFailed() {
            bench.api.answer("/accounts", Reply.json(503, "busy"));

            assertThatObject(objection(provision(true)))
                    .isEqualTo(new VendorObjection.Failed(503, "busy"));
            assertThat(bench.everything()).isEmpty();
        }

        @Test
        void passesOnThatTheVendorDidNotAnswer() {
            bench.api.answerNext(new VendorAnswer.Unreachable("No answer", true, true));

            assertThatObject(objection(provision(true)))
                    .isEqualTo(new VendorObjection.Unreachable("No answer", true));
        }

        @Test
        void namesABaseAddressThatRequestsMayNotGoTo() {
            bench.api.bar("mysite.example.com");

            assertThat(((Outcome.Rejected) provision(true)).problems())
                    .extracting(Problem::place)
                    .containsExactly(Place.entry(new ConfigurationKey("base.url")));
        }
    }

    @Nested
    class OfTokens {
        private Outcome provision() {
            return bench.provision(
                    "oauthchecked", Bench.draft(Bench.client(), Bench.came(bench.consent())));
        }

        @Test
        void asksWithTheNewToken() {
            bench.api.answer("/v1/me", Reply.json(200, "{}"));

            assertThat(provision()).isInstanceOf(Outcome.Provisioned.class);

            assertThat(bench.api.sent().getFirst().header("Authorization"))
                    .contains("Bearer access-1");
            assertThat(bench.vendor.liveGrants()).isEqualTo(1);
        }

        @Test
        void givesThemBackIfTheVendorRefusesThem() {
            bench.api.answer("/v1/me", Reply.json(403, "access-1 and refresh-1 may not"));

            Outcome outcome = provision();

            assertThatObject(objection(outcome))
                    .isEqualTo(
                            new VendorObjection.CredentialsRefused(
                                    403, "******** and ******** may not"));
            assertThat(bench.everything()).isEmpty();
            bench.giveBack.run();
            assertThat(bench.vendor.liveGrants()).isZero();
        }

        @Test
        void leavesThoseAloneThatWereHadElsewhere() {
            bench.api.answer("/v1/me", Reply.json(403, "no"));

            Outcome outcome =
                    bench.provision(
                            "oauthchecked",
                            Bench.initial(
                                    Bench.clientAnd(Map.of("oauth.user.token", "had-elsewhere"))));

            assertThat(objection(outcome)).isInstanceOf(VendorObjection.CredentialsRefused.class);
            bench.giveBack.run();
            assertThat(bench.vendor.asked(Question.REVOKE)).isZero();
        }

        @Test
        void leavesARefreshTokenAloneThatWasHadElsewhere() {
            Instance elsewhere = bench.authorized();
            bench.vendor.keepRefreshTokens();
            bench.api.answer("/v1/me", Reply.json(503, "busy"));
            InstanceDraft taken =
                    Bench.initial(Bench.clientAnd(Map.of("oauth.user.refresh_token", "refresh-1")));

            Outcome outcome = bench.provision("oauthchecked", taken);

            assertThatObject(objection(outcome)).isEqualTo(new VendorObjection.Failed(503, "busy"));
            bench.giveBack.run();
            assertThat(bench.vendor.asked(Question.REVOKE)).isZero();
            assertThat(bench.vendor.letsIn(bench.grant(elsewhere).tokens().access())).isTrue();
            bench.api.answer("/v1/me", Reply.json(200, "{}"));
            assertThat(bench.provision("oauthchecked", taken))
                    .isInstanceOf(Outcome.Provisioned.class);
        }

        @Test
        void checksNoTokenThatIsPastItsEnd() {
            Outcome outcome =
                    bench.provision(
                            "oauthchecked",
                            Bench.initial(
                                    Bench.clientAnd(
                                            Map.of(
                                                    "oauth.user.token", "access",
                                                    "oauth.user.refresh_token", "refresh",
                                                    "oauth.user.refresh_interval", "60",
                                                    "oauth.user.refresh_time", "1000"))));

            assertThat(outcome).isInstanceOf(Outcome.Provisioned.class);
            assertThat(bench.api.sent()).isEmpty();
            assertThat(Secret.of("refresh"))
                    .isEqualTo(
                            bench.grant(((Outcome.Provisioned) outcome).instance().instance())
                                    .tokens()
                                    .refresh()
                                    .orElseThrow());
        }
    }
}
