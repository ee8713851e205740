package io.valence.adapters.vendor;

import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.secret.Mask;
import io.valence.domain.secret.Secret;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a vendor said, made fit to be shown: short, in one line, and without what we told it. */
final class Words {
    private static final int MOST = 500;

    private final List<String> unspeakable;

    private Words(List<String> unspeakable) {
        this.unspeakable = unspeakable;
    }

    /** Words that never hold the client's secret or one of these, however it is written. */
    static Words without(OAuthClient client, List<Secret> others) {
        Set<String> spellings = new LinkedHashSet<>();
        List<Secret> secrets = new ArrayList<>(others);
        secrets.add(client.secret());
        secrets.add(inHeader(client));
        for (Secret secret : secrets) {
            String text = secret.reveal();
            String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
            String percent = encoded.replace("+", "%20");
            spellings.add(text);
            spellings.add(encoded);
            spellings.add(percent);
            spellings.add(lowerCaseEscapes(encoded));
            spellings.add(lowerCaseEscapes(percent));
            spellings.add(text.replace("/", "\\/").replace("\"", "\\\""));
            spellings.add(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
            spellings.add(
                    Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
        return new Words(
                spellings.stream()
                        .sorted(Comparator.comparingInt(String::length).reversed())
                        .toList());
    }

    /** What the header of RFC 6749, section 2.3.1, is made of. */
    private static Secret inHeader(OAuthClient client) {
        return Secret.of(
                URLEncoder.encode(client.id().reveal(), StandardCharsets.UTF_8)
                        + ":"
                        + URLEncoder.encode(client.secret().reveal(), StandardCharsets.UTF_8));
    }

    private static String lowerCaseEscapes(String encoded) {
        StringBuilder lower = new StringBuilder(encoded);
        for (int i = 0; i + 2 < lower.length(); i++) {
            if (lower.charAt(i) == '%') {
                lower.replace(i + 1, i + 3, lower.substring(i + 1, i + 3).toLowerCase(Locale.ROOT));
            }
        }
        return lower.toString();
    }

    /** This text as it may be shown. The secrets go first, or a cut one would be left. */
    String of(String said) {
        return line(scrubbed(said));
    }

    /** What can be read of this page or text. */
    String ofPage(String body) {
        return line(withoutTags(scrubbed(body)));
    }

    private String scrubbed(String said) {
        String text = said;
        for (String secret : unspeakable) {
            text = text.replace(secret, Mask.TEXT);
        }
        return text;
    }

    private static String withoutTags(String page) {
        StringBuilder text = new StringBuilder();
        boolean inTag = false;
        for (int i = 0; i < page.length(); i++) {
            char c = page.charAt(i);
            if (c == '<' || c == '>') {
                inTag = c == '<';
                text.append(' ');
            } else if (!inTag) {
                text.append(c);
            }
        }
        return text.toString();
    }

    private static String line(String text) {
        StringBuilder line = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < text.length() && line.length() < MOST; i++) {
            char c = text.charAt(i);
            if (Character.isWhitespace(c) || Character.isISOControl(c) || isInvisible(c)) {
                gap = !line.isEmpty();
                continue;
            }
            if (gap) {
                line.append(' ');
                gap = false;
            }
            line.append(c);
        }
        int end = Math.min(MOST, line.length());
        boolean split = end > 0 && Character.isHighSurrogate(line.charAt(end - 1));
        return line.substring(0, split ? end - 1 : end);
    }

    /** Such as those that turn the direction of reading around. */
    private static boolean isInvisible(char c) {
        return Character.getType(c) == Character.FORMAT;
    }
}
