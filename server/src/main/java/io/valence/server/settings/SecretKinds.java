package io.valence.server.settings;

import io.valence.domain.secret.Secret;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** The kinds of text that must not be shown. */
final class SecretKinds {
    private static final int MASTER_KEY_BYTES = 32;
    private static final int LARGEST_KEY_FILE = 1024;
    private static final int SHORTEST = 20;
    private static final int LONGEST = 255;

    private SecretKinds() {}

    static Kind<Secret> password() {
        return Kind.secret("secret", Secret::of);
    }

    /**
     * Long, since it is looked up by a plain digest, and of characters that pass through a header
     * and a shell's quotes as they are.
     */
    static Kind<Secret> callerSecret() {
        return Kind.secret(
                "secret",
                text -> {
                    boolean plain =
                            text.chars()
                                    .allMatch(c -> c > ' ' && c < 127 && ",'\"\\".indexOf(c) < 0);
                    if (!plain) {
                        throw new Objection(
                                "must be of letters, digits and signs of ASCII, without spaces,"
                                        + " commas, quotes and backslashes");
                    }
                    if (text.length() < SHORTEST || text.length() > LONGEST) {
                        throw new Objection(
                                "must have from "
                                        + SHORTEST
                                        + " to "
                                        + LONGEST
                                        + " characters, best random ones");
                    }
                    return Secret.of(text);
                });
    }

    static Kind<Secret> masterKey() {
        return Kind.secret(
                "secret",
                text -> {
                    requireKey(text, "must be");
                    return Secret.of(text);
                });
    }

    /** Its path may be shown; what is read from there is the master key's text. */
    static Kind<Secret> masterKeyFile() {
        return Kind.shown(
                "file",
                text -> {
                    Path file = Kinds.path(text);
                    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                        throw new Objection("must be a file that exists and can be read");
                    }
                    String key = contentOf(file);
                    requireKey(key, "must name a file that holds");
                    return Secret.of(key);
                });
    }

    private static String contentOf(Path file) throws Objection {
        try {
            if (Files.size(file) > LARGEST_KEY_FILE) {
                throw new Objection("must name a file that holds the base64 of 32 bytes alone");
            }
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
        } catch (IOException unreadable) {
            throw new Objection("must be a file that exists and can be read");
        }
    }

    private static void requireKey(String text, String beginning) throws Objection {
        String objection =
                beginning + " the base64 of 32 bytes, such as `openssl rand -base64 32` prints";
        try {
            if (Base64.getDecoder().decode(text).length != MASTER_KEY_BYTES) {
                throw new Objection(objection);
            }
        } catch (IllegalArgumentException notBase64) {
            throw new Objection(objection);
        }
    }
}
