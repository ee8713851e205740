package io.valence.adapters.rest.call;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.Route;
import io.valence.application.call.CallVendor;
import io.valence.application.call.Recording;
import io.valence.application.call.Setback;
import io.valence.application.call.Through;
import io.valence.domain.account.User;
import io.valence.domain.call.Header;
import io.valence.domain.instance.InstanceId;

import java.util.List;
import java.util.Optional;

/** The vendor's API as it is, by the number of an instance or by its token. */
public final class ProxyRoutes {
    private static final String BY_ID = "/api-v2/instances/{id}/proxy";
    private static final String BY_TOKEN = "/api-v2/instances/proxy";

    private final CallVendor vendor;
    private final Recorded recorded;

    /** Routes to this use case. */
    public ProxyRoutes(CallVendor vendor, Recorded recorded) {
        this.recorded = recorded;
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
        return pass(call, caller, new Through.ById(id));
    }

    private Answer byToken(Call call) {
        User caller = call.callerThroughToken();
        return pass(call, caller, new Through.ByToken(call.elementToken()));
    }

    private Answer pass(Call call, User caller, Through through) {
        return recorded.answer(call, recording -> pass(call, caller, through, recording));
    }

    private Answer pass(Call call, User caller, Through through, Recording recording) {
        CallVendor.Request request =
                new CallVendor.Request(
                        caller,
                        through,
                        call.method(),
                        call.target(),
                        call.headers(),
                        recording.watching(call.stream()),
                        Optional.of(recording));
        return answer(
                call,
                through,
                Explanation.isWanted(call) ? vendor.explain(request) : vendor.call(request));
    }

    private static Answer answer(Call call, Through through, CallVendor.Outcome outcome) {
        return switch (outcome) {
            case CallVendor.Outcome.Answered(var instance, var answered) -> {
                Answer answer =
                        Answer.streamed(
                                answered.status(),
                                answered.content(),
                                late -> Setbacks.broken(call, instance, late));
                for (Header header : answered.headers()) {
                    if (!isOurs(header)) {
                        answer.with(header.name(), header.value());
                    }
                }
                yield Setbacks.through(call, instance, answer);
            }
            case CallVendor.Outcome.Explained(var instance, var outgoing) ->
                    Setbacks.through(
                            call,
                            instance,
                            Explanation.answer(
                                    call.method() + " " + call.target(),
                                    outgoing,
                                    Optional.empty()));
            case Setback setback -> Setbacks.answer(call, through, setback);
        };
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
}
