package io.valence.sandbox.sap;

import io.valence.sandbox.http.Answer;
import io.valence.sandbox.http.Call;
import io.valence.sandbox.http.Json;
import io.valence.sandbox.http.Refusal;
import io.valence.sandbox.http.Routes;
import io.valence.sandbox.http.Upload;
import io.valence.sandbox.row.Rows;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** What hangs on each record of a table: notes, files and the like, of one kind. */
final class SapParts {
    private static final String KEY = "key";

    private final SapRecords whole;
    private final String path;
    private final Function<ObjectNode, Rows> beginning;
    private final Map<String, Rows> parts = new ConcurrentHashMap<>();

    /** Parts below this path of a record, which begin so. */
    SapParts(SapRecords whole, String path, Function<ObjectNode, Rows> beginning) {
        this.whole = whole;
        this.path = path;
        this.beginning = beginning;
    }

    /** Files: there are none at first. */
    static SapParts files(SapRecords whole, String path) {
        return new SapParts(
                whole,
                path,
                _ -> new Rows("id", "fileName", "mediaType", "fileSize", "creationTime", KEY));
    }

    private Rows rows(Call call) {
        ObjectNode record = whole.record(call);
        return parts.computeIfAbsent(record.path("id").asString(), _ -> beginning.apply(record));
    }

    SapParts listed(Routes routes) {
        routes.on(
                "GET",
                path,
                call -> {
                    ArrayNode page = new SapQuery(rows(call)).page(call);
                    page.forEach(part -> ((ObjectNode) part).remove(KEY));
                    return Answer.json(200, page);
                });
        return this;
    }

    SapParts addable(Routes routes) {
        routes.on("POST", path, call -> SapRecords.created(rows(call), call.object()));
        return this;
    }

    /** Parts that are records of their own. */
    SapParts single(Routes routes) {
        routes.on("GET", path + "/{part}", call -> Answer.json(200, part(call)));
        routes.on(
                "PATCH",
                path + "/{part}",
                call -> {
                    ObjectNode sent = call.object();
                    sent.remove("id");
                    return rows(call)
                            .change(call.variable("part"), sent.put("updateTime", SapRecords.now()))
                            .map(part -> Answer.json(200, part))
                            .orElseThrow(() -> nothing(call));
                });
        routes.on(
                "DELETE",
                path + "/{part}",
                call -> {
                    if (!rows(call).remove(call.variable("part"))) {
                        throw nothing(call);
                    }
                    return Answer.empty(204);
                });
        return this;
    }

    /** Parts that are files. */
    SapParts stored(Routes routes, Shelf shelf) {
        routes.on("POST", path, call -> upload(call, shelf));
        routes.on("GET", path + "/{part}", call -> download(call, shelf));
        routes.on(
                "DELETE",
                path + "/{part}",
                call -> {
                    discard(rows(call), part(call), shelf);
                    return Answer.empty(204);
                });
        return this;
    }

    /** All of them at once. */
    SapParts clearable(Routes routes, Shelf shelf) {
        routes.on(
                "DELETE",
                path,
                call -> {
                    Rows rows = rows(call);
                    for (ObjectNode part : rows.find(List.of(), List.of())) {
                        discard(rows, part, shelf);
                    }
                    return Answer.empty(204);
                });
        return this;
    }

    private Answer upload(Call call, Shelf shelf) throws IOException {
        Rows rows = rows(call);
        String key = shelf.put(call);
        Upload upload = shelf.find(key).orElseThrow();
        return SapRecords.created(
                rows,
                Json.object()
                        .put("fileName", upload.name())
                        .put("mediaType", upload.mediaType())
                        .put("fileSize", upload.length())
                        .put(KEY, key));
    }

    /** To be kept and not shown: it is from this address, and may hold anything. */
    private Answer download(Call call, Shelf shelf) {
        Optional<Upload> found = shelf.find(part(call).path(KEY).asString());
        Upload upload = found.orElseThrow(() -> nothing(call));
        String name = URLEncoder.encode(upload.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Answer.file(upload.mediaType(), upload.file(), upload.length())
                .with("Content-Disposition", "attachment; filename*=UTF-8''" + name)
                .with("Content-Security-Policy", "sandbox");
    }

    private static void discard(Rows rows, ObjectNode part, Shelf shelf) throws IOException {
        rows.remove(part.path("id").asString());
        shelf.remove(part.path(KEY).asString());
    }

    private ObjectNode part(Call call) {
        return rows(call).find(call.variable("part")).orElseThrow(() -> nothing(call));
    }

    private static Refusal nothing(Call call) {
        return Refusal.notFound("There is no " + call.variable("part") + " here.");
    }
}
