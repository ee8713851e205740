package io.valence.adapters.rest.instance;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.adapters.rest.http.Json;
import io.valence.adapters.rest.http.Route;
import io.valence.application.instance.InstanceReference;
import io.valence.application.instance.ShowHealth;
import io.valence.domain.account.User;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;

import tools.jackson.core.JsonGenerator;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** How instances stand with their vendors. */
public final class HealthRoutes {
    private final ShowHealth show;

    /** Routes to this use case. */
    public HealthRoutes(ShowHealth show) {
        this.show = show;
    }

    /** The routes. */
    public List<Route> routes() {
        return List.of(
                Route.get("/api-v2/instances/{id}/health", this::show),
                Route.get("/api-v2/instances/health", this::show));
    }

    private Answer show(Call call) {
        User caller = call.caller();
        InstanceReference reference = InstanceRoutes.reference(call);
        return show.show(caller, reference)
                .map(health -> Answer.json(json -> write(json, health)))
                .orElseGet(() -> InstanceAnswers.noSuchInstance(call, reference));
    }

    private static void write(JsonGenerator json, ShowHealth.Health health) {
        Instance instance = health.instance().instance();
        json.writeStartObject();
        json.writeNumberProperty("id", instance.id().value());
        boolean sound = instance.authorization() instanceof Authorization.Sound;
        json.writeBooleanProperty("valid", sound);
        json.writeBooleanProperty("disabled", instance.disabledSince().isPresent());
        if (instance.authorization() instanceof Authorization.Broken(var reason, var since)) {
            json.writeStringProperty("reason", reason);
            writeTime(json, "notValidSince", Optional.of(since));
        }
        if (health.grant().isPresent()) {
            Grant grant = health.grant().get();
            json.writeNumberProperty("generation", grant.generation());
            writeTime(json, "tokenExpires", grant.tokens().expiresAt());
            writeTime(json, "nextRefresh", grant.refreshAt());
            writeTime(json, "lastSuccess", health.lastSuccess());
            json.writeName("attempts");
            json.writeStartArray();
            for (Attempt attempt : health.attempts()) {
                write(json, attempt);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Attempt attempt) {
        json.writeStartObject();
        writeTime(json, "at", Optional.of(attempt.at()));
        json.writeStringProperty("cause", Json.word(attempt.cause()));
        json.writeStringProperty("result", Json.word(attempt.result()));
        json.writeNumberProperty("generation", attempt.generation());
        json.writeStringProperty("node", attempt.node());
        attempt.vendorStatus()
                .ifPresent(status -> json.writeNumberProperty("vendorStatus", status));
        attempt.vendorSaid().ifPresent(said -> json.writeStringProperty("providerMessage", said));
        json.writeEndObject();
    }

    private static void writeTime(JsonGenerator json, String name, Optional<Instant> time) {
        if (time.isPresent()) {
            json.writeStringProperty(name, time.get().truncatedTo(ChronoUnit.SECONDS).toString());
        } else {
            json.writeNullProperty(name);
        }
    }
}
