package io.valence.adapters.rest.authorization;

import io.valence.adapters.rest.element.ElementRoutes;
import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.ErrorBody;
import io.valence.adapters.rest.http.Refusal;
import io.valence.adapters.rest.http.Route;
import io.valence.application.authorization.BeginAuthorization;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vendor's page for consent, asked for by anybody. */
public final class AuthorizationRoutes {
    private static final String PATH = "/api-v2/elements/{keyOrId}/oauth/url";

    /** Accepted, since clients send it, and thrown away: it has no business in a URL. */
    private static final String CLIENT_SECRET = "apiSecret";

    private static final int MOST = 64;

    private final BeginAuthorization begin;

    /** Routes to this use case. */
    public AuthorizationRoutes(BeginAuthorization begin) {
        this.begin = begin;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get(PATH, call -> begin(call, call.queries())),
                Route.post(PATH, call -> begin(call, members(call))));
    }

    private Answer begin(Call call, Map<String, String> parameters) {
        if (parameters.size() > MOST) {
            throw Refusal.badRequest("There are too many parameters. Send at most " + MOST + ".");
        }
        Map<String, String> wanted = new LinkedHashMap<>(parameters);
        wanted.keySet().removeIf(name -> name.equalsIgnoreCase(CLIENT_SECRET));
        return answer(
                call,
                begin.begin(new BeginAuthorization.Request(ElementRoutes.reference(call), wanted)));
    }

    private static Map<String, String> members(Call call) {
        Map<String, String> members = new LinkedHashMap<>(call.queries());
        JsonNode body = call.body();
        body.forEachEntry(
                (name, value) -> {
                    if (value.isContainer()) {
                        throw Refusal.badRequest(
                                "Every member of the body must be text, a number or true or"
                                        + " false.");
                    }
                    if (!value.isNull()) {
                        members.put(name, value.asString());
                    }
                });
        return members;
    }

    private static Answer answer(Call call, BeginAuthorization.Outcome outcome) {
        return switch (outcome) {
            case BeginAuthorization.Outcome.Begun(var element, var address) ->
                    Answer.json(
                                    json -> {
                                        json.writeStartObject();
                                        json.writeStringProperty("oauthUrl", address.toString());
                                        json.writeStringProperty("element", element.key().value());
                                        json.writeEndObject();
                                    })
                            .unstored();
            case BeginAuthorization.Outcome.Rejected(var element, var problems) ->
                    ErrorBody.rejected(
                            call,
                            "begin an authorization for '" + element.key() + "'",
                            Optional.of(element),
                            problems,
                            List.of());
            case BeginAuthorization.Outcome.NoSuchElement(var reference) ->
                    ErrorBody.notFound(call, "element", reference);
            case BeginAuthorization.Outcome.WithoutConsent(var element) ->
                    ErrorBody.plain(
                            call,
                            400,
                            "The element '"
                                    + element.key()
                                    + "' authenticates by "
                                    + element.scheme().name()
                                    + " and sends no user to a page for consent. Create the"
                                    + " instance with its configuration alone.");
            case BeginAuthorization.Outcome.TooMany() ->
                    ErrorBody.plain(
                                    call,
                                    503,
                                    "Too many authorizations are under way. Try again in a"
                                            + " minute.")
                            .with("Retry-After", "60");
        };
    }
}
