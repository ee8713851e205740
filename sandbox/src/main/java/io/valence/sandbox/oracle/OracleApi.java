package io.valence.sandbox.oracle;

import io.valence.sandbox.http.Action;
import io.valence.sandbox.http.Answer;
import io.valence.sandbox.http.Call;
import io.valence.sandbox.http.Gate;
import io.valence.sandbox.http.Json;
import io.valence.sandbox.http.Refusal;
import io.valence.sandbox.http.Routes;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Map;

/**
 * The API below {@code /crmRestApi/resources/{version}}: its door, its errors and its resources.
 */
public final class OracleApi implements Action {
    private static final String ERROR = "application/vnd.oracle.adf.error+json";
    private static final String PATH = "crmRestApi/resources/{version}/";

    private final byte[] credentials;
    private final Routes routes = new Routes();
    private final Gate gate = new Gate(OracleApi::words);

    /** The API for one user, with sample records, at this address. */
    public OracleApi(String address, String user, String password) {
        credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        for (Map.Entry<String, Stock> resource : Stock.all().entrySet()) {
            String name = resource.getKey();
            OracleResource records = new OracleResource(address, name, resource.getValue());
            routes.on("GET", PATH + name, records::list);
            routes.on("POST", PATH + name, records::create);
            routes.on("GET", PATH + name + "/{id}", records::read);
            routes.on("PATCH", PATH + name + "/{id}", records::change);
            routes.on("DELETE", PATH + name + "/{id}", records::remove);
        }
    }

    @Override
    public Answer answer(Call call) throws IOException {
        return gate.pass(
                call,
                admitted -> {
                    admit(admitted);
                    return routes.answer(admitted);
                });
    }

    /** What every call goes through. */
    public Gate gate() {
        return gate;
    }

    private void admit(Call call) {
        String header = call.header("Authorization").orElse("");
        byte[] given = new byte[0];
        if (header.regionMatches(true, 0, "Basic ", 0, 6)) {
            try {
                given = Base64.getDecoder().decode(header.substring(6).strip());
            } catch (IllegalArgumentException notBase64) {
                given = new byte[0];
            }
        }
        if (!MessageDigest.isEqual(credentials, given)) {
            throw new Refusal(401, "401", "The user name or the password is not valid.");
        }
    }

    private static Answer words(Refusal refusal) {
        String title =
                switch (refusal.status()) {
                    case 400 -> "Bad Request";
                    case 401 -> "Unauthorized";
                    case 404 -> "Not Found";
                    case 405 -> "Method Not Allowed";
                    case 413 -> "Request Entity Too Large";
                    case 415 -> "Unsupported Media Type";
                    case 429 -> "Too Many Requests";
                    default -> "Error";
                };
        ObjectNode error = Json.object();
        error.put("title", title);
        error.put("status", Integer.toString(refusal.status()));
        error.putArray("o:errorDetails")
                .addObject()
                .put("detail", refusal.sentence())
                .put("o:errorCode", refusal.code());
        Answer answer = Answer.json(refusal.status(), ERROR, error);
        return refusal.status() == 401
                ? answer.with("WWW-Authenticate", "Basic realm=\"Oracle Sales Cloud sandbox\"")
                : answer;
    }
}
