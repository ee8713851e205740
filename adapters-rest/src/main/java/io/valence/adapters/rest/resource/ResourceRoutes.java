package io.valence.adapters.rest.resource;

import io.valence.adapters.rest.call.Explanation;
import io.valence.adapters.rest.call.Recorded;
import io.valence.adapters.rest.call.Setbacks;
import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.ErrorBody;
import io.valence.adapters.rest.http.OwnWords;
import io.valence.adapters.rest.http.Refusal;
import io.valence.adapters.rest.http.Route;
import io.valence.application.call.Recording;
import io.valence.application.call.Through;
import io.valence.application.resource.CallResource;
import io.valence.domain.account.User;
import io.valence.domain.call.Header;
import io.valence.domain.instance.InstanceId;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whatever an element offers, with or without a hub before it: {@code /hubs/crm/accounts} and
 * {@code /accounts} are one.
 */
public final class ResourceRoutes {
    private static final String BELOW_HUB = "/api-v2/hubs/{hub}";
    private static final String BELOW_ALL = "/api-v2";

    private final CallResource resource;
    private final Recorded recorded;

    /** Routes to this use case. */
    public ResourceRoutes(CallResource resource, Recorded recorded) {
        this.recorded = recorded;
        this.resource = resource;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.everythingBelow(BELOW_HUB, this::belowHub),
                Route.everythingBelow(BELOW_ALL, this::belowAll));
    }

    private Answer belowHub(Call call) {
        List<String> segments = Segments.of(call.target());
        if (segments.isEmpty()) {
            throw nothing();
        }
        return pass(call, segments);
    }

    private Answer belowAll(Call call) {
        String target = call.target();
        List<String> segments = Segments.of(target);
        if (Segments.isAmbiguous(target)) {
            throw Refusal.badRequest(
                    "The path can be read in two ways. Leave out encoded slashes, encoded percent"
                            + " signs and path parameters from the name of the resource.");
        }
        if (segments.isEmpty()
                || OwnWords.isWithoutHub(segments.getFirst())
                || !call.isIdentified()) {
            throw nothing();
        }
        return pass(call, segments);
    }

    private static Refusal nothing() {
        return new Refusal(
                404, "There is nothing at this path. See /elements/api-docs for what there is.");
    }

    private Answer pass(Call call, List<String> segments) {
        User caller = call.callerThroughToken();
        Through through = new Through.ByToken(call.elementToken());
        return recorded.answer(
                call,
                call.flag("debug").orElse(false),
                recording -> pass(call, caller, through, segments, recording));
    }

    private Answer pass(
            Call call, User caller, Through through, List<String> segments, Recording recording) {
        CallResource.Request request =
                new CallResource.Request(
                        caller,
                        through,
                        call.method(),
                        segments,
                        call.queries(),
                        call.headers(),
                        recording.watching(call.stream()),
                        call.takesJson(),
                        Explanation.isWanted(call) || call.flag("explain").orElse(false),
                        Optional.of(recording),
                        call::isAwaited);
        return answer(call, through, resource.call(request));
    }

    private static Answer answer(Call call, Through through, CallResource.Outcome outcome) {
        return switch (outcome) {
            case CallResource.Outcome.Answered answered -> answered(call, answered);
            case CallResource.Outcome.Explained(var instance, var asked, var outgoing, var body) ->
                    of(
                            call,
                            instance,
                            Explanation.answer(
                                    asked.method() + " " + asked.path(), outgoing, body));
            case CallResource.Outcome.File(var instance, var file, var limits) -> {
                Answer answer =
                        Answer.streamed(
                                200, file.content(), late -> Setbacks.broken(call, instance, late));
                for (Header header : file.headers()) {
                    if (OF_FILES.contains(header.name())) {
                        answer.with(header.name(), header.value());
                    }
                }
                yield of(call, instance, limited(answer, limits));
            }
            case CallResource.Outcome.NoSuchResource(var instance) ->
                    of(
                            call,
                            instance,
                            ErrorBody.plain(
                                    call,
                                    404,
                                    "The element has no such resource. See GET /instances/"
                                            + instance
                                            + "/docs for those that it has."));
            case CallResource.Outcome.WrongMethod(var instance, var allowed) -> {
                String list = listed(allowed);
                yield of(
                        call,
                        instance,
                        ErrorBody.plain(
                                        call,
                                        405,
                                        "This path does not take this method. It takes: "
                                                + list
                                                + ".")
                                .with("Allow", list));
            }
            case CallResource.Outcome.NotTaken(var instance) -> {
                Refusal refusal = Refusal.jsonNotTaken();
                yield of(
                        call,
                        instance,
                        ErrorBody.plain(call, refusal.status(), refusal.sentence()));
            }
            case CallResource.Outcome.Unacceptable(var instance, var problems) ->
                    of(
                            call,
                            instance,
                            ErrorBody.plain(call, 400, String.join(". ", problems) + "."));
            case CallResource.Outcome.WrongContent(var instance, var wanted) ->
                    of(
                            call,
                            instance,
                            ErrorBody.plain(
                                    call,
                                    415,
                                    "The body is of another type than it must be. Send"
                                            + " Content-Type: "
                                            + wanted
                                            + "."));
            case CallResource.Outcome.TooLong(var instance, var most) ->
                    of(
                            call,
                            instance,
                            ErrorBody.plain(
                                    call,
                                    413,
                                    "The body is too large. Send at most " + most + " bytes."));
            case CallResource.Outcome.TooFull(var instance, var most) ->
                    of(
                            call,
                            instance,
                            ErrorBody.plain(
                                    call,
                                    413,
                                    "The body has too many values: to hold them takes more than "
                                            + most
                                            + " bytes here, of which each takes 64 beside its"
                                            + " characters. Send it in parts."));
            case CallResource.Outcome.VendorRefusedMethod(
                            var instance,
                            var allowed,
                            var said,
                            var limits) ->
                    of(
                            call,
                            instance,
                            limited(VendorStatus.answer(call, 405, said), limits)
                                    .with("Allow", listed(allowed)));
            case CallResource.Outcome.VendorRefused(
                            var instance,
                            var status,
                            var said,
                            var limits) ->
                    of(call, instance, limited(VendorStatus.answer(call, status, said), limits));
            case CallResource.Outcome.NotCarriedOut(var setback) ->
                    Setbacks.answer(call, through, setback);
        };
    }

    /** As {@code Allow} names them; whoever takes GET takes HEAD. */
    private static String listed(Set<String> allowed) {
        TreeSet<String> methods = new TreeSet<>(allowed);
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        return String.join(", ", methods);
    }

    private static final Set<String> OF_FILES =
            Header.names(
                    "Accept-Ranges",
                    "Content-Disposition",
                    "Content-Encoding",
                    "Content-Language",
                    "Content-Length",
                    "Content-Type",
                    "ETag",
                    "Last-Modified");

    private static Answer answered(Call call, CallResource.Outcome.Answered answered) {
        call.whenOver(answered.held()::close);
        Answer answer = Answer.of(200, "application/json", answered.json().bytes());
        answered.returned()
                .ifPresent(
                        count -> answer.with("Elements-Returned-Count", Integer.toString(count)));
        answered.total()
                .ifPresent(count -> answer.with("Elements-Total-Count", Long.toString(count)));
        answered.age().ifPresent(age -> answer.with("Age", Long.toString(age.toSeconds())));
        answered.nextPage().ifPresent(token -> answer.with("Elements-Next-Page-Token", token));
        return of(call, answered.instance(), limited(answer, answered.limits()));
    }

    private static Answer limited(Answer answer, List<Header> limits) {
        limits.forEach(limit -> answer.with(limit.name(), limit.value()));
        return answer;
    }

    private static Answer of(Call call, InstanceId instance, Answer answer) {
        return Setbacks.through(call, instance, answer);
    }
}
