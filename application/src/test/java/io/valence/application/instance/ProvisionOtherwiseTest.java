package io.valence.application.instance;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.authorization.ProviderData;
import io.valence.application.bench.Bench;
import io.valence.application.instance.ProvisionInstance.Outcome;
import io.valence.domain.authorization.AuthorizationCode;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.instance.Instance;
import io.valence.domain.secret.Secret;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tokens that no code is exchanged for. */
class ProvisionOtherwiseTest {
    private final Bench bench = new Bench();

    @Nested
    class ForTheApplicationItself {
        @Test
        void obtainsTokensWithoutAnybodysConsent() {
            Instance instance =
                    bench.provisioned(
                            "oauthclient", Bench.draft(Bench.client(), ProviderData.none()));

            Tokens tokens = bench.grant(instance).tokens();
            assertThat(bench.vendor.letsIn(tokens.access())).isTrue();
            assertThat(tokens.refresh()).isEmpty();
            assertThat(bench.grant(instance).refreshAt()).isPresent();
            assertThat(bench.vendor.asked(Question.OBTAIN)).isEqualTo(1);
        }

        @Test
        void passesOnThatTheVendorDoesNotKnowIt() {
            Outcome outcome =
                    bench.provision(
                            "oauthclient",
                            Bench.draft(
                                    Bench.clientAnd(Map.of("oauth.api.secret", "wrong")),
                                    ProviderData.none()));

            assertThat(((Outcome.NotLetIn) outcome).objection())
                    .isInstanceOf(VendorObjection.GrantRefused.class);
            assertThat(bench.everything()).isEmpty();
        }

        @Test
        void needsNoTokensThatWereHadElsewhere() {
            Outcome outcome = bench.provision("oauthclient", Bench.initial(Bench.client()));

            assertThat(outcome).isInstanceOf(Outcome.Provisioned.class);
        }
    }

    @Nested
    class WithTokensThatWereHadElsewhere {
        private Tokens hadElsewhere() {
            OAuthClient client =
                    new OAuthClient(
                            URI.create("https://auth.example.com/token"),
                            URI.create("https://auth.example.com/token"),
                            Optional.empty(),
                            Secret.of("client"),
                            Secret.of("client-secret"),
                            true,
                            Optional.empty());
            AuthorizationCode code =
                    new AuthorizationCode(bench.consent(), Bench.CALLBACK, Optional.empty());
            return ((TokenAnswer.Granted) bench.vendor.exchange(client, code))
                    .tokens(Bench.NOW, Optional.empty());
        }

        /** Tokens as a caller writes them: the names of those of the vendor in memory. */
        private Map<String, String> supplied(Tokens tokens) {
            assertThat(tokens.access()).isEqualTo(Secret.of("access-1"));
            assertThat(tokens.refresh()).contains(Secret.of("refresh-1"));
            return Map.of("oauth.user.token", "access-1", "oauth.user.refresh_token", "refresh-1");
        }

        @Test
        void renewsAtOnceWithARefreshTokenAlone() {
            Tokens had = hadElsewhere();

            Instance instance =
                    bench.provisioned(
                            "oauth",
                            Bench.initial(
                                    Bench.clientAnd(
                                            Map.of("oauth.user.refresh_token", "refresh-1"))));

            Tokens tokens = bench.grant(instance).tokens();
            assertThat(tokens.access()).isNotEqualTo(had.access());
            assertThat(bench.vendor.letsIn(tokens.access())).isTrue();
            assertThat(bench.vendor.asked(Question.REFRESH)).isEqualTo(1);
            assertThat(bench.instances.vault().open(instance.id()).find(Tokens.REFRESH_KEY))
                    .isEmpty();
        }

        @Test
        void keepsARefreshTokenThatTheVendorDoesNotReplace() {
            hadElsewhere();
            bench.vendor.keepRefreshTokens();

            Instance instance =
                    bench.provisioned(
                            "oauth",
                            Bench.initial(
                                    Bench.clientAnd(
                                            Map.of("oauth.user.refresh_token", "refresh-1"))));

            assertThat(bench.grant(instance).tokens().refresh()).contains(Secret.of("refresh-1"));
        }

