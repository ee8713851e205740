package io.valence.adapters.rest.call;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.ErrorBody;
import io.valence.adapters.rest.http.Refusal;
import io.valence.application.call.Setback;
import io.valence.application.call.Through;
import io.valence.domain.instance.InstanceId;

import java.time.Duration;

/** The answers to calls through an instance that brought nothing back from the vendor. */
public final class Setbacks {
    private Setbacks() {}

    /** What a caller hears of it, who named the instance so. */
    public static Answer answer(Call call, Through through, Setback setback) {
        return switch (setback) {
            case Setback.NoSuchInstance() ->
                    switch (through) {
                        case Through.ById(var id) -> ErrorBody.notFound(call, "instance", id);
                        case Through.ByToken _ -> throw Refusal.unknownToken();
                    };
            case Setback.Disabled(var instance) ->
                    through(
                            call,
                            instance,
                            ErrorBody.plain(
                                    call,
                                    403,
                                    "The instance is disabled. Enable it by PUT"
                                            + " /instances/"
                                            + instance
                                            + "/enabled."));
            case Setback.NotValid(var instance, var reason) ->
                    through(
                            call,
                            instance,
                            ErrorBody.plain(call, 401, "The instance is not valid. " + reason));
            case Setback.Misconfigured(var instance, var reason) ->
                    through(call, instance, ErrorBody.plain(call, 409, reason + ". Update it."));
            case Setback.Barred(var instance, var reason) ->
                    through(
                            call,
                            instance,
                            ErrorBody.plain(
                                    call,
                                    403,
                                    "The request was not sent to the vendor: " + reason));
            case Setback.BodyBrokeOff(var instance, var late) -> {
                Refusal refusal = Refusal.brokenBody(late);
                yield through(
                        call,
                        instance,
                        ErrorBody.plain(call, refusal.status(), refusal.sentence()));
            }
            case Setback.VendorFailed(var instance, var reason, var said, var late) ->
                    through(
                            call,
                            instance,
                            ErrorBody.ofVendor(
                                    call,
                                    late ? 504 : 502,
                                    "The vendor did not do its part: " + reason + ".",
                                    said));
            case Setback.TryLater(var instance, var reason, var rest) ->
                    through(
                            call,
                            instance,
                            ErrorBody.plain(call, 503, reason + ". Try again later.")
                                    .with("Retry-After", seconds(rest)));
            case Setback.HungUp(var instance) ->
                    through(
                            call,
                            instance,
                            ErrorBody.plain(
                                    call,
                                    400,
                                    "The connection was closed before the whole page was"
                                            + " fetched. Keep it open, also for sending, until"
                                            + " the answer has come."));
            case Setback.Crowded(var instance, var most) ->
                    through(
                            call,
                            instance,
                            ErrorBody.plain(
                                            call,
                                            429,
                                            "There are already "
                                                    + most
                                                    + " calls under way through this instance."
                                                    + " Wait for some of them.")
                                    .with("Retry-After", "1"));
        };
    }

    /** What stands in for a vendor's answer that breaks. */
    public static Answer broken(Call call, InstanceId instance, boolean late) {
        return through(
                call,
                instance,
                ErrorBody.plain(
                        call,
                        late ? 504 : 502,
                        "The vendor did not do its part: its answer "
                                + (late ? "came too slowly." : "broke off.")));
    }

    /** Says which instance the call went through, to the caller and in the log. */
    public static Answer through(Call call, InstanceId instance, Answer answer) {
        call.note("instance", instance.toString());
        return answer.with("Elements-Element-Instance-Id", instance.toString());
    }

    private static String seconds(Duration rest) {
        return Long.toString(Math.max(1, rest.plusMillis(999).toSeconds()));
    }
}
