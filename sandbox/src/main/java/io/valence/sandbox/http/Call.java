package io.valence.sandbox.http;

import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MultiPart;
import org.eclipse.jetty.http.MultiPartConfig;
import org.eclipse.jetty.http.MultiPartFormData;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;

import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One request, as far as a vendor looks at it. */
public final class Call {
    private static final int MOST = 1 << 20;
    private static final long MOST_UPLOADED = 64L << 20;

    private final Request request;
    private final List<String> path;
    private final Map<String, String> variables;
    private Optional<Form> query = Optional.empty();

    private Call(Request request, List<String> path, Map<String, String> variables) {
        this.request = request;
        this.path = path;
        this.variables = variables;
    }

    static Call of(Request request, List<String> path) {
        return new Call(request, path, Map.of());
    }

    Call with(Map<String, String> found) {
        return new Call(request, path, found);
    }

    /** The same call, by the path that is left below this many segments. */
    public Call below(int segments) {
        return new Call(request, path.subList(segments, path.size()), variables);
    }

    /** The segments of the path, decoded. */
    public List<String> path() {
        return path;
    }

    /** The method; HEAD counts as GET, and its answer is sent without the body. */
    public String method() {
        String method = request.getMethod();
        return method.equals("HEAD") ? "GET" : method;
    }

    /** What stands in the path where the route's template has this name. */
    public String variable(String name) {
        return Optional.ofNullable(variables.get(name))
                .orElseThrow(() -> new IllegalArgumentException("the route has no " + name));
    }

    /** A parameter of the query; a blank one counts as absent, one that is repeated is refused. */
    public Optional<String> query(String name) {
        if (query.isEmpty()) {
            query =
                    Optional.of(
                            Form.of(
                                    Optional.ofNullable(request.getHttpURI().getQuery())
                                            .orElse("")));
        }
        return query.get().field(name);
    }

    /** Whether the query has this parameter with the value true. */
    public boolean flag(String name) {
        return query(name).filter("true"::equals).isPresent();
    }

    /** A number of the query, not negative; the other one if it is absent. */
    public int number(String name, int otherwise) {
        Optional<String> text = query(name);
        if (text.isEmpty()) {
            return otherwise;
        }
        String digits = text.get();
        if (digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            throw Refusal.badRequest("The parameter " + name + " must be a whole number.");
        }
        return Integer.parseInt(digits);
    }

    /** A header's value. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    /** A cookie's value. */
    public Optional<String> cookie(String name) {
        return Request.getCookies(request).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    /** The body as the fields of a form. */
    public Form form() throws IOException {
        String type = mediaType();
        if (!type.equals("application/x-www-form-urlencoded")) {
            throw Refusal.badRequest("Send the body as application/x-www-form-urlencoded.");
        }
        return Form.of(new String(body(), StandardCharsets.UTF_8));
    }

    /** The body as a JSON object. */
    public ObjectNode object() throws IOException {
        String type = mediaType();
        if (!type.isEmpty() && !type.equals("application/json") && !type.endsWith("+json")) {
            throw new Refusal(415, "unsupported_media_type", "Send the body as JSON.");
        }
        return Json.object(body())
                .orElseThrow(() -> Refusal.badRequest("The body is not a JSON object."));
    }

    /** The file in the multipart body, streamed into this folder under this name. */
    public Upload upload(Path folder, String name) throws IOException {
        if (!mediaType().equals("multipart/form-data")) {
            throw new Refusal(415, "unsupported_media_type", "Send a file as multipart/form-data.");
        }
        MultiPartConfig config =
                new MultiPartConfig.Builder()
                        .location(folder)
                        .maxParts(10)
                        .maxSize(MOST_UPLOADED)
                        .maxPartSize(MOST_UPLOADED)
                        .maxMemoryPartSize(0)
                        .build();
        try (MultiPartFormData.Parts parts =
                MultiPartFormData.getParts(
                        request, request, header("Content-Type").orElse(""), config)) {
            for (MultiPart.Part part : parts) {
                if (part.getFileName() != null) {
                    Path file = folder.resolve(name);
                    String type = part.getHeaders().get(HttpHeader.CONTENT_TYPE);
                    part.writeTo(file);
                    return new Upload(
                            part.getFileName(),
                            type == null ? "application/octet-stream" : type,
                            file,
                            Files.size(file));
                }
            }
        } catch (RuntimeException broken) {
            throw Refusal.badRequest("The multipart body cannot be read, or is above 64 MiB.");
        }
        throw Refusal.badRequest("There is no file in the multipart body.");
    }

    private String mediaType() {
        String type = header("Content-Type").orElse("");
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private byte[] body() throws IOException {
        Refusal tooLarge = new Refusal(413, "too_large", "The body is larger than 1 MiB.");
        if (request.getLength() > MOST) {
            throw tooLarge;
        }
        if (!hasBody()) {
            return new byte[0];
        }
        byte[] bytes = Content.Source.asInputStream(request).readNBytes(MOST + 1);
        if (bytes.length > MOST) {
            throw tooLarge;
        }
        return bytes;
    }

    boolean hasBody() {
        return request.getLength() > 0
                || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    Request request() {
        return request;
    }

    /**
     * Reads to the end what nobody wanted, within a bound, so that the answer reaches the caller.
     */
    void discardBody(long most) throws IOException {
        boolean asked = request.getHeaders().contains(HttpHeader.EXPECT, "100-continue");
        if (asked || !hasBody()) {
            return;
        }
        InputStream in = Content.Source.asInputStream(request);
        byte[] chunk = new byte[16 << 10];
        long left = most;
        for (int length = in.read(chunk); length > 0 && left > 0; length = in.read(chunk)) {
            left -= length;
        }
    }
}