        @Test
        void passesTheVendorsRefusalOfARefreshTokenOn() {
            Outcome outcome =
                    bench.provision(
                            "oauth",
                            Bench.initial(
                                    Bench.clientAnd(
                                            Map.of("oauth.user.refresh_token", "made-up"))));

            assertThat(((Outcome.NotLetIn) outcome).objection())
                    .isInstanceOf(VendorObjection.GrantRefused.class);
            assertThat(bench.everything()).isEmpty();
        }

        @Test
        void usesBothTokensAsTheyAre() {
            Tokens had = hadElsewhere();
            bench.clock.pass(Duration.ofMinutes(20));
            Map<String, String> values = new java.util.HashMap<>(supplied(had));
            values.put("oauth.user.refresh_interval", "3600");
            values.put("oauth.user.refresh_time", Long.toString(Bench.NOW.toEpochMilli()));

            Instance instance = bench.provisioned("oauth", Bench.initial(Bench.clientAnd(values)));

            Instant inMilliseconds = Instant.ofEpochMilli(Bench.NOW.toEpochMilli());
            assertThat(bench.grant(instance).tokens())
                    .isEqualTo(
                            new Tokens(
                                    had.access(),
                                    had.refresh(),
                                    inMilliseconds,
                                    Optional.of(inMilliseconds.plusSeconds(3600))));
            assertThat(bench.vendor.asked(Question.REFRESH)).isZero();
            assertThat(bench.instances.vault().open(instance.id()).find(Tokens.ACCESS_KEY))
                    .isEmpty();
        }

        @Test
        void isToRenewBothTokensSoonIfNobodySaysForHowLongTheyAreGood() {
            Instance instance =
                    bench.provisioned(
                            "oauth", Bench.initial(Bench.clientAnd(supplied(hadElsewhere()))));

            assertThat(bench.grant(instance).refreshAt()).contains(Bench.NOW);
        }

        @Test
        void usesAnAccessTokenAloneUntilItIsRefused() {
            hadElsewhere();

            Instance instance =
                    bench.provisioned(
                            "oauth",
                            Bench.initial(Bench.clientAnd(Map.of("oauth.user.token", "access-1"))));

            assertThat(bench.grant(instance).tokens().expiresAt()).isEmpty();
            assertThat(bench.grant(instance).refreshAt()).isEmpty();
        }

        @Test
        void takesAnEternityForACentury() {
            Map<String, String> values =
                    Map.of(
                            "oauth.user.token", "access-1",
                            "oauth.user.refresh_interval", "99999999999999",
                            "oauth.user.refresh_time", "99999999999999");

            Instance instance = bench.provisioned("oauth", Bench.initial(Bench.clientAnd(values)));

            assertThat(bench.grant(instance).tokens().obtainedAt()).isEqualTo(Bench.NOW);
            assertThat(bench.grant(instance).tokens().expiresAt())
                    .contains(Bench.NOW.plus(Duration.ofDays(36_500)));
        }

        @Test
        void wantsARefreshToken() {
            Outcome outcome = bench.provision("oauth", Bench.initial(Bench.client()));

            assertThat(((Outcome.Rejected) outcome).problems())
                    .containsExactly(new Problem.Missing(Place.entry(Tokens.REFRESH_KEY)));
        }

        @Test
        void wantsARefreshTokenThatTheElementTakes() {
            Outcome outcome =
                    bench.provision(
                            "oauthbare",
                            Bench.initial(
                                    Bench.clientAnd(
                                            Map.of("oauth.user.refresh_token", "refresh-1"))));

            assertThat(((Outcome.Rejected) outcome).problems())
                    .containsExactly(new Problem.Missing(Place.entry(Tokens.REFRESH_KEY)));
        }
    }
}
