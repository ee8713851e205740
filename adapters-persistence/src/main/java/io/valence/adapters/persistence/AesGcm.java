package io.valence.adapters.persistence;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-GCM under one key, each time with a fresh nonce, which stands before the ciphertext. */
final class AesGcm {
    private static final String TRANSFORMATION = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKeySpec key;

    /** Finding a cipher takes longer than using it. Each is in one call's hands at a time. */
    private final Queue<Cipher> idle = new ConcurrentLinkedQueue<>();

    AesGcm(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /** Nonce, ciphertext and tag; they open only beside the same associated data. */
    byte[] seal(byte[] plain, byte[] associated) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            byte[] sealed = run(Cipher.ENCRYPT_MODE, nonce, associated, plain, 0);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length).put(nonce).put(sealed).array();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    /** What was sealed; empty if the key, the associated data or a single bit is another one. */
    Optional<byte[]> open(byte[] sealed, byte[] associated) {
        if (sealed.length < NONCE_BYTES + TAG_BITS / Byte.SIZE) {
            return Optional.empty();
        }
        byte[] nonce = new byte[NONCE_BYTES];
        System.arraycopy(sealed, 0, nonce, 0, NONCE_BYTES);
        try {
            return Optional.of(run(Cipher.DECRYPT_MODE, nonce, associated, sealed, NONCE_BYTES));
        } catch (AEADBadTagException another) {
            return Optional.empty();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has AES-GCM", impossible);
        }
    }

    /** What becomes of the text from this place on. */
    private byte[] run(int mode, byte[] nonce, byte[] associated, byte[] text, int from)
            throws GeneralSecurityException {
        Cipher found = idle.poll();
        Cipher cipher = found == null ? Cipher.getInstance(TRANSFORMATION) : found;
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(associated);
        byte[] result = cipher.doFinal(text, from, text.length - from);
        // Not after a failure: then it may hold what the failed call left in it.
        idle.offer(cipher);
        return result;
    }
}
