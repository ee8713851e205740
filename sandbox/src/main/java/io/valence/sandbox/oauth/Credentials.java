package io.valence.sandbox.oauth;

import io.valence.sandbox.http.Call;
import io.valence.sandbox.http.Form;
import io.valence.sandbox.http.Refusal;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/** A client's id and secret, as they come with a request: in the header or in the form. */
record Credentials(String id, String secret) {
    /** The client that the request is from. */
    static Client client(Call call, Form form, Grants grants) {
        Optional<Credentials> header = call.header("Authorization").map(Credentials::ofHeader);
        Optional<String> secret = form.field("client_secret");
        if (header.isPresent() && secret.isPresent()) {
            throw Refusal.badRequest("Send the client secret in the header or in the form.");
        }
        Credentials given =
                header.orElseGet(
                        () ->
                                new Credentials(
                                        form.field("client_id").orElse(""), secret.orElse("")));
        return grants.client(given.id())
                .filter(client -> given.isSecretOf(client))
                .orElseThrow(OAuthError::invalidClient);
    }

    /** Both are encoded as in a form before they are joined: RFC 6749, section 2.3.1. */
    private static Credentials ofHeader(String header) {
        if (!header.regionMatches(true, 0, "Basic ", 0, 6)) {
            throw OAuthError.invalidClient();
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(header.substring(6).strip());
            String joined = new String(decoded, StandardCharsets.UTF_8);
            int colon = joined.indexOf(':');
            if (colon < 0) {
                throw OAuthError.invalidClient();
            }
            return new Credentials(
                    decode(joined.substring(0, colon)), decode(joined.substring(colon + 1)));
        } catch (IllegalArgumentException unreadable) {
            throw OAuthError.invalidClient();
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private boolean isSecretOf(Client client) {
        return MessageDigest.isEqual(
                secret.getBytes(StandardCharsets.UTF_8),
                client.secret().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "Credentials[id=" + id + "]";
    }
}
