package io.valence.server;

import io.valence.sandbox.SapAnywhere;
import io.valence.testkit.api.ApiAnswer;

import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * The first step to an instance of SAP Anywhere: a user who is asked, and the code that follows.
 */
public final class Consent {
    /** Where users are sent back to. */
    public static final String CALLBACK = "https://www.mycoolapp.com/auth";

    private static final String CODE = "code=";

    private Consent() {}

    /** The code that the stand-in gives a user who allows what it is asked for. */
    public static String code(Caller caller, SapAnywhere sap) {
        return code(sap.allow(oauthUrl(caller)));
    }

    /** The vendor's page, for the application that anybody may use. */
    public static String oauthUrl(Caller caller) {
        return caller.anonymous("GET", "/elements/sapanywhere/oauth/url")
                .query("apiKey", SapAnywhere.CLIENT_ID)
                .query("callbackUrl", CALLBACK)
                .send()
                .text("/oauthUrl");
    }

    /** The code in the address that a user was sent back to. */
    public static String code(URI back) {
        for (String parameter : back.getRawQuery().split("&", -1)) {
            if (parameter.startsWith(CODE)) {
                return parameter.substring(CODE.length());
            }
        }
        throw new AssertionError("no code in " + back);
    }

    /** An instance of SAP Anywhere, made now. */
    public static ApiAnswer provisioned(Caller caller, SapAnywhere sap) {
        ApiAnswer made = caller.post("/instances", shop("Shop", code(caller, sap)));
        if (made.status() != 200) {
            throw new AssertionError(made.toString());
        }
        return made;
    }

    /** A refresh token that was had from the vendor without us. */
    public static String refreshToken(Caller caller, SapAnywhere sap) throws Exception {
        String form =
                "grant_type=authorization_code&code=%s&redirect_uri=%s&client_id=%s&client_secret=%s"
                        .formatted(
                                code(caller, sap),
                                URLEncoder.encode(CALLBACK, StandardCharsets.UTF_8),
                                SapAnywhere.CLIENT_ID,
                                SapAnywhere.CLIENT_SECRET);
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(sap.tokenUrl()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
            return JsonMapper.shared().readTree(answer).path("refresh_token").stringValue();
        }
    }

    /** The body that makes one of this code. */
    public static String shop(String name, String code) {
        return """
        {"element": {"key": "sapanywhere"}, "name": "%s", "tags": ["shop"],
         "providerData": {"code": "%s"},
         "configuration": {"oauth.callback.url": "%s", "oauth.api.key": "%s", "oauth.api.secret": "%s"}}
        """
                .formatted(name, code, CALLBACK, SapAnywhere.CLIENT_ID, SapAnywhere.CLIENT_SECRET);
    }

    /** The body that authorizes one anew. */
    public static String again(String code) {
        return "{\"providerData\": {\"code\": \"" + code + "\"}}";
    }
}
