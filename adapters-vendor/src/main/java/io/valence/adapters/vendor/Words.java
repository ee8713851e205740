package io.valence.adapters.vendor;

import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.secret.Secret;
import io.valence.domain.secret.Spellings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** What a vendor said, made fit to be shown: short, in one line, and without what we told it. */
final class Words {
    private static final int MOST = 500;

    private final Spellings unspeakable;

    private Words(Spellings unspeakable) {
        this.unspeakable = unspeakable;
    }

    /** Words that never hold the client's secret or one of these, however it is written. */
    static Words without(OAuthClient client, List<Secret> others) {
        List<Secret> secrets = new ArrayList<>(others);
        secrets.add(client.secret());
        secrets.add(inHeader(client));
        return new Words(Spellings.of(secrets));
    }

    /** What the header of RFC 6749, section 2.3.1, is made of. */
    private static Secret inHeader(OAuthClient client) {
        return Secret.of(
                URLEncoder.encode(client.id().reveal(), StandardCharsets.UTF_8)
                        + ":"
                        + URLEncoder.encode(client.secret().reveal(), StandardCharsets.UTF_8));
    }

    /** This text as it may be shown. The secrets go first, or a cut one would be left. */
    String of(String said) {
        return line(unspeakable.hiddenIn(said));
    }

    /** This text without the secrets, and otherwise as it is. */
    String hiding(String said) {
        return unspeakable.hiddenIn(said);
    }

    /** What can be read of this page or text. */
    String ofPage(String body) {
        return line(withoutTags(unspeakable.hiddenIn(body)));
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
