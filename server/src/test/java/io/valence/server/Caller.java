package io.valence.server;

import io.valence.testkit.api.ApiAnswer;
import io.valence.testkit.api.ApiClient;
import io.valence.testkit.api.ApiDescription;
import io.valence.testkit.api.ApiRequest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/** Somebody who calls a server, and whose every call is held to the API's description. */
public final class Caller implements AutoCloseable {
    /** Where the API begins. */
    public static final String API = "/elements/api-v2";

    private static final String USER = "user-secret-of-the-first-user=";
    private static final String ORGANIZATION = "0123456789abcdef0123456789abcdef";
    private static final String OPERATOR = "operator-secret-of-this-server=";

    static final Map<String, String> SECRETS =
            Map.of(
                    "VALENCE_USER_SECRET", USER,
                    "VALENCE_ORGANIZATION_SECRET", ORGANIZATION,
                    "VALENCE_OPERATOR_SECRET", OPERATOR);

    private static final ApiDescription DESCRIPTION = ApiDescription.of(openApi());

    private final ApiClient client;
    private final String authorization;

    private Caller(ApiClient client, String authorization) {
        this.client = client;
        this.authorization = authorization;
    }

    /** The first user of the server at this address. */
    public static Caller first(String url) {
        return new Caller(
                new ApiClient(URI.create(url), DESCRIPTION), authorization(USER, ORGANIZATION));
    }

    /** The user of a new organization, which the operator makes. */
    public Caller newcomer(String organization) {
        ApiAnswer made =
                client.post("/elements/admin/organizations")
                        .as(operator())
                        .json(
                                """
                                {"name": "%s",
                                 "user": {"email": "%s@example.com", "firstName": "Ann", "lastName": "Other"}}
                                """
                                        .formatted(organization, organization))
                        .send();
        return as(authorization(made.text("/user/secret"), made.text("/secret")));
    }

    /** Whoever this {@code Authorization} header stands for. */
    public Caller as(String header) {
        return new Caller(client, header);
    }

    /** The same one, who means the instance of this Element token. */
    public Caller withToken(String token) {
        return as(authorization + ", Element " + token);
    }

    /** The header of this caller. */
    public String authorization() {
        return authorization;
    }

    /** The header of the operator. */
    public static String operator() {
        return "Operator " + OPERATOR;
    }

    private static String authorization(String user, String organization) {
        return "User " + user + ", Organization " + organization;
    }

    /** A request to a path below {@link #API}. */
    public ApiRequest request(String method, String path) {
        return client.request(method, API + path).as(authorization);
    }

    /** The same request by nobody in particular. */
    public ApiRequest anonymous(String method, String path) {
        return client.request(method, API + path);
    }

    /** The answer to a request without a body. */
    public ApiAnswer get(String path) {
        return request("GET", path).send();
    }

    /** The answer to a POST of this JSON. */
    public ApiAnswer post(String path, String json) {
        return request("POST", path).json(json).send();
    }

    /** The answer to a DELETE. */
    public ApiAnswer delete(String path) {
        return request("DELETE", path).send();
    }

    /** An instance of Oracle Sales Cloud, made now. */
    public ApiAnswer provisioned(String name, String password, String... tags) {
        return post("/instances", oracle(name, password, tags));
    }

    /** The body that makes one. */
    public static String oracle(String name, String password, String... tags) {
        String quoted = tags.length == 0 ? "" : "\"" + String.join("\", \"", tags) + "\"";
        return """
        {"element": {"key": "oraclesalescloud"}, "name": "%s", "tags": [%s],
         "configuration": {"username": "ada", "password": "%s", "site.url": "ada.example.com"}}
        """
                .formatted(name, quoted, password);
    }

    private static String openApi() {
        try (InputStream stream =
                Objects.requireNonNull(Caller.class.getResourceAsStream("/openapi/openapi.yaml"))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
