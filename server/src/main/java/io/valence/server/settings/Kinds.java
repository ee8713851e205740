package io.valence.server.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The kinds of text that may be shown; {@link SecretKinds} has the others. */
final class Kinds {
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h)");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:%-]+");

    private Kinds() {}

    static Kind<String> text(String label) {
        return Kind.shown(label, Kinds::printable);
    }

    static Kind<Integer> whole(int least, int most) {
        String objection = "must be a whole number from " + least + " to " + most;
        return Kind.shown(
                "whole number",
                text -> {
                    try {
                        int number = Integer.parseInt(text);
                        if (number < least || number > most) {
                            throw new Objection(objection);
                        }
                        return number;
                    } catch (NumberFormatException notANumber) {
                        throw new Objection(objection);
                    }
                });
    }

    static Kind<Boolean> flag() {
        return Kind.shown(
                "true or false",
                text ->
                        switch (text.toLowerCase(Locale.ROOT)) {
                            case "true" -> true;
                            case "false" -> false;
                            default -> throw new Objection("must be true or false");
                        });
    }

    static Kind<Duration> duration(Duration least, Duration most) {
        return Kind.shown(
                "duration",
                text -> {
                    Matcher matcher = DURATION.matcher(text);
                    if (!matcher.matches()) {
                        throw new Objection(
                                "must be a whole number and a unit (ms, s, m or h), such as 30s");
                    }
                    long amount = Long.parseLong(matcher.group(1));
                    Duration duration =
                            switch (matcher.group(2)) {
                                case "ms" -> Duration.ofMillis(amount);
                                case "s" -> Duration.ofSeconds(amount);
                                case "m" -> Duration.ofMinutes(amount);
                                default -> Duration.ofHours(amount);
                            };
                    if (duration.compareTo(least) < 0 || duration.compareTo(most) > 0) {
                        throw new Objection("must be from " + words(least) + " to " + words(most));
                    }
                    return duration;
                });
    }

    static Kind<String> host() {
        return Kind.shown(
                "host",
                text -> {
                    if (!HOST.matcher(text).matches()) {
                        throw new Objection(
                                "must be a host name or an address, such as 127.0.0.1, without a"
                                        + " port");
                    }
                    return text;
                });
    }

    static Kind<Path> folder() {
        return Kind.shown(
                "folder",
                text -> {
                    // The embedded database reads what follows a semicolon as a parameter.
                    if (printable(text).contains(";")) {
                        throw new Objection("must not hold a semicolon");
                    }
                    return path(text);
                });
    }

    static Kind<Path> existingFolder() {
        return Kind.shown(
                "folder",
                text -> {
                    Path folder = path(text);
                    if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
                        throw new Objection("must be a folder that exists and can be read");
                    }
                    return folder;
                });
    }

    static Kind<String> publicUrl() {
        return Kind.shown("URL", Kinds::url);
    }

    static Kind<String> databaseUrl() {
        return Kind.shown(
                "JDBC URL",
                text -> {
                    String url = printable(text);
                    if (!url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:postgresql:")) {
                        // Not shown: other drivers' addresses may hold a password anywhere.
                        throw Objection.withoutText(
                                "must start with jdbc:postgresql: or jdbc:h2:, such as"
                                        + " jdbc:postgresql://localhost/valence");
                    }
                    if (url.matches("jdbc:postgresql://[^/?]*@.*")) {
                        throw Objection.withoutText(
                                "must not name a user before the host; that belongs to"
                                        + " VALENCE_DATABASE_USER, and the password to"
                                        + " VALENCE_DATABASE_PASSWORD");
                    }
                    if (url.toLowerCase(Locale.ROOT).contains("password=")) {
                        throw Objection.withoutText(
                                "must not hold the password; that belongs to"
                                        + " VALENCE_DATABASE_PASSWORD");
                    }
                    return url;
                });
    }

    static Kind<EgressAllowance> egress() {
        return Kind.shown("list", EgressAllowance::parse);
    }

    static Kind<LogLevel> logLevel() {
        String names =
                Arrays.stream(LogLevel.values())
                        .map(LogLevel::lowerCase)
                        .collect(Collectors.joining(", "));
        return Kind.shown(
                "level",
                text ->
                        LogLevel.parse(text)
                                .orElseThrow(() -> new Objection("must be one of " + names)));
    }

    static Path path(String text) throws Objection {
        try {
            return Path.of(text);
        } catch (InvalidPathException invalid) {
            throw new Objection("must be a path of the file system");
        }
    }

    private static String url(String text) throws Objection {
        String objection =
                "must be http:// or https:// with a host, and without user, query or fragment,"
                        + " such as https://valence.example.com";
        try {
            URI url = new URI(text);
            boolean web =
                    "http".equalsIgnoreCase(url.getScheme())
                            || "https".equalsIgnoreCase(url.getScheme());
            boolean plain =
                    url.getHost() != null
                            && url.getRawUserInfo() == null
                            && url.getRawQuery() == null
                            && url.getRawFragment() == null;
            if (!web || !plain) {
                throw objectionTo(text, objection);
            }
        } catch (URISyntaxException malformed) {
            throw objectionTo(text, objection);
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** What stands before an at sign may be a password. */
    private static Objection objectionTo(String url, String message) {
        return url.indexOf('@') < 0 ? new Objection(message) : Objection.withoutText(message);
    }

    private static String printable(String text) throws Objection {
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw new Objection("must not hold control characters");
        }
        return text;
    }

    private static String words(Duration duration) {
        if (duration.toMillisPart() != 0) {
            return duration.toMillis() + "ms";
        }
        if (duration.toSecondsPart() != 0 || duration.isZero()) {
            return duration.toSeconds() + "s";
        }
        return duration.toMinutesPart() != 0
                ? duration.toMinutes() + "m"
                : duration.toHours() + "h";
    }
}
