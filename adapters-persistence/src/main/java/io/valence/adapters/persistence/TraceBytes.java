package io.valence.adapters.persistence;

import io.valence.domain.call.Header;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.trace.CapturedText;
import io.valence.domain.trace.Leg;
import io.valence.domain.trace.Trace;
import io.valence.domain.trace.TraceId;
import io.valence.domain.trace.TraceSummary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Traces as bytes: first the number of their layout, then one part after the other, each text with
 * its length before it.
 */
final class TraceBytes {
    private static final int LAYOUT = 1;

    private TraceBytes() {}

    private interface Writer {
        void write(DataOutputStream out) throws IOException;
    }

    private interface Reader<T> {
        T read(DataInputStream in) throws IOException;
    }

    static byte[] of(TraceSummary summary) {
        return bytes(
                out -> {
                    write(out, summary.title());
                    writeNumber(out, summary.status());
                    out.writeLong(summary.took().toMillis());
                });
    }

    static TraceSummary summary(TraceId id, Instant at, byte[] bytes) {
        return read(
                bytes,
                in ->
                        new TraceSummary(
                                id, at, text(in), number(in), Duration.ofMillis(in.readLong())));
    }

    static byte[] of(Trace trace) {
        return bytes(
                out -> {
                    write(out, trace.call());
                    out.writeInt(trace.vendor().size());
                    for (Leg leg : trace.vendor()) {
                        write(out, leg);
                    }
                    out.writeInt(trace.omitted());
                });
    }

    static Trace trace(TraceId id, InstanceId instance, Instant at, byte[] bytes) {
        return read(
                bytes,
                in -> {
                    Leg call = leg(in);
                    List<Leg> vendor = new ArrayList<>();
                    for (int left = in.readInt(); left > 0; left--) {
                        vendor.add(leg(in));
                    }
                    return new Trace(id, instance, at, call, vendor, in.readInt());
                });
    }

    private static void write(DataOutputStream out, Leg leg) throws IOException {
        write(out, leg.method());
        write(out, leg.address());
        write(out, leg.requestHeaders());
        write(out, leg.request());
        writeNumber(out, leg.status());
        write(out, leg.responseHeaders());
        write(out, leg.response());
        out.writeBoolean(leg.failure().isPresent());
        if (leg.failure().isPresent()) {
            write(out, leg.failure().get());
        }
        out.writeLong(leg.took().toMillis());
    }

    private static Leg leg(DataInputStream in) throws IOException {
        return new Leg(
                text(in),
                text(in),
                headers(in),
                captured(in),
                number(in),
                headers(in),
                captured(in),
                in.readBoolean() ? Optional.of(text(in)) : Optional.empty(),
                Duration.ofMillis(in.readLong()));
    }

    private static void write(DataOutputStream out, List<Header> headers) throws IOException {
        out.writeInt(headers.size());
        for (Header header : headers) {
            write(out, header.name());
            write(out, header.value());
        }
    }

    private static List<Header> headers(DataInputStream in) throws IOException {
        List<Header> headers = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            headers.add(new Header(text(in), text(in)));
        }
        return headers;
    }

    private static void write(DataOutputStream out, CapturedText captured) throws IOException {
        write(out, captured.text());
        out.writeBoolean(captured.cut());
    }

    private static CapturedText captured(DataInputStream in) throws IOException {
        return new CapturedText(text(in), in.readBoolean());
    }

    private static void writeNumber(DataOutputStream out, Optional<Integer> number)
            throws IOException {
        out.writeBoolean(number.isPresent());
        if (number.isPresent()) {
            out.writeInt(number.get());
        }
    }

    private static Optional<Integer> number(DataInputStream in) throws IOException {
        return in.readBoolean() ? Optional.of(in.readInt()) : Optional.empty();
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Writer writer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            writer.write(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Reader<T> reader) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int layout = in.readByte();
            if (layout != LAYOUT) {
                throw new IllegalStateException("a trace has the unknown layout " + layout);
            }
            return reader.read(in);
        } catch (IOException torn) {
            throw new UncheckedIOException("a trace ends too early", torn);
        }
    }
}
