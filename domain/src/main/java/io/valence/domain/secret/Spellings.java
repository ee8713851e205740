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

    /** What some escape in JSON, so that it does no harm in a page, or more of it. */
    private static final List<String> OF_SIGNS = List.of("", "<>&", "<>&'", "<>&'=");

    /** What has a short escape in JSON (RFC 8259, section 7), and the letters of these. */
    private static final String CONTROLS = "\b\f\n\r\t";

    private static final String OF_CONTROLS = "bfnrt";
    private static final char REPLACEMENT = '\uFFFD';

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
            addOfBase64(text, all);
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

    private static void addOfBase64(String text, Set<String> all) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
            all.add(encoder.encodeToString(bytes));
            all.add(encoder.withoutPadding().encodeToString(bytes));
        }
    }

    /** JSON leaves it to its writers what they escape beside what they must. */
    private static void addOfJson(String text, Set<String> all) {
        for (boolean slash : new boolean[] {false, true}) {
            for (String signs : OF_SIGNS) {
                for (boolean plain : new boolean[] {true, false}) {
                    all.add(inJson(text, slash, signs, plain, HexFormat.of()));
                    all.add(inJson(text, slash, signs, plain, HexFormat.of().withUpperCase()));
                }
            }
        }
    }

    private static String inJson(
            String text, boolean slash, String signs, boolean plain, HexFormat hex) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int control = CONTROLS.indexOf(c);
            if (control >= 0) {
                escaped.append('\\').append(OF_CONTROLS.charAt(control));
            } else if (c == '\\' || c == '"' || (slash && c == '/')) {
                escaped.append('\\').append(c);
            } else if (c < ' ' || signs.indexOf(c) >= 0 || (!plain && c > '~')) {
                escaped.append("\\u").append(hex.toHexDigits(c));
            } else {
                escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static void addOfPages(String text, Set<String> all) {
        String least = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        all.add(least);
        all.add(least.replace("\"", "&quot;"));
        all.add(least.replace("\"", "&quot;").replace("'", "&#39;"));
        all.add(least.replace("\"", "&#34;").replace("'", "&#39;"));
        all.add(least.replace("\"", "&quot;").replace("'", "&#x27;"));
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
     * The text without the beginnings of some that it ends in: where a text was cut, nobody would
     * recognize them. What is left may end in the beginning of another, and a letter of which a
     * part is missing would hide one before it.
     */
    public String cutOffAtTheEndOf(String text) {
        int end = text.length();
        int before = end + 1;
        while (end < before) {
            before = end;
            end = withoutBeginning(text, withoutHalfLetter(text, end));
        }
        return text.substring(0, end);
    }

    private static int withoutHalfLetter(String text, int end) {
        return end > 0 && text.charAt(end - 1) == REPLACEMENT ? end - 1 : end;
    }

    private int withoutBeginning(String text, int end) {
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
        return shortest;
    }
}
