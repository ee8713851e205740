package io.valence.domain.call;

import io.valence.domain.secret.Mask;
import io.valence.domain.secret.Secret;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
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
            return plain(
                    beginning.length < MOST_BYTES ? text : withoutCutSecret(text, secrets),
                    secrets);
        } catch (IOException broken) {
            return "";
        }
    }

    /** A text that was cut may end in the beginning of a secret, which nobody would recognize. */
    private static String withoutCutSecret(String cut, List<Secret> secrets) {
        int end = cut.length();
        while (end > 0 && cut.charAt(end - 1) == '\uFFFD') {
            end--;
        }
        int shortest = end;
        for (Secret secret : secrets) {
            String whole = secret.reveal();
            int most = Math.min(whole.length() - 1, end);
            for (int length = most; length > 0; length--) {
                if (cut.regionMatches(end - length, whole, 0, length)) {
                    shortest = Math.min(shortest, end - length);
                    break;
                }
            }
        }
        return cut.substring(0, shortest);
    }

    /** This text, as it may be shown and logged. */
    public static String plain(String text, List<Secret> secrets) {
        String scrubbed = text;
        List<Secret> longestFirst = new ArrayList<>(secrets);
        longestFirst.sort(Comparator.comparingInt(Secret::length).reversed());
        for (Secret secret : longestFirst) {
            scrubbed = scrubbed.replace(secret.reveal(), Mask.TEXT);
        }
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
