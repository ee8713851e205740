package io.valence.application.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.application.bench.Bench;
import io.valence.application.instance.InstanceReference;
import io.valence.domain.authorization.AuthorizationCode;
import io.valence.domain.authorization.AuthorizationRequest;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Revocation;
import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.authorization.TokenExchange;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.instance.GiveBack;
import io.valence.domain.instance.Instance;
import io.valence.domain.secret.Secret;
import io.valence.testkit.memory.InMemoryVendorAuthorization.Question;
import io.valence.testkit.sample.SampleTokens;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

class GiveTokensBackTest {
    private final Bench bench = new Bench();

    private void deleted() {
        Instance instance = bench.authorized();
        bench.delete.delete(bench.ada, new InstanceReference.ById(instance.id()));
    }

    private int attempts() {
        return bench.vendor.asked(Question.REVOKE);
    }

    @Test
    void givesBackOnce() {
        deleted();
        assertThat(bench.vendor.liveGrants()).isEqualTo(1);

        assertThat(bench.giveBack.run()).isEqualTo(1);

        assertThat(bench.vendor.liveGrants()).isZero();
        assertThat(bench.giveBack.run()).isZero();
        assertThat(attempts()).isEqualTo(1);
    }

    @Test
    void triesAgainLaterIfTheVendorCannotTakeThemNow() {
        deleted();
        bench.vendor.answerRevocations(Revocation.POSTPONED);

        assertThat(bench.giveBack.run()).isEqualTo(1);
        assertThat(bench.giveBack.run()).isZero();
        bench.clock.pass(Duration.ofSeconds(30));
        assertThat(bench.giveBack.run()).isEqualTo(1);
        bench.clock.pass(Duration.ofSeconds(30));
        assertThat(bench.giveBack.run()).isZero();
        bench.vendor.recover();
        bench.clock.pass(Duration.ofSeconds(30));

        assertThat(bench.giveBack.run()).isEqualTo(1);
        assertThat(bench.vendor.liveGrants()).isZero();
    }

    @Test
    void givesUpAfterADay() {
        deleted();
        bench.vendor.answerRevocations(Revocation.POSTPONED);

        for (int minute = 0; minute < 3 * 24 * 60; minute++) {
            bench.giveBack.run();
            bench.clock.pass(Duration.ofMinutes(1));
        }

        assertThat(attempts()).isBetween(8, 20);
        int sofar = attempts();
        bench.clock.pass(Duration.ofDays(10));
        assertThat(bench.giveBack.run()).isZero();
        assertThat(attempts()).isEqualTo(sofar);
    }

    @Test
    void givesBackAllThatAreDue() {
        for (int i = 0; i < 60; i++) {
            deleted();
        }

        assertThat(bench.giveBack.run() + bench.giveBack.run()).isEqualTo(60);
        assertThat(bench.vendor.liveGrants()).isZero();
    }

    /** A vendor of two addresses, one of which can be slow or down. */
    private final class TwoAddresses implements VendorAuthorization {
        private final List<String> asked = new CopyOnWriteArrayList<>();
        private final CountDownLatch opens = new CountDownLatch(1);
        private Revocation answer = Revocation.SETTLED;
        private Duration needed = Duration.ZERO;
        private boolean closed;

        private GiveTokensBack use() {
            return new GiveTokensBack(
                    bench.instances.giveBacks(),
                    this,
                    bench.clock,
                    task -> Thread.ofVirtual().start(task));
        }

        private long asked(String host) {
            return asked.stream().filter(host::equals).count();
        }

        @Override
        public VendorAuthorization watchedBy(Consumer<TokenExchange> witness) {
            return bench.vendor.watchedBy(witness);
        }

        @Override
        public Revocation revoke(OAuthClient client, Tokens tokens) {
            String host = client.revokeUrl().orElseThrow().getHost();
            asked.add(host);
            if (!host.equals("slow.example.com")) {
                return Revocation.SETTLED;
            }
            try {
                if (closed && !opens.await(30, TimeUnit.SECONDS)) {
                    return Revocation.POSTPONED;
                }
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return Revocation.POSTPONED;
            }
            bench.clock.pass(needed);
            return answer;
        }

        @Override
        public URI address(AuthorizationRequest request) {
            return bench.vendor.address(request);
        }

        @Override
        public TokenAnswer exchange(OAuthClient client, AuthorizationCode code) {
            return bench.vendor.exchange(client, code);
        }

        @Override
        public TokenAnswer obtain(OAuthClient client) {
            return bench.vendor.obtain(client);
        }

        @Override
        public TokenAnswer refresh(OAuthClient client, Secret refreshToken) {
            return bench.vendor.refresh(client, refreshToken);
        }
    }

    private void kept(String host, int count) {
        Instant until = Bench.NOW.plus(Duration.ofDays(1));
        GiveBack sample = SampleTokens.giveBack(SampleTokens.first(), until);
        OAuthClient client = sample.client();
        OAuthClient there =
                new OAuthClient(
                        client.tokenUrl(),
                        client.refreshUrl(),
                        Optional.of(URI.create("https://" + host + "/revoke")),
                        client.id(),
                        client.secret(),
                        client.inHeader(),
                        client.scope());
        for (int i = 0; i < count; i++) {
            bench.instances.giveBacks().add(new GiveBack(there, sample.tokens(), until));
        }
    }

    @Test
    void letsNobodyWaitForASlowVendor() {
        TwoAddresses vendor = new TwoAddresses();
        vendor.closed = true;
        kept("slow.example.com", 2);
        kept("quick.example.com", 10);

        CompletableFuture<Integer> run = CompletableFuture.supplyAsync(vendor.use()::run);

        for (int i = 0;
                i < 1000
                        && (vendor.asked("quick.example.com") < 10
                                || vendor.asked("slow.example.com") < 1);
                i++) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        assertThat(vendor.asked("quick.example.com")).isEqualTo(10);
        assertThat(vendor.asked("slow.example.com")).isEqualTo(1);
        vendor.opens.countDown();
        assertThat(run.join()).isEqualTo(12);
        assertThat(vendor.asked("slow.example.com")).isEqualTo(2);
    }

    @Test
    void asksAVendorThatIsDownOnceThoughManyWait() {
        TwoAddresses vendor = new TwoAddresses();
        vendor.answer = Revocation.POSTPONED;
        kept("slow.example.com", 120);
        kept("quick.example.com", 10);

        int tried = vendor.use().run();

        assertThat(tried).isEqualTo(130);
        assertThat(vendor.asked("slow.example.com")).isEqualTo(1);
        assertThat(vendor.asked("quick.example.com")).isEqualTo(10);
        bench.clock.pass(Duration.ofSeconds(30));
        assertThat(vendor.use().run()).isEqualTo(120);
        assertThat(vendor.asked("slow.example.com")).isEqualTo(2);
    }

    @Test
    void letsAVendorRestThatTakesItsTime() {
        TwoAddresses vendor = new TwoAddresses();
        vendor.needed = Duration.ofSeconds(11);
        kept("slow.example.com", 5);

        assertThat(vendor.use().run()).isEqualTo(5);

        assertThat(vendor.asked("slow.example.com")).isEqualTo(2);
        bench.clock.pass(Duration.ofSeconds(30));
        assertThat(vendor.use().run()).isEqualTo(3);
    }
}
