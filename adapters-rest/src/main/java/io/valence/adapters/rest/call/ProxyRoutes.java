package io.valence.adapters.rest.call;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.ErrorBody;
import io.valence.adapters.rest.http.Refusal;
import io.valence.adapters.rest.http.Route;
import io.valence.application.call.CallVendor;
import io.valence.domain.account.User;
import io.valence.domain.call.Header;
import io.valence.domain.instance.InstanceId;

import java.time.Duration;
import java.util.List;

/** The vendor's API as it is, by the number of an instance or by its token. */
public final class ProxyRoutes {
    private static final String BY_ID = "/api-v2/instances/{id}/proxy";
    private static final String BY_TOKEN = "/api-v2/instances/proxy";

    private final CallVendor vendor;

    /** Routes to this use case. */
    public ProxyRoutes(CallVendor vendor) {
        this.vendor = vendor;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.everythingBelow(BY_ID, this::byId),
                Route.everythingBelow(BY_TOKEN, this::byToken));
    }

    private Answer byId(Call call) {
        User caller = call.caller();
        InstanceId id = call.orNotFound(InstanceId.parse(call.path("id")), "instance", "id");
        return pass(call, caller, new CallVendor.Through.ById(id));
    }

    private Answer byToken(Call call) {
        User caller = call.callerThroughToken();
        return pass(call, caller, new CallVendor.Through.ByToken(call.elementToken()));
    }

    private Answer pass(Call call, User caller, CallVendor.Through through) {
        CallVendor.Outcome outcome =
                vendor.call(
                        new CallVendor.Request(
                                caller,
                                through,
                                call.method(),
                                call.target(),
                                call.headers(),
                                call.stream()));
        return answer(call, through, outcome);
    }

    private static Answer answer(
            Call call, CallVendor.Through through, CallVendor.Outcome outcome) {
        return switch (outcome) {
            case CallVendor.Outcome.Answered(var instance, var answered) -> {
                Answer answer =
                        Answer.streamed(
                                answered.status(),
                                answered.content(),
                                late -> broken(call, instance, late));
                for (Header header : answered.headers()) {
                    if (!isOurs(header)) {
                        answer.with(header.name(), header.value());
                    }
                }
                yield of(call, instance, answer);
            }
            case CallVendor.Outcome.NoSuchInstance() ->
                    switch (through) {
                        case CallVendor.Through.ById(var id) ->
                                ErrorBody.notFound(call, "instance", id);
                        case CallVendor.Through.ByToken _ -> throw Refusal.unknownToken();
                    };
            case CallVendor.Outcome.Disabled(var instance) ->
                    of(
                            call,
                            instance,
                            ErrorBody.plain(
                                    call,
                                    403,
                                    "The instance is disabled. Enable it by PUT"
                                            + " /instances/"
                                            + instance
                                            + "/enabled."));
            case CallVendor.Outcome.NotValid(var instance, var reason) ->
                    of(
                            call,
                            instance,
                            ErrorBody.plain(call, 401, "The instance is not valid. " + reason));
            case CallVendor.Outcome.Misconfigured(var instance, var reason) ->
                    of(call, instance, ErrorBody.plain(call, 409, reason + ". Update it."));
            case CallVendor.Outcome.Barred(var instance, var reason) ->
                    of(
                            call,
                            instance,
                            ErrorBody.plain(
                                    call,
                                    403,
                                    "The request was not sent to the vendor: " + reason));
            case CallVendor.Outcome.BodyBrokeOff(var instance, var late) -> {
                Refusal refusal = Refusal.brokenBody(late);
                yield of(
                        call,
                        instance,
                        ErrorBody.plain(call, refusal.status(), refusal.sentence()));
            }
            case CallVendor.Outcome.VendorFailed(var instance, var reason, var said, var late) ->
                    of(
                            call,
                            instance,
                            ErrorBody.ofVendor(
                                    call,
                                    late ? 504 : 502,
                                    "The vendor did not do its part: " + reason + ".",
                                    said));
            case CallVendor.Outcome.TryLater(var instance, var reason, var rest) ->
                    of(
                            call,
                            instance,
                            ErrorBody.plain(call, 503, reason + ". Try again later.")
                                    .with("Retry-After", seconds(rest)));
        };
    }

    private static Answer broken(Call call, InstanceId instance, boolean late) {
        return of(
                call,
                instance,
                ErrorBody.plain(
                        call,
                        late ? 504 : 502,
                        "The vendor did not do its part: its answer "
                                + (late ? "came too slowly." : "broke off.")));
    }

    private static Answer of(Call call, InstanceId instance, Answer answer) {
        call.note("instance", instance.toString());
        return answer.with("Elements-Element-Instance-Id", instance.toString());
    }

    /** What this server says itself, a vendor does not say in its place. */
    private static boolean isOurs(Header header) {
        return header.speaksForItsHost()
                || header.is("Date")
                || begins(header, "Elements-")
                || begins(header, "Access-Control-");
    }

    private static boolean begins(Header header, String beginning) {
        return header.name().regionMatches(true, 0, beginning, 0, beginning.length());
    }

    private static String seconds(Duration rest) {
        return Long.toString(Math.max(1, rest.plusMillis(999).toSeconds()));
    }
}
