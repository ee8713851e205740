package io.valence.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import tools.jackson.databind.JsonNode;

import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;

/** The application that asks for tokens, as a client of the vendor's OAuth addresses. */
record Application(SapAnywhere vendor) {
    static final String CALLBACK = "https://app.example/back?tenant=7";

    /** The address that a user is sent to, with more parameters or others. */
    String question(Map<String, String> more) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("scope", SapAnywhere.SCOPE);
        parameters.put("response_type", "code");
        parameters.put("redirect_uri", CALLBACK);
        parameters.put("state", "s & t");
        parameters.put("client_id", SapAnywhere.CLIENT_ID);
        parameters.putAll(more);
        return vendor.authorizationUrl() + "?" + Browser.encode(parameters);
    }

    String code(Map<String, String> more) {
        return Browser.parameters(vendor.allow(question(more))).getOrDefault("code", "");
    }

    HttpResponse<String> ask(Map<String, String> fields) {
        return client().submit(vendor.tokenUrl(), fields);
    }

    HttpResponse<String> exchange(String code) {
        return ask(
                Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK));
    }

    HttpResponse<String> refresh(String token) {
        return ask(Map.of("grant_type", "refresh_token", "refresh_token", token));
    }

    HttpResponse<String> revoke(String token) {
        return client().submit(vendor.revocationUrl(), Map.of("token", token));
    }

    /** A browser that sends the client's id and secret along. */
    static Browser client() {
        return new Browser()
                .with(
                        "Authorization",
                        Browser.basic(SapAnywhere.CLIENT_ID, SapAnywhere.CLIENT_SECRET));
    }

    /** The status and the code of an error that no cache may keep. */
    static String error(HttpResponse<String> response) {
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        return response.statusCode() + " " + Browser.json(response).path("error").asString();
    }

    /** The tokens of a grant that was just given. */
    Tokens granted() {
        return tokens(exchange(code(Map.of())));
    }

    static Tokens tokens(HttpResponse<String> response) {
        JsonNode json = Browser.json(response);
        return new Tokens(
                json.path("access_token").asString(""), json.path("refresh_token").asString(""));
    }

    /** Whether the API lets this access token in. */
    boolean isAdmitted(String accessToken) {
        String url = vendor.baseUrl() + "Customers/count?access_token=" + accessToken;
        return new Browser().get(url).statusCode() == 200;
    }

    record Tokens(String access, String refresh) {}
}
