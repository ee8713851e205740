package io.valence.server.settings;

import io.valence.domain.account.OperatorSecret;
import io.valence.domain.account.OrganizationSecret;
import io.valence.domain.account.UserSecret;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Reads the settings from a file and the environment, which wins, and tells all that is wrong. */
public final class SettingsReader {
    private static final String PREFIX = "VALENCE_";

    private final Map<String, String> environment;

    /** A reader of this environment. */
    public SettingsReader(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** Reads the environment alone. */
    public Outcome read() {
        return read(new SettingsFile(Map.of(), List.of(), ""));
    }

    /** Reads this file and the environment. */
    public Outcome read(Path file) {
        return read(SettingsFile.read(file));
    }

    private Outcome read(SettingsFile file) {
        List<String> problems = new ArrayList<>(file.problems());
        for (String name : new TreeSet<>(file.texts().keySet())) {
            if (!Names.isKnown(name)) {
                problems.add(Names.unknown(name) + " (" + file.name() + ")");
            }
        }
        Values values = new Values(problems);
        for (Definition<?> definition : Definitions.all()) {
            values.read(definition, textOf(definition, file));
        }
        if (values.has(Definitions.MASTER_KEY) && values.has(Definitions.MASTER_KEY_FILE)) {
            problems.add(
                    "VALENCE_MASTER_KEY and VALENCE_MASTER_KEY_FILE are both set; keep one of"
                            + " them");
        }
        List<String> warnings = warnings();
        return problems.isEmpty()
                ? new Outcome.Read(settings(values), warnings)
                : new Outcome.Refused(List.copyOf(problems), warnings);
    }

    private Text textOf(Definition<?> definition, SettingsFile file) {
        String inEnvironment = environment.getOrDefault(definition.name(), "");
        if (!inEnvironment.isEmpty()) {
            return new Text(inEnvironment, "environment");
        }
        String inFile = file.texts().getOrDefault(definition.name(), "");
        return inFile.isEmpty()
                ? new Text(definition.fallback(), "default")
                : new Text(inFile, file.name());
    }

    /** The environment is shared with other programs, so that a strange name is no error there. */
    private List<String> warnings() {
        return new TreeSet<>(environment.keySet())
                .stream()
                        .filter(name -> name.startsWith(PREFIX))
                        .filter(name -> !Names.isKnown(name))
                        .filter(name -> !Definitions.OF_THE_LAUNCHER.contains(name))
                        .map(name -> Names.unknown(name) + " (environment)")
                        .toList();
    }

    private static Settings settings(Values values) {
        return new Settings(
                new Settings.Listening(
                        values.get(Definitions.HOST),
                        values.get(Definitions.PORT),
                        values.find(Definitions.PUBLIC_URL),
                        values.get(Definitions.HTTP_MAX_CONNECTIONS),
                        values.get(Definitions.HTTP_MAX_CALLS),
                        values.get(Definitions.HTTP_IDLE_TIMEOUT)),
                values.get(Definitions.DATA_DIR),
                new Settings.DatabaseLogin(
                        values.find(Definitions.DATABASE_URL),
                        values.find(Definitions.DATABASE_USER),
                        values.find(Definitions.DATABASE_PASSWORD),
                        values.get(Definitions.DATABASE_POOL_SIZE),
                        values.get(Definitions.DATABASE_TIMEOUT),
                        values.get(Definitions.DATABASE_STATEMENT_TIMEOUT)),
                values.find(Definitions.MASTER_KEY)
                        .or(() -> values.find(Definitions.MASTER_KEY_FILE)),
                new Settings.GivenSecrets(
                        values.find(Definitions.USER_SECRET).map(UserSecret::new),
                        values.find(Definitions.ORGANIZATION_SECRET).map(OrganizationSecret::new),
                        values.find(Definitions.OPERATOR_SECRET).map(OperatorSecret::new)),
                values.find(Definitions.CATALOG_DIR),
                new Settings.Outgoing(
                        values.find(Definitions.EGRESS_ALLOW)
                                .orElseGet(() -> new EgressAllowance(List.of())),
                        values.get(Definitions.LIVE_CHECK),
                        values.get(Definitions.VENDOR_CONNECT_TIMEOUT),
                        values.get(Definitions.VENDOR_FIRST_BYTE_TIMEOUT),
                        values.get(Definitions.VENDOR_TIMEOUT),
                        values.get(Definitions.VENDOR_MAX_CALLS),
                        values.get(Definitions.INSTANCE_MAX_CALLS),
                        values.get(Definitions.ANSWER_CACHE_BYTES),
                        values.get(Definitions.VENDOR_MAX_CONNECTIONS),
                        values.get(Definitions.VENDOR_MAX_CONNECTIONS_PER_HOST),
                        values.get(Definitions.VENDOR_BREAKER)),
                values.get(Definitions.SANDBOX_PORT),
                values.get(Definitions.LOG_LEVEL),
                new Settings.Stopping(
                        values.get(Definitions.DRAIN_DELAY), values.get(Definitions.STOP_TIMEOUT)));
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** They are all right. */
        record Read(Settings settings, List<String> warnings) implements Outcome {}

        /** Some are wrong: every one of them is named. */
        record Refused(List<String> problems, List<String> warnings) implements Outcome {}
    }

    private record Text(String text, String origin) {}

    /** What has been read so far. */
    private static final class Values {
        private final Map<Definition<?>, Object> values = new HashMap<>();
        private final List<String> problems;

        Values(List<String> problems) {
            this.problems = problems;
        }

        <T> void read(Definition<T> definition, Text given) {
            String text = definition.isSecret() ? given.text() : given.text().strip();
            if (text.isEmpty()) {
                return;
            }
            try {
                values.put(definition, definition.parse(text));
            } catch (Objection objection) {
                values.put(definition, objection);
                boolean isHidden = definition.isSecret() || objection.hidesText();
                String shown = isHidden ? "" : ", not " + Messages.quoted(text);
                problems.add(
                        "%s %s%s (%s)"
                                .formatted(
                                        definition.name(),
                                        objection.getMessage(),
                                        shown,
                                        given.origin()));
            }
        }

        boolean has(Definition<?> definition) {
            return values.containsKey(definition);
        }

        @SuppressWarnings("unchecked")
        <T> Optional<T> find(Definition<T> definition) {
            return Optional.ofNullable((T) values.get(definition));
        }

        <T> T get(Definition<T> definition) {
            return find(definition).orElseThrow();
        }
    }
}
