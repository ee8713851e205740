package io.valence.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.call.VendorWords;
import io.valence.domain.secret.Secret;
import io.valence.testkit.contract.AuthorizationServer;
import io.valence.testkit.contract.VendorAuthorizationContract;
import io.valence.testkit.sample.SampleClock;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

class InMemoryVendorAuthorizationTest implements VendorAuthorizationContract {
    private static final Secret ID = Secret.of("client");
    private static final Secret SECRET = Secret.of("client-secret");

    private final SampleClock clock = new SampleClock(Instant.parse("2026-05-06T07:08:09Z"));
    private final InMemoryVendorAuthorization vendor = new InMemoryVendorAuthorization(clock);

    InMemoryVendorAuthorizationTest() {
        vendor.register(ID, SECRET);
        vendor.bar("barred.example.com");
    }

    @Override
    public VendorAuthorization authorization() {
        return vendor;
    }

    @Override
    public AuthorizationServer server() {
        return new Scripted();
    }

    private TokenAnswer.Granted renewed(TokenAnswer.Granted before) {
        return (TokenAnswer.Granted)
                vendor.refresh(server().client(), before.refresh().orElseThrow());
    }

    private TokenAnswer.Granted begun() {
        return (TokenAnswer.Granted)
                vendor.exchange(
                        server().client(),
                        new io.valence.domain.authorization.AuthorizationCode(
                                vendor.consent(ID, CALLBACK), CALLBACK, Optional.empty()));
    }

    @Test
    void takesEverythingBackFromWhoUsesARefreshTokenTwice() {
        TokenAnswer.Granted first = begun();
        TokenAnswer.Granted second = renewed(first);

        TokenAnswer again = vendor.refresh(server().client(), first.refresh().orElseThrow());

        assertThat(again).isInstanceOf(TokenAnswer.Refused.class);
        assertThat(vendor.letsIn(second.access())).isFalse();
        assertThat(vendor.liveGrants()).isZero();
        assertThat(vendor.asked(InMemoryVendorAuthorization.Question.REFRESH)).isEqualTo(2);
    }

    @Test
    void letsNobodyInWithATokenPastItsEnd() {
        vendor.lifetime(Duration.ofMinutes(1));
        TokenAnswer.Granted granted = begun();

        clock.pass(Duration.ofMinutes(1));

        assertThat(vendor.letsIn(granted.access())).isFalse();
        assertThat(vendor.letsIn(renewed(granted).access())).isTrue();
    }

    @Test
    void keepsARefreshTokenThatItDoesNotReplace() {
        vendor.keepRefreshTokens();
        TokenAnswer.Granted first = begun();

        assertThat(renewed(first).refresh()).isEmpty();
        assertThat(vendor.letsIn(renewed(first).access())).isTrue();
    }

    private final class Scripted implements AuthorizationServer {
        @Override
        public OAuthClient client() {
            return new OAuthClient(
                    URI.create("https://vendor.example.com/token"),
                    URI.create("https://vendor.example.com/token"),
                    Optional.of(URI.create("https://vendor.example.com/revoke")),
                    ID,
                    SECRET,
                    true,
                    Optional.empty());
        }

        @Override
        public Secret consent(String callback, Optional<Secret> verifier) {
            return vendor.consent(ID, callback, verifier);
        }

        @Override
        public void next(Mishap mishap) {
            vendor.distortNext(answer -> distorted(answer, mishap));
        }

        private static TokenAnswer distorted(TokenAnswer answer, Mishap mishap) {
            return switch (mishap) {
                case NO_LIFETIME -> {
                    var granted = (TokenAnswer.Granted) answer;
                    yield new TokenAnswer.Granted(
                            granted.access(),
                            granted.refresh(),
                            Optional.empty(),
                            Optional.empty());
                }
                case NO_REFRESH_TOKEN -> {
                    var granted = (TokenAnswer.Granted) answer;
                    yield new TokenAnswer.Granted(
                            granted.access(),
                            Optional.empty(),
                            granted.lifetime(),
                            Optional.empty());
                }
                case NO_TOKENS -> new TokenAnswer.Unusable(200, "<html>");
                case REPEATED_SECRET ->
                        new TokenAnswer.Refused(
                                400,
                                "invalid_grant",
                                VendorWords.plain("I know client-secret", List.of(SECRET)));
                case SERVER_ERROR -> new TokenAnswer.Unusable(500, "Sorry");
                case CONNECTION_LOST -> new TokenAnswer.Unreachable("No connection", false, false);
                case NO_ANSWER -> new TokenAnswer.Unreachable("No answer in time", true, false);
            };
        }

        @Override
        public boolean letsIn(Secret access) {
            return vendor.letsIn(access);
        }

        @Override
        public int requests() {
            return vendor.askedForTokens()
                    + vendor.asked(InMemoryVendorAuthorization.Question.REVOKE);
        }

        @Override
        public URI barred() {
            return URI.create("https://barred.example.com/token");
        }
    }
}
