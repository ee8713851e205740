package io.valence.application.bench;

import io.valence.application.authorization.RenewDueTokens;
import io.valence.application.authorization.RenewTokens;
import io.valence.application.authorization.RenewalPace;
import io.valence.application.authorization.RenewalTurn;
import io.valence.application.call.CallVendor;
import io.valence.application.call.Pause;
import io.valence.application.call.Reach;
import io.valence.application.call.Repetition;
import io.valence.application.call.Through;
import io.valence.domain.account.User;
import io.valence.domain.call.Content;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;
import io.valence.testkit.memory.InMemoryVendorAuthorization;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Predicate;

/** One of the server processes that share the store of a bench. */
public final class Node {
    /** That of a server, but for what is waited for on the wall's clock. */
    public static final RenewalPace PACE =
            new RenewalPace(
                    Duration.ofMillis(300),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(15),
                    Duration.ofMillis(5),
                    Duration.ofMinutes(5));

    /** Nobody is out of patience with a vendor in memory. */
    public static final RenewalPace PATIENT =
            new RenewalPace(
                    Duration.ofSeconds(30),
                    PACE.deadline(),
                    PACE.lease(),
                    PACE.poll(),
                    PACE.skew());

    static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    public final List<Attempt> observed = new CopyOnWriteArrayList<>();

    /** How long calls rested, without waiting, before they were made again. */
    public final List<Duration> rests = new CopyOnWriteArrayList<>();

    public final CountedGrants grants;
    public final RenewTokens renew;
    public final RenewDueTokens renewDue;

    /** Enough for the largest crowd of a test. */
    private static final int MOST_IN_FLIGHT = 2_000;

    public final Reach reach;
    public final CallVendor call;
    private final User caller;

    public Node(Bench bench, String name) {
        this(bench, name, PATIENT);
    }

    public Node(Bench bench, String name, RenewalPace pace) {
        this(bench, name, pace, THREADS);
    }

    public Node(Bench bench, String name, RenewalPace pace, Executor threads) {
        caller = bench.ada;
        grants = new CountedGrants(bench.instances.grants());
        RenewalTurn turn =
                new RenewalTurn(
                        bench.elements,
                        bench.instances.connections(),
                        grants,
                        bench.vendor,
                        bench.giveBack,
                        pace,
                        bench.clock,
                        new Random(4711),
                        THREADS,
                        name,
                        observed::add);
        renew =
                new RenewTokens(
                        bench.instances.connections(), grants, turn, pace, bench.clock, threads);
        renewDue = new RenewDueTokens(grants, renew, bench.clock, 50);
        reach = reach(bench, MOST_IN_FLIGHT, rests::add);
        call = new CallVendor(reach, bench.kept);
    }

    /** A way for so many calls at a time, which rest so before they are made again. */
    public Reach reach(Bench bench, int mostInFlight, Pause pause) {
        return new Reach(
                bench.elements,
                bench.instances.connections(),
                bench.api,
                renew,
                bench.clock,
                mostInFlight,
                new Repetition(new Random(4711), pause));
    }

    /** Renews what a caller has just seen, as if it had found it expired. */
    public RenewTokens.Outcome renew(Instance instance) {
        Grant seen = grants.find(instance.id()).orElseThrow();
        return renew.renew(instance.id(), seen.generation(), Attempt.Cause.EXPIRED);
    }

    public CallVendor.Outcome get(Instance instance, String target) {
        return call(instance, "GET", target, Optional.empty());
    }

    public CallVendor.Outcome call(
            Instance instance, String method, String target, Optional<String> body) {
        return call.call(
                new CallVendor.Request(
                        caller,
                        new Through.ByToken(instance.token()),
                        method,
                        target,
                        List.of(),
                        body.map(Node::content)));
    }

    private static Content content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Content(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length));
    }

    /** Whether a credential is a token that this vendor lets in now. */
    public static Predicate<Credentials> currentAt(InMemoryVendorAuthorization vendor) {
        return credentials ->
                credentials.placed().stream()
                        .map(Credentials.Placed::value)
                        .anyMatch(value -> vendor.letsIn(value) || vendor.letsInBearer(value));
    }

    /** The status of a vendor's answer, whose body is read to its end and closed. */
    public static int status(CallVendor.Outcome outcome) {
        VendorAnswer.Answered answer = ((CallVendor.Outcome.Answered) outcome).answer();
        try (var bytes = answer.content().bytes()) {
            bytes.readAllBytes();
            return answer.status();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
