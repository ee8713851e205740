package io.valence.application.resource;

import io.valence.domain.instance.InstanceId;
import io.valence.domain.resource.Resource;
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

    /** Of 16 KiB that the head of a request may have, what is left is for the rest of it. */
    private static final int MOST_CHARACTERS = 13 << 10;

    /** So that a place in the list fits in beside it. */
    private static final int MOST_OF_QUERY = 9_000;

    /** Longer ones take from the room of tokens, which are sent along with them. */
    private static final int USUAL_PATH = 512;

    PageToken {
        query = Map.copyOf(query);
    }

    /** How many bytes of a query, names and values, fit into the tokens of this path. */
    static int mostOfQuery(String path) {
        return Math.max(0, MOST_OF_QUERY - beyondUsual(path));
    }

    /** How many bytes this query has. */
    static int bytes(Map<String, String> query) {
        int count = 0;
        for (Map.Entry<String, String> each : query.entrySet()) {
            count += each.getKey().getBytes(StandardCharsets.UTF_8).length;
            count += each.getValue().getBytes(StandardCharsets.UTF_8).length;
        }
        return count;
    }

    private static int beyondUsual(String path) {
        return Math.max(0, path.length() - USUAL_PATH);
    }

    /**
     * The token for callers of this instance, path and resource; none if it would be so long that
     * it could not be sent back.
     */
    Optional<String> sealed(Seals seals, InstanceId instance, String path, Resource resource) {
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
        String text =
                Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(
                                seals.seal(bytes.toByteArray(), purpose(instance, path, resource)));
        return Optional.of(text)
                .filter(token -> token.length() <= MOST_CHARACTERS - beyondUsual(path));
    }

    /** The token that this text is, if it is one of this instance, path and resource. */
    static Optional<PageToken> open(
            String text, Seals seals, InstanceId instance, String path, Resource resource) {
        if (text.length() > MOST_CHARACTERS) {
            return Optional.empty();
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return seals.open(sealed, purpose(instance, path, resource)).flatMap(PageToken::read);
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

    /** An application's own name in a path can lead to another resource tomorrow. */
    private static String purpose(InstanceId instance, String path, Resource resource) {
        return "page of " + instance + " " + path + " " + resource.path();
    }
}
