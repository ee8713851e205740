package io.valence.server.journeys;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Texts that occur nowhere by chance, each planted in one place and looked for in all others. */
final class Canaries {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    private final SecureRandom random = new SecureRandom();
    private final Map<String, String> planted = new LinkedHashMap<>();

    /** A fresh one for this place. */
    String at(String place) {
        byte[] bytes = new byte[12];
        random.nextBytes(bytes);
        return plant(place, "canary" + HexFormat.of().formatHex(bytes));
    }

    String masterKey() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return plant("master key", Base64.getEncoder().encodeToString(bytes));
    }

    /** This text, as one more of them. */
    String plant(String place, String text) {
        planted.put(place, text);
        return text;
    }

    int size() {
        return planted.size();
    }

    /** The places whose canary is in these bytes, as it is or in another coat. */
    List<String> in(byte[] bytes) {
        String haystack = new String(bytes, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        planted.forEach(
                (place, canary) -> {
                    if (coats(canary).anyMatch(haystack::contains)) {
                        found.add(place);
                    }
                });
        return found;
    }

    List<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The files of this folder that one of them is in; some files are there to hold secrets. */
    List<String> in(Path folder, String excepted) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().equals(excepted)) {
                    in(Files.readAllBytes(file)).forEach(place -> found.add(place + ": " + file));
                }
            }
        }
        return found;
    }

    private static Stream<String> coats(String canary) {
        byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
        String base64 = Base64.getEncoder().withoutPadding().encodeToString(bytes);
        return Stream.concat(
                CHARSETS.stream()
                        .map(
                                charset ->
                                        new String(
                                                canary.getBytes(charset),
                                                StandardCharsets.ISO_8859_1)),
                Stream.of(
                        HexFormat.of().formatHex(bytes),
                        HexFormat.of().withUpperCase().formatHex(bytes),
                        base64.substring(0, base64.length() - 1),
                        new StringBuilder(canary).reverse().toString()));
    }
}
