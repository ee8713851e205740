package io.valence.adapters.rest.call;

import io.valence.adapters.rest.http.Answer;
import io.valence.adapters.rest.http.Call;
import io.valence.domain.call.Header;
import io.valence.domain.call.Preview;

import java.util.Optional;

/** How a call would be sent to the vendor: as JSON, and as a command to paste. */
public final class Explanation {
    private static final String HEADER = "Elements-Explain";

    private Explanation() {}

    /** Whether the caller asks for it by a header. */
    public static boolean isWanted(Call call) {
        return call.headers().stream()
                .anyMatch(header -> header.is(HEADER) && header.value().equalsIgnoreCase("true"));
    }

    /**
     * The answer.
     *
     * @param resource what the caller asks for
     * @param body what would be sent with it
     */
    public static Answer answer(String resource, Preview.Outgoing outgoing, Optional<String> body) {
        return Answer.json(
                json -> {
                    json.writeStartObject();
                    json.writeStringProperty("resource", resource);
                    json.writeStringProperty("method", outgoing.method());
                    json.writeStringProperty("url", outgoing.address());
                    json.writeName("headers");
                    json.writeStartObject();
                    for (Header header : outgoing.headers()) {
                        json.writeStringProperty(header.name(), header.value());
                    }
                    json.writeEndObject();
                    body.ifPresent(text -> json.writeStringProperty("body", text));
                    json.writeStringProperty("curl", curl(outgoing, body));
                    json.writeEndObject();
                });
    }

    private static String curl(Preview.Outgoing outgoing, Optional<String> body) {
        StringBuilder command = new StringBuilder("curl -X ").append(outgoing.method());
        command.append(' ').append(quoted(outgoing.address()));
        for (Header header : outgoing.headers()) {
            if (!header.is("Host")) {
                command.append(" -H ").append(quoted(header.name() + ": " + header.value()));
            }
        }
        body.ifPresent(text -> command.append(" --data-raw ").append(quoted(text)));
        return command.toString();
    }

    /** As a shell takes it for one word, whatever is in it. */
    private static String quoted(String word) {
        return "'" + word.replace("'", "'\\''") + "'";
    }
}
