package io.valence.adapters.rest.resource;

import io.valence.adapters.rest.call.Setbacks;
import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.Refusal;
import io.valence.adapters.rest.http.Route;
import io.valence.application.call.Through;
import io.valence.application.resource.Kind;
import io.valence.application.resource.PingInstance;
import io.valence.application.resource.ShowObjects;
import io.valence.domain.account.User;
import io.valence.domain.instance.InstanceId;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What every instance offers, whatever its element: a ping, and the kinds of its records. */
public final class DescriptionRoutes {
    private static final List<String> BEGINNINGS = List.of("/api-v2", "/api-v2/hubs/{hub}");

    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int BAD_GATEWAY = 502;

    private final PingInstance ping;
    private final ShowObjects objects;

    /** Routes to these use cases. */
    public DescriptionRoutes(PingInstance ping, ShowObjects objects) {
        this.ping = ping;
        this.objects = objects;
    }

    /** The routes. */
    public List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (String beginning : BEGINNINGS) {
            routes.add(Route.get(beginning + "/ping", this::ping));
            routes.add(Route.get(beginning + "/objects", this::objects));
            routes.add(Route.get(beginning + "/objects/{objectName}/metadata", this::metadata));
        }
        return List.copyOf(routes);
    }

    private Answer ping(Call call) {
        User caller = call.callerThroughToken();
        Through through = new Through.ByToken(call.elementToken());
        return switch (ping.ping(caller, through)) {
            case PingInstance.Outcome.Pong(var instance, var element, var at) ->
                    Setbacks.through(
                            call,
                            instance,
                            Answer.json(
                                    json -> {
                                        json.writeStartObject();
                                        json.writeStringProperty(
                                                "dateTime",
                                                at.truncatedTo(ChronoUnit.SECONDS).toString());
                                        json.writeStringProperty("endpoint", element.value());
                                        json.writeBooleanProperty("valid", true);
                                        json.writeEndObject();
                                    }));
            case PingInstance.Outcome.VendorRefused(var instance, var status, var said) ->
                    Setbacks.through(
                            call,
                            instance,
                            // By which method the vendor is asked is not the caller's choice.
                            VendorStatus.answer(
                                    call,
                                    status == METHOD_NOT_ALLOWED ? BAD_GATEWAY : status,
                                    said));
            case PingInstance.Outcome.NotCarriedOut(var setback) ->
                    Setbacks.answer(call, through, setback);
        };
    }

    private Answer objects(Call call) {
        return shown(
                call,
                all ->
                        Answer.complete(
                                all, ObjectsJson.inVersion(call.header("Elements-Version"))));
    }

    private Answer metadata(Call call) {
        String name = call.path("objectName");
        return shown(
                call,
                all ->
                        all.stream()
                                .filter(each -> each.object().name().equals(name))
                                .findFirst()
                                .map(DescriptionRoutes::metadata)
                                .orElseThrow(
                                        () ->
                                                new Refusal(
                                                        404,
                                                        "There is no object of this name. See GET"
                                                                + " /objects for those that there"
                                                                + " are.")));
    }

    private static Answer metadata(Kind shown) {
        return Answer.json(json -> ObjectsJson.writeMetadata(json, shown));
    }

    /** Writes some of the kinds of records. */
    private interface Writer {
        Answer write(List<Kind> all);
    }

    private Answer shown(Call call, Writer writer) {
        User caller = call.callerThroughToken();
        Through through = new Through.ByToken(call.elementToken());
        return switch (objects.show(caller, through)) {
            case ShowObjects.Outcome.Listed(InstanceId instance, var all) ->
                    Setbacks.through(call, instance, writer.write(all));
            case ShowObjects.Outcome.NotCarriedOut(var setback) ->
                    Setbacks.answer(call, through, setback);
        };
    }
}
