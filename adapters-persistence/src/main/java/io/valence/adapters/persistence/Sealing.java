package io.valence.adapters.persistence;

import io.valence.domain.secret.Secret;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The seal on every secret that is stored: one byte for the layout, four for the number of the data
 * key, then what {@link AesGcm} makes of the text.
 */
final class Sealing {
    private static final byte LAYOUT = 1;
    private static final int HEADER_BYTES = 1 + Integer.BYTES;

    private final Map<Integer, AesGcm> keys;
    private final int current;

    /** Opens by any of these keys and seals by the current one. */
    Sealing(Map<Integer, AesGcm> keys, int current) {
        this.keys = Map.copyOf(keys);
        this.current = current;
    }

    /** The number of the key that secrets are sealed with now. */
    int keyId() {
        return current;
    }

    byte[] seal(Secret secret, Binding binding) {
        return seal(secret.reveal().getBytes(StandardCharsets.UTF_8), binding);
    }

    /** The same of what is no secret by itself, but nobody's business. */
    byte[] seal(byte[] plain, Binding binding) {
        byte[] header = ByteBuffer.allocate(HEADER_BYTES).put(LAYOUT).putInt(current).array();
        byte[] body = key(current).orElseThrow().seal(plain, associated(header, binding));
        return ByteBuffer.allocate(header.length + body.length).put(header).put(body).array();
    }

    Secret open(byte[] sealed, Binding binding) {
        return Secret.of(new String(bytes(sealed, binding), StandardCharsets.UTF_8));
    }

    byte[] bytes(byte[] sealed, Binding binding) {
        return opened(sealed, binding)
                .orElseThrow(
                        () ->
                                new IllegalStateException(
                                        "a sealed %s of instance %s does not open: it was altered, moved or sealed by an unknown key"
                                                .formatted(binding.kind(), binding.instance())));
    }

    /** What was sealed so; none if it was not, or by a key that is gone. */
    Optional<byte[]> opened(byte[] sealed, Binding binding) {
        if (sealed.length < HEADER_BYTES || sealed[0] != LAYOUT) {
            return Optional.empty();
        }
        byte[] header = new byte[HEADER_BYTES];
        byte[] body = new byte[sealed.length - HEADER_BYTES];
        ByteBuffer.wrap(sealed).get(header).get(body);
        return key(ByteBuffer.wrap(header).getInt(1))
                .flatMap(key -> key.open(body, associated(header, binding)));
    }

    private Optional<AesGcm> key(int id) {
        return Optional.ofNullable(keys.get(id));
    }

    private static byte[] associated(byte[] header, Binding binding) {
        byte[] where = binding.bytes();
        return ByteBuffer.allocate(header.length + where.length).put(header).put(where).array();
    }
}
