package io.valence.adapters.rest.http;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Notice;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.element.Element;

import tools.jackson.core.JsonGenerator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of an error: the two members that every client knows first, then what helps people and
 * newer clients.
 */
public final class ErrorBody {
    private static final String TYPES = "urn:valence:problem:";

    private ErrorBody() {}

    /** An error that one sentence says all about. */
    public static Answer plain(Call call, int status, String message) {
        return answer(
                call,
                status,
                json -> begin(json, call, status, message, "about:blank", title(status)));
    }

    /** An error with the vendor's own words. */
    public static Answer ofVendor(
            Call call, int status, String message, Optional<String> providerMessage) {
        return answer(
                call,
                status,
                json -> {
                    begin(json, call, status, message, "about:blank", title(status));
                    providerMessage
                            .filter(said -> !said.isBlank())
                            .ifPresent(said -> json.writeStringProperty("providerMessage", said));
                });
    }

    /** 404, in words that clients of the hosted platform recognize. */
    public static Answer notFound(Call call, String what, Object name) {
        return plain(call, 404, Absence.sentence(what, name.toString()));
    }

    /** 400 with every problem; the attempt completes "Cannot …". */
    public static Answer rejected(
            Call call,
            String attempt,
            Optional<Element> element,
            List<Problem> problems,
            List<Notice> notices) {
        return answer(
                call,
                400,
                json -> {
                    begin(
                            json,
                            call,
                            400,
                            "Cannot " + attempt + ": " + summary(problems) + ".",
                            TYPES + "invalid-configuration",
                            "Invalid configuration");
                    element.ifPresent(known -> writeElement(json, known));
                    writeProblems(json, element, problems);
                    if (!notices.isEmpty()) {
                        writeNotices(json, notices);
                    }
                });
    }

    /** How many entries are missing and how many values are wrong, with the names of all. */
    public static String summary(List<Problem> problems) {
        List<String> missing = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (Problem problem : problems) {
            List<String> names =
                    switch (problem.code()) {
                        case MISSING_PARAMETER -> missing;
                        case ILLEGAL_PARAMETER_VALUE -> wrong;
                        case UNKNOWN_PARAMETER -> unknown;
                    };
            names.add(problem.place().name());
        }
        List<String> clauses = new ArrayList<>();
        say(clauses, missing, "required entry is missing", "required entries are missing");
        say(clauses, wrong, "value is not valid", "values are not valid");
        say(clauses, unknown, "entry is unknown", "entries are unknown");
        return String.join("; ", clauses);
    }

    private static void say(List<String> clauses, List<String> names, String one, String many) {
        if (!names.isEmpty()) {
            clauses.add(
                    names.size()
                            + " "
                            + (names.size() == 1 ? one : many)
                            + " ("
                            + String.join(", ", names)
                            + ")");
        }
    }

    /** Writes {@code element}. */
    public static void writeElement(JsonGenerator json, Element element) {
        json.writeName("element");
        json.writeStartObject();
        json.writeStringProperty("key", element.key().value());
        json.writeNumberProperty("id", element.id().value());
        json.writeEndObject();
    }

    /** Writes {@code errors}. */
    public static void writeProblems(
            JsonGenerator json, Optional<Element> element, List<Problem> problems) {
        json.writeName("errors");
        json.writeStartArray();
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringProperty("pointer", problem.place().pointer());
            json.writeStringProperty("key", problem.place().name());
            json.writeStringProperty("code", problem.code().name());
            json.writeStringProperty("reason", problem.sentence());
            hint(element, problem.place())
                    .ifPresent(hint -> json.writeStringProperty("hint", hint));
            List<String> suggestions = suggestions(problem);
            if (!suggestions.isEmpty()) {
                writeSuggestions(json, suggestions);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Optional<String> hint(Optional<Element> element, Place place) {
        return place instanceof Place.Entry(ConfigurationKey key)
                ? element.flatMap(known -> known.schema().entry(key))
                        .map(ConfigurationEntry::description)
                        .filter(text -> !text.isBlank())
                : Optional.empty();
    }

    private static List<String> suggestions(Problem problem) {
        return switch (problem) {
            case Problem.NotAHost(var place, var proposal) -> proposal.stream().toList();
            case Problem.NotAnOption(var place, var options) -> options;
            case Problem.Unknown(var place, var near) ->
                    near.map(ConfigurationKey::value).stream().toList();
            case Problem.Missing _,
                    Problem.Masked _,
                    Problem.Placeholder _,
                    Problem.TooLong _,
                    Problem.Malformed _,
                    Problem.Unresolvable _ ->
                    List.of();
        };
    }

    /** Writes {@code notices}. */
    public static void writeNotices(JsonGenerator json, List<Notice> notices) {
        json.writeName("notices");
        json.writeStartArray();
        for (Notice notice : notices) {
            switch (notice) {
                case Notice.Unknown(var key, var near) -> {
                    json.writeStartObject();
                    json.writeStringProperty("key", key);
                    json.writeStringProperty("code", Problem.Code.UNKNOWN_PARAMETER.name());
                    writeSuggestions(json, near.map(ConfigurationKey::value).stream().toList());
                    json.writeEndObject();
                }
            }
        }
        json.writeEndArray();
    }

    private static void writeSuggestions(JsonGenerator json, List<String> suggestions) {
        json.writeName("suggestions");
        json.writeStartArray();
        suggestions.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void begin(
            JsonGenerator json, Call call, int status, String message, String type, String title) {
        json.writeStringProperty("requestId", call.requestId().text());
        json.writeStringProperty("message", message);
        json.writeStringProperty("type", type);
        json.writeStringProperty("title", title);
        json.writeNumberProperty("status", status);
    }

    private static Answer answer(Call call, int status, ItemBody body) {
        byte[] bytes =
                Json.bytes(
                        json -> {
                            json.writeStartObject();
                            body.write(json);
                            json.writeEndObject();
                        });
        return Answer.of(
                status,
                call.wantsProblemJson() ? "application/problem+json" : "application/json",
                bytes);
    }

    private interface ItemBody {
        void write(JsonGenerator json);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not found";
            case 405 -> "Method not allowed";
            case 406 -> "Not acceptable";
            case 409 -> "Conflict";
            case 413 -> "Too large";
            case 415 -> "Unsupported media type";
            case 431 -> "Headers too large";
            case 501 -> "Not offered";
            case 502 -> "Vendor failed";
            case 504 -> "Vendor too slow";
            case 503 -> "Unavailable";
            default -> status < 500 ? "Refused" : "Internal error";
        };
    }
}
