package io.valence.adapters.persistence;

import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * A database's address with everything in it that Valence relies on, for every connection alike.
 *
 * @param text the whole of it
 * @param shown the part without parameters, among which a password may be
 */
record DatabaseUrl(Product product, String text, String shown) {
    private static final String H2 = "jdbc:h2:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    /**
     * What H2 needs to understand the same SQL as PostgreSQL and to keep what it acknowledged, and
     * not to close itself while the last calls are still being answered. On closing it puts a
     * compacted copy in the place of its file; otherwise it would move what is in the file about,
     * and a kill in the middle of that could bring an old state back.
     */
    private static final Map<String, String> H2_NEEDS =
            new TreeMap<>(
                    Map.of(
                            "MODE", "PostgreSQL",
                            "DATABASE_TO_LOWER", "TRUE",
                            "DEFAULT_NULL_ORDERING", "HIGH",
                            "WRITE_DELAY", "0",
                            "DB_CLOSE_ON_EXIT", "FALSE",
                            "DEFRAG_ALWAYS", "TRUE",
                            "TRACE_LEVEL_FILE", "0"));

    enum Product {
        H2,
        POSTGRESQL
    }

    static DatabaseUrl of(String url) {
        String text = url.strip();
        if (text.startsWith(H2)) {
            return ofH2(text);
        }
        if (text.startsWith(POSTGRESQL)) {
            return ofPostgres(text);
        }
        throw new UnusableDatabase(
                "The database URL begins with neither jdbc:h2:file: nor jdbc:postgresql:, the two"
                        + " that Valence works with.");
    }

    private static DatabaseUrl ofH2(String text) {
        String[] parts = text.split(";", -1);
        String file = file(parts[0].substring(H2.length()));
        Map<String, String> missing = new TreeMap<>(H2_NEEDS);
        StringBuilder whole = new StringBuilder(H2).append("file:").append(file);
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].isBlank()) {
                continue;
            }
            String[] pair = parts[i].split("=", 2);
            String name = pair[0].strip().toUpperCase(Locale.ROOT);
            String needed = missing.remove(name);
            if (needed != null && (pair.length < 2 || !pair[1].strip().equalsIgnoreCase(needed))) {
                throw new UnusableDatabase(
                        "The database URL sets %s; Valence needs %s=%s and adds it by itself: leave it out."
                                .formatted(name, name, needed));
            }
            whole.append(';').append(parts[i].strip());
        }
        missing.forEach((name, value) -> whole.append(';').append(name).append('=').append(value));
        return new DatabaseUrl(Product.H2, whole.toString(), H2 + "file:" + file);
    }

    private static String file(String location) {
        String file = location.startsWith("file:") ? location.substring(5) : location;
        boolean isFile =
                location.startsWith("file:")
                        || location.startsWith("/")
                        || location.startsWith(".")
                        || location.startsWith("~");
        if (!isFile || file.isBlank()) {
            throw new UnusableDatabase(
                    "Of H2, Valence uses databases in files only:"
                            + " jdbc:h2:file:/path/of/the/database.");
        }
        boolean isRooted =
                file.startsWith("/")
                        || file.startsWith("./")
                        || file.startsWith("../")
                        || file.startsWith("~/")
                        || file.matches("[A-Za-z]:[/\\\\].*");
        return isRooted ? file : "./" + file;
    }

    private static DatabaseUrl ofPostgres(String text) {
        if (text.toLowerCase(Locale.ROOT).contains("logservererrordetail=true")) {
            throw new UnusableDatabase(
                    "The database URL sets logServerErrorDetail=true, which would put stored values"
                            + " into the log: leave it out.");
        }
        int parameters = text.indexOf('?');
        return new DatabaseUrl(
                Product.POSTGRESQL, text, parameters < 0 ? text : text.substring(0, parameters));
    }

    /** What a driver is told beside the URL; a parameter of the URL has precedence. */
    Properties properties(DatabaseSettings settings) {
        Properties properties = new Properties();
        settings.user().ifPresent(user -> properties.setProperty("user", user));
        settings.password()
                .ifPresent(password -> properties.setProperty("password", password.reveal()));
        switch (product) {
            case H2 -> properties.putIfAbsent("user", "sa");
            case POSTGRESQL -> {
                properties.setProperty("ApplicationName", "valence");
                properties.setProperty("reWriteBatchedInserts", "true");
                properties.setProperty("logServerErrorDetail", "false");
                properties.setProperty("tcpKeepAlive", "true");
                properties.setProperty(
                        "connectTimeout", seconds(settings.connectionTimeout().toMillis()));
            }
        }
        return properties;
    }

    private static String seconds(long millis) {
        return Long.toString(Math.max(1, Math.ceilDiv(millis, 1000)));
    }

    /** The same, with an end to every statement; migrations do without. */
    Properties propertiesWithTimeouts(DatabaseSettings settings) {
        Properties properties = properties(settings);
        long millis = settings.statementTimeout().toMillis();
        switch (product) {
            case H2 -> {
                properties.setProperty("QUERY_TIMEOUT", Long.toString(millis));
                properties.setProperty("LOCK_TIMEOUT", Long.toString(millis));
            }
            case POSTGRESQL -> {
                properties.setProperty("options", "-c statement_timeout=" + millis);
                // Later than the server's own end of a statement: for a server that is gone.
                properties.setProperty("socketTimeout", seconds(millis + 10_000));
            }
        }
        return properties;
    }

    @Override
    public String toString() {
        return shown;
    }
}
