package io.valence.adapters.rest.trace;

import io.valence.domain.call.Header;
import io.valence.domain.trace.CapturedText;
import io.valence.domain.trace.Leg;
import io.valence.domain.trace.Trace;
import io.valence.domain.trace.TraceSummary;

import tools.jackson.core.JsonGenerator;

import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Traces as JSON. */
final class TraceJson {
    private TraceJson() {}

    static void write(JsonGenerator json, TraceSummary trace) {
        json.writeStartObject();
        writeHead(json, trace);
        json.writeEndObject();
    }

    static void write(JsonGenerator json, Trace trace) {
        json.writeStartObject();
        writeHead(json, trace.summary());
        json.writeNumberProperty("instanceId", trace.instance().value());
        json.writeName("call");
        write(json, trace.call());
        json.writeName("vendor");
        json.writeStartArray();
        trace.vendor().forEach(leg -> write(json, leg));
        json.writeEndArray();
        json.writeNumberProperty("omitted", trace.omitted());
        json.writeEndObject();
    }

    private static void writeHead(JsonGenerator json, TraceSummary trace) {
        json.writeStringProperty("id", trace.id().value());
        json.writeStringProperty("at", trace.at().truncatedTo(ChronoUnit.SECONDS).toString());
        json.writeStringProperty("title", trace.title());
        if (trace.status().isPresent()) {
            json.writeNumberProperty("status", trace.status().get());
        } else {
            json.writeNullProperty("status");
        }
        json.writeNumberProperty("milliseconds", trace.took().toMillis());
    }

    /** Each by its method and path; of those that share them, the later ones are numbered. */
    static void writeByTitle(JsonGenerator json, Trace trace) {
        Set<String> used = new HashSet<>();
        json.writeStartObject();
        writeByTitle(json, trace.call(), used);
        trace.vendor().forEach(leg -> writeByTitle(json, leg, used));
        json.writeEndObject();
    }

    private static void writeByTitle(JsonGenerator json, Leg leg, Set<String> used) {
        String name = leg.title();
        for (int number = 2; !used.add(name); number++) {
            name = leg.title() + " (" + number + ")";
        }
        json.writeName(name);
        write(json, leg);
    }

    private static void write(JsonGenerator json, Leg leg) {
        json.writeStartObject();
        json.writeNumberProperty("milliseconds", leg.took().toMillis());
        json.writeName("request");
        json.writeStartObject();
        json.writeStringProperty("method", leg.method());
        json.writeStringProperty("url", leg.address());
        write(json, leg.requestHeaders(), leg.request());
        json.writeEndObject();
        json.writeName("response");
        if (leg.status().isPresent()) {
            json.writeStartObject();
            json.writeNumberProperty("status", leg.status().get());
            write(json, leg.responseHeaders(), leg.response());
            json.writeEndObject();
        } else {
            json.writeNull();
        }
        leg.failure().ifPresent(reason -> json.writeStringProperty("failure", reason));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, List<Header> headers, CapturedText body) {
        json.writeName("headers");
        json.writeStartArray();
        for (Header header : headers) {
            json.writeStartObject();
            json.writeStringProperty("name", header.name());
            json.writeStringProperty("value", header.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("body", body.text());
        json.writeBooleanProperty("cut", body.cut());
    }
}
