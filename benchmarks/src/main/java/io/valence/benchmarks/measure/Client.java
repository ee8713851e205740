package io.valence.benchmarks.measure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A caller of single requests, for what surrounds the load. */
public final class Client implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String url;
    private final String authorization;

    /** A caller of this server who proves itself so. */
    public Client(String url, String authorization) {
        this.url = url;
        this.authorization = authorization;
    }

    /** What is answered. */
    public byte[] get(String path) throws Exception {
        return send(request(path).GET().build());
    }

    /** What is answered to JSON. */
    public byte[] post(String path, String body) throws Exception {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(body)).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json");
    }

    private byte[] send(HttpRequest request) throws Exception {
        HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    @Override
    public void close() {
        http.close();
    }
}
