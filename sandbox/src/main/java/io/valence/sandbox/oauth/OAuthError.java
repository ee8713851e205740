package io.valence.sandbox.oauth;

import io.valence.sandbox.http.Answer;
import io.valence.sandbox.http.Json;
import io.valence.sandbox.http.Refusal;

import tools.jackson.databind.node.ObjectNode;

/** Errors in the shape of RFC 6749, section 5.2. */
final class OAuthError {
    private OAuthError() {}

    static Refusal invalidGrant(String sentence) {
        return new Refusal(400, "invalid_grant", sentence);
    }

    static Refusal invalidScope() {
        return new Refusal(400, "invalid_scope", "That scope was not granted.");
    }

    static Refusal invalidClient() {
        return new Refusal(401, "invalid_client", "The client id or the client secret is wrong.");
    }

    static Answer answer(Refusal refusal) {
        ObjectNode error = Json.object();
        error.put("error", refusal.code());
        error.put("error_description", refusal.sentence());
        Answer answer = unstored(Answer.json(refusal.status(), error));
        return refusal.status() == 401
                ? answer.with("WWW-Authenticate", "Basic realm=\"SAP Anywhere sandbox\"")
                : answer;
    }

    /** Keeps tokens out of every cache. */
    static Answer unstored(Answer answer) {
        return answer.with("Cache-Control", "no-store").with("Pragma", "no-cache");
    }
}
