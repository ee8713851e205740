package io.valence.domain.secret;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The ways in which secrets may stand in what others say: as they are, or escaped for an address,
 * for JSON, for a page or for a header.
 */
public final class Spellings {
    /** What stands in addresses as it is, beside letters and digits (RFC 3986, section 2.3). */
    private static final String UNRESERVED = "-._~";

    /** The same for forms, as browsers and Java write them. */
    private static final String OF_FORMS = "-._*";

    /** So that none leaves the rest of another. */
    private final List<String> longestFirst;

    private Spellings(List<String> longestFirst) {
        this.longestFirst = longestFirst;
    }

    /** Every spelling of each of these. */
    public static Spellings of(Collection<Secret> secrets) {
        Set<String> all = new LinkedHashSet<>();
        for (Secret secret : secrets) {
            String text = secret.reveal();
            all.add(text);
            addOfAddresses(text, all);
            addOfJson(text, all);
            addOfPages(text, all);
            all.add(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        }
        List<String> longestFirst = new ArrayList<>(all);
        longestFirst.sort(Comparator.comparingInt(String::length).reversed());
        return new Spellings(longestFirst);
    }

    private static void addOfAddresses(String text, Set<String> all) {
        for (boolean upper : new boolean[] {true, false}) {
            all.add(percentEncoded(text, UNRESERVED, upper));
            all.add(percentEncoded(text, OF_FORMS, upper));
            all.add(percentEncoded(text, OF_FORMS, upper).replace("%20", "+"));
        }
    }

    private static String percentEncoded(String text, String unescaped, boolean upper) {
        HexFormat hex = upper ? HexFormat.of().withUpperCase() : HexFormat.of();
        StringBuilder encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            boolean plain =
                    (each >= 'a' && each <= 'z')
                            || (each >= 'A' && each <= 'Z')
                            || (each >= '0' && each <= '9')
                            || unescaped.indexOf(each) >= 0;
            if (plain) {
                encoded.append((char) each);
            } else {
                encoded.append('%').append(hex.toHexDigits(each));
            }
        }
        return encoded.toString();
    }

    private static void addOfJson(String text, Set<String> all) {
        String least = text.replace("\\", "\\\\").replace("\"", "\\\"");
        all.add(least);
        all.add(least.replace("/", "\\/"));
        all.add(least.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"));
    }

    private static void addOfPages(String text, Set<String> all) {
        String least = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        all.add(least);
        all.add(least.replace("\"", "&quot;"));
        all.add(least.replace("\"", "&quot;").replace("'", "&#39;"));
    }

    /** This text with the mask in place of every one of them. */
    public String hiddenIn(String text) {
        String hidden = text;
        for (String spelling : longestFirst) {
            hidden = hidden.replace(spelling, Mask.TEXT);
        }
        return hidden;
    }

    /**
     * The text without the beginning of one that it ends in: where a text was cut, nobody would
     * recognize it.
     */
    public String cutOffAtTheEndOf(String text) {
        int end = text.length();
        int shortest = end;
        for (String spelling : longestFirst) {
            int most = Math.min(spelling.length() - 1, end);
            for (int length = most; length > 0; length--) {
                if (text.regionMatches(end - length, spelling, 0, length)) {
                    shortest = Math.min(shortest, end - length);
                    break;
                }
            }
        }
        return text.substring(0, shortest);
    }
}
