package io.valence.sandbox.oauth;

import io.valence.sandbox.http.Json;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What the consent page carries in its form: the question that it asks, bound to the browser that
 * it was shown in.
 *
 * @param browser the browser's cookie
 * @param expires the millisecond of the epoch at which the page is too old
 */
record Ticket(Authorization authorization, String browser, long expires) {
    String sealed(Seal seal) {
        ObjectNode ticket = Json.object().put("browser", browser).put("expires", expires);
        ArrayNode fields = ticket.putArray("fields");
        authorization.fields().forEach(fields::add);
        return seal.seal(new String(Json.bytes(ticket), StandardCharsets.UTF_8));
    }

    static Optional<Ticket> of(Seal seal, String sealed) {
        return seal.open(sealed)
                .flatMap(text -> Json.object(text.getBytes(StandardCharsets.UTF_8)))
                .map(Ticket::read);
    }

    private static Ticket read(ObjectNode ticket) {
        List<String> fields = ticket.path("fields").valueStream().map(JsonNode::asString).toList();
        return new Ticket(
                Authorization.of(fields),
                ticket.path("browser").asString(),
                ticket.path("expires").asLong());
    }
}
