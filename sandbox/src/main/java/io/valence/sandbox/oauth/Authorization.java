package io.valence.sandbox.oauth;

import io.valence.sandbox.http.Refusal;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a client asks a user for: who asks, for what, and where the answer goes. */
record Authorization(
        String client,
        String redirect,
        String scope,
        Optional<String> state,
        Optional<String> challenge) {
    private static final int CHALLENGE_LENGTH = 43;

    /**
     * Reads the parameters of an authorization address. What is wrong with the client or the
     * redirect address is refused to the user's face, since nobody else can be trusted with it.
     */
    static Authorization of(
            Function<String, Optional<String>> parameters,
            Function<String, Optional<Client>> clients) {
        Client client =
                parameters
                        .apply("client_id")
                        .flatMap(clients)
                        .orElseThrow(
                                () -> Refusal.badRequest("No application has this client_id."));
        String redirect =
                parameters
                        .apply("redirect_uri")
                        .filter(Authorization::isWebAddress)
                        .orElseThrow(
                                () ->
                                        Refusal.badRequest(
                                                "The redirect_uri must be an http or https"
                                                        + " address without a fragment."));
        if (!client.mayRedirectTo(redirect)) {
            throw Refusal.badRequest("The application did not register this redirect_uri.");
        }
        return new Authorization(
                client.id(),
                redirect,
                parameters.apply("scope").orElse(""),
                parameters.apply("state"),
                parameters.apply("code_challenge"));
    }

    private static boolean isWebAddress(String address) {
        try {
            URI uri = new URI(address);
            return ("http".equalsIgnoreCase(uri.getScheme())
                            || "https".equalsIgnoreCase(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException other) {
            return false;
        }
    }

    /** What is wrong with the rest, as a code that the client is told. */
    Optional<String> objection(Function<String, Optional<String>> parameters) {
        Optional<String> type = parameters.apply("response_type");
        if (type.isEmpty()) {
            return Optional.of("invalid_request");
        }
        if (!type.get().equals("code")) {
            return Optional.of("unsupported_response_type");
        }
        Optional<String> method = parameters.apply("code_challenge_method");
        boolean isWellFormed =
                challenge.isEmpty()
                        ? method.isEmpty()
                        : challenge.get().length() == CHALLENGE_LENGTH
                                && method.filter("S256"::equals).isPresent();
        return isWellFormed ? Optional.empty() : Optional.of("invalid_request");
    }

    /** Where the user is sent with a code. */
    String accepted(String code) {
        return answer("code", code);
    }

    /** Where the user is sent without one. */
    String refused(String error) {
        return answer("error", error);
    }

    private String answer(String name, String value) {
        String begin = redirect + (redirect.indexOf('?') < 0 ? '?' : '&');
        String answer = begin + name + "=" + encode(value);
        return state.map(text -> answer + "&state=" + encode(text)).orElse(answer);
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    /** The host that the user is sent back to. */
    String destination() {
        return URI.create(redirect).getRawAuthority();
    }

    /** All of it as fields of a form. */
    List<String> fields() {
        return List.of(client, redirect, scope, state.orElse(""), challenge.orElse(""));
    }

    static Authorization of(List<String> fields) {
        return new Authorization(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                Optional.of(fields.get(3)).filter(text -> !text.isEmpty()),
                Optional.of(fields.get(4)).filter(text -> !text.isEmpty()));
    }
}
