package io.valence.application.call;

import io.valence.application.authorization.RenewTokens;
import io.valence.domain.call.Connection;
import io.valence.domain.call.Preview;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorRequest;
import io.valence.domain.call.Vendors;
import io.valence.domain.element.Element;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.InstanceId;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * One who takes a call to the vendor of an instance, once, with the instance's credentials: stale
 * tokens are renewed before, and once after a 401.
 */
final class Courier {
    private static final int UNAUTHORIZED = 401;

    /**
     * Tokens that are younger were refused for another reason than their age. Those that are from
     * the future are older than a clock knows that has gone back.
     */
    private static final Duration YOUNG = Duration.ofSeconds(30);

    /** Methods that may be sent twice (RFC 9110, section 9.2.2). */
    private static final Set<String> IDEMPOTENT =
            Set.of("GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE");

    private final Vendors vendors;
    private final RenewTokens renew;
    private final InstantSource time;
    private final Passages passages = new Passages(Passage::of);

    Courier(Vendors vendors, RenewTokens renew, InstantSource time) {
        this.vendors = vendors;
        this.renew = renew;
        this.time = time;
    }

    /** The way to the vendor, as it was found for calls before if there were any. */
    Passage passage(Reached reached) {
        return passages.of(reached.element(), reached.connection());
    }

    /** How the vendor would be asked. */
    Preview preview(Passage.Open passage, VendorCall call) {
        return vendors.preview(passage.request(call));
    }

    /** Takes it there and brings back what the vendor did. */
    Trial carryOut(Reached reached, VendorCall call) {
        Optional<Grant> grant = reached.connection().grant();
        Instant now = time.instant();
        if (grant.isPresent() && grant.get().tokens().areStale(now)) {
            return renewed(reached, call, grant.get());
        }
        grant.filter(found -> found.refreshAt().filter(at -> !now.isBefore(at)).isPresent())
                .ifPresent(due -> renew.suggest(due.instance(), due.generation()));
        return send(reached, call);
    }

    /** With tokens in place of those that are past their end. */
    private Trial renewed(Reached reached, VendorCall call, Grant grant) {
        InstanceId id = grant.instance();
        return switch (renew.renew(id, grant.generation(), Attempt.Cause.EXPIRED)) {
            case RenewTokens.Outcome.Renewed(var healthy) -> send(reached.with(healthy), call);
            case RenewTokens.Outcome.Kept(var usable) -> send(reached.with(usable), call);
            case RenewTokens.Outcome.Broken(var reason) ->
                    new Trial.Missed(new Setback.NotValid(id, reason));
            case RenewTokens.Outcome.Failed(var reason, var said, var late) ->
                    new Trial.Missed(new Setback.VendorFailed(id, reason, said, late));
            case RenewTokens.Outcome.Resting(var until) ->
                    new Trial.Missed(
                            new Setback.TryLater(
                                    id,
                                    "The vendor did not renew the tokens a moment ago",
                                    Duration.between(time.instant(), until)));
            case RenewTokens.Outcome.StillUnderWay() ->
                    new Trial.Missed(
                            new Setback.TryLater(
                                    id,
                                    "The vendor takes long to renew the tokens",
                                    Duration.ofSeconds(2)));
            case RenewTokens.Outcome.Gone() -> new Trial.Missed(new Setback.NoSuchInstance());
        };
    }

    private Trial send(Reached reached, VendorCall call) {
        VendorAnswer answer;
        switch (passage(reached)) {
            case Passage.Closed(var reason) -> {
                return new Trial.Missed(new Setback.Misconfigured(reached.id(), reason));
            }
            case Passage.Open open -> answer = send(reached, open.request(call));
        }
        if (answer instanceof VendorAnswer.Answered refused
                && refused.status() == UNAUTHORIZED
                && refused.atHome()
                && mayHaveExpired(reached.connection())) {
            try {
                return healed(reached, call, refused);
            } catch (RuntimeException | Error failure) {
                // Nobody else knows of this answer, and it holds a connection to the vendor.
                refused.content().forgo();
                throw failure;
            }
        }
        return new Trial.Heard(reached, answer);
    }

    private VendorAnswer send(Reached reached, VendorRequest request) {
        return reached.recording().isPresent()
                ? reached.recording().get().send(vendors, reached, request)
                : vendors.send(request);
    }

    private boolean mayHaveExpired(Connection connection) {
        return connection
                .grant()
                .map(grant -> Duration.between(grant.tokens().obtainedAt(), time.instant()))
                .filter(age -> age.abs().compareTo(YOUNG) > 0)
                .isPresent();
    }

    /**
     * After a 401: the tokens are renewed, and the request is sent once more if that does no harm.
     * Otherwise the caller gets the 401, and succeeds when asking again.
     */
    private Trial healed(Reached reached, VendorCall call, VendorAnswer.Answered refused) {
        Element element = reached.element();
        Grant grant = reached.connection().grant().orElseThrow();
        RenewTokens.Outcome renewal =
                renew.renew(grant.instance(), grant.generation(), Attempt.Cause.UNAUTHORIZED);
        boolean again = call.isRepeatable() && IDEMPOTENT.contains(call.method());
        if (renewal instanceof RenewTokens.Outcome.Renewed(var healthy)
                && again
                && passages.of(element, healthy) instanceof Passage.Open open) {
            refused.content().forgo();
            Reached through = reached.with(healthy);
            return new Trial.Heard(through, send(through, open.request(call)));
        }
        if (renewal instanceof RenewTokens.Outcome.Broken(var reason)) {
            refused.content().forgo();
            return new Trial.Missed(new Setback.NotValid(grant.instance(), reason));
        }
        return new Trial.Heard(reached, refused);
    }
}
