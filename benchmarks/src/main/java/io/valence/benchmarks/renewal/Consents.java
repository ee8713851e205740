package io.valence.benchmarks.renewal;

import io.valence.domain.secret.Secret;
import io.valence.sandbox.SapAnywhere;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Users of the vendor who let the application in, each for tokens of their own. */
final class Consents {
    private static final int AT_ONCE = 16;
    static final String CALLBACK = "https://app.example.com/auth";
    private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");

    private final SapAnywhere vendor;

    Consents(SapAnywhere vendor) {
        this.vendor = vendor;
    }

    /** What one user's consent came to. */
    record Pair(Secret access, Secret refresh) {}

    List<Pair> given(int count) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient();
                ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Callable<Pair>> users = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                users.add(() -> given(http));
            }
            List<Pair> pairs = new ArrayList<>();
            for (Future<Pair> each : threads.invokeAll(users)) {
                pairs.add(each.get());
            }
            return pairs;
        }
    }

    private Pair given(HttpClient http) throws Exception {
        String asking =
                vendor.authorizationUrl()
                        + "?"
                        + form(
                                Map.of(
                                        "response_type",
                                        "code",
                                        "client_id",
                                        SapAnywhere.CLIENT_ID,
                                        "redirect_uri",
                                        CALLBACK,
                                        "scope",
                                        SapAnywhere.SCOPE,
                                        "state",
                                        "measured"));
        String code = found(CODE, vendor.allow(asking).toString());
        String exchange =
                form(
                        Map.of(
                                "grant_type",
                                "authorization_code",
                                "code",
                                code,
                                "redirect_uri",
                                CALLBACK,
                                "client_id",
                                SapAnywhere.CLIENT_ID,
                                "client_secret",
                                SapAnywhere.CLIENT_SECRET));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(vendor.tokenUrl()))
                        .version(HttpClient.Version.HTTP_1_1)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(exchange))
                        .build();
        String answer = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        return new Pair(member("access_token", answer), member("refresh_token", answer));
    }

    private static Secret member(String name, String json) {
        return Secret.of(found(Pattern.compile("\"" + name + "\"\\s*:\\s*\"([^\"]+)\""), json));
    }

    private static String found(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        if (!found.find()) {
            throw new IllegalStateException("the vendor gave no " + pattern);
        }
        return found.group(1);
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(
                        field ->
                                field.getKey()
                                        + "="
                                        + URLEncoder.encode(
                                                field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
