package io.valence.application.resource;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.secret.Seals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a caller asks for the next page with: where it begins, how long it is, and what was asked
 * for. It is sealed, and good for one instance and one path.
 *
 * @param query what was asked for, but for the page
 */
record PageToken(int pageSize, Position position, Map<String, String> query) {
    private static final int LAYOUT = 2;
    private static final int MOST_CHARACTERS = 16 << 10;

    PageToken {
        query = Map.copyOf(query);
    }

    /** The token for callers of this instance and path. */
    String sealed(Seals seals, InstanceId instance, String path) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(LAYOUT);
            out.writeInt(pageSize);
            switch (position) {
                case Position.After(var records) -> {
                    out.writeBoolean(false);
                    out.writeLong(records);
                }
                case Position.At(var word, var skip, var trail) -> {
                    out.writeBoolean(true);
                    write(out, word);
                    out.writeInt(skip);
                    out.writeLong(trail.steps());
                    out.writeLong(trail.mark());
                }
            }
            out.writeInt(query.size());
            for (Map.Entry<String, String> each : new TreeMap<>(query).entrySet()) {
                write(out, each.getKey());
                write(out, each.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(seals.seal(bytes.toByteArray(), purpose(instance, path)));
    }

    /** The token that this text is, if it is one of this instance and path. */
    static Optional<PageToken> open(String text, Seals seals, InstanceId instance, String path) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return seals.open(sealed, purpose(instance, path)).flatMap(PageToken::read);
    }

    private static Optional<PageToken> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != LAYOUT) {
                return Optional.empty();
            }
            int pageSize = in.readInt();
            Position position =
                    in.readBoolean()
                            ? new Position.At(
                                    readText(in),
                                    in.readInt(),
                                    new Trail(in.readLong(), in.readLong()))
                            : new Position.After(in.readLong());
            Map<String, String> query = new TreeMap<>();
            for (int left = in.readInt(); left > 0; left--) {
                query.put(readText(in), readText(in));
            }
            return Optional.of(new PageToken(pageSize, position, query));
        } catch (IOException impossible) {
            // Whatever opens was sealed here.
            throw new UncheckedIOException(impossible);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String readText(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static String purpose(InstanceId instance, String path) {
        return "page of " + instance + " " + path;
    }
}
