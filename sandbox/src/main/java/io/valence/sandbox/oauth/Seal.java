package io.valence.sandbox.oauth;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A key that makes texts unforgeable, so that a token tells by itself what it is good for. */
final class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] key;

    Seal(byte[] key) {
        this.key = key.clone();
    }

    byte[] key() {
        return key.clone();
    }

    /** The text, which must not hold a dot, with its seal behind a dot. */
    String seal(String text) {
        String readable = encode(text.getBytes(StandardCharsets.UTF_8));
        return readable + "." + encode(mac(readable));
    }

    /** The text that was sealed so with this key. */
    Optional<String> open(String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String readable = sealed.substring(0, dot);
        byte[] given = sealed.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        byte[] wanted = encode(mac(readable)).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(wanted, given)
                ? Optional.of(
                        new String(Base64.getUrlDecoder().decode(readable), StandardCharsets.UTF_8))
                : Optional.empty();
    }

    private byte[] mac(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has " + ALGORITHM, missing);
        }
    }

    static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
