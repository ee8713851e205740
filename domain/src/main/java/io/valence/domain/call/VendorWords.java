package io.valence.domain.call;

import io.valence.domain.secret.Secret;
import io.valence.domain.secret.Spellings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a vendor said about a request that it refused: short, on one line and without secrets. */
public final class VendorWords {
    private static final int MOST_BYTES = 8 << 10;
    private static final int MOST_CHARACTERS = 500;

    private VendorWords() {}

    /** The beginning of this answer's body, which is closed with this. */
    public static String in(Content content, List<Secret> secrets) {
        try (InputStream bytes = content.bytes()) {
            byte[] beginning = bytes.readNBytes(MOST_BYTES);
            String text = new String(beginning, StandardCharsets.UTF_8);
            Spellings spellings = Spellings.of(secrets);
            return line(
                    spellings.hiddenIn(
                            beginning.length < MOST_BYTES
                                    ? text
                                    : spellings.cutOffAtTheEndOf(text)));
        } catch (IOException broken) {
            return "";
        }
    }

    /** This text, as it may be shown and logged. */
    public static String plain(String text, List<Secret> secrets) {
        return line(Spellings.of(secrets).hiddenIn(text));
    }

    private static String line(String scrubbed) {
        StringBuilder line = new StringBuilder();
        boolean space = false;
        for (int i = 0; i < scrubbed.length() && line.length() < MOST_CHARACTERS; i++) {
            char c = scrubbed.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || c == '\uFFFD') {
                space = !line.isEmpty();
            } else {
                if (space) {
                    line.append(' ');
                    space = false;
                }
                line.append(c);
            }
        }
        return line.toString();
    }
}
