package io.valence.domain.configuration;

import io.valence.domain.secret.Mask;
import io.valence.domain.secret.Secret;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The judge of what callers supply: names every problem at once, and splits secrets off.
 *
 * <p>One engine serves creation and update, so that their answers never disagree. An update starts
 * from the settings that the instance holds; a creation starts from none.
 */
public final class ConfigurationValidator {
    /** More unknown keys than this are not reported one by one. */
    private static final int MOST_UNKNOWN_KEYS = 100;

    private static final int LONGEST_KEY_SHOWN = 128;

    private final ConfigurationSchema schema;

    /** A validator for configurations of this schema. */
    public ConfigurationValidator(ConfigurationSchema schema) {
        this.schema = schema;
    }

    /** Judges the configuration of a new instance. */
    public Verdict validate(Supplied supplied) {
        return validate(supplied, Strictness.LENIENT);
    }

    /** Judges the configuration of a new instance. */
    public Verdict validate(Supplied supplied, Strictness strictness) {
        return new Judgement(Settings.none(), supplied).reach(strictness);
    }

    /**
     * Judges an update: what is not named stays, {@code null} goes back to the default, the mask
     * leaves a secret as it is, {@code ""} for a required entry is a missing one.
     */
    public Verdict revise(Settings current, Supplied changes, Strictness strictness) {
        return new Judgement(current, changes).reach(strictness);
    }

    /** One walk through the entries. */
    private final class Judgement {
        private final Settings current;
        private final Supplied supplied;
        private final List<Setting> settings = new ArrayList<>(schema.entries().size());
        private final Map<ConfigurationKey, Problem> problems = new HashMap<>();
        private final Map<ConfigurationKey, Secret> secrets = new LinkedHashMap<>();
        private final Set<ConfigurationKey> forgotten = new LinkedHashSet<>();

        Judgement(Settings current, Supplied supplied) {
            this.current = current;
            this.supplied = supplied;
        }

        Verdict reach(Strictness strictness) {
            Set<ConfigurationKey> set = new HashSet<>();
            for (ConfigurationEntry entry : schema.entries()) {
                Setting setting = settle(entry);
                settings.add(setting);
                if (!(setting instanceof Setting.Unset)) {
                    set.add(entry.key());
                }
            }
            refuseTemplatesWithoutValues(set);
            List<Notice> unknown = unknownKeys();
            List<Problem> all = inDisplayOrder();
            if (strictness == Strictness.STRICT) {
                unknown.forEach(notice -> all.add(asProblem(notice)));
            }
            List<Notice> notices = strictness == Strictness.STRICT ? List.of() : unknown;
            if (!all.isEmpty()) {
                return new Verdict.Invalid(all, notices);
            }
            return new Verdict.Valid(
                    new ResolvedConfiguration(schema, settings),
                    new SecretChanges(Secrets.of(secrets), forgotten),
                    notices);
        }

        private Setting settle(ConfigurationEntry entry) {
            Optional<Optional<String>> said =
                    entry.active() ? supplied.find(entry.key()) : Optional.empty();
            if (said.isEmpty()) {
                return keep(entry);
            }
            if (said.get().isEmpty()) {
                return reset(entry);
            }
            String text = said.get().get();
            if (isShownMasked(entry) && Mask.covers(text)) {
                return keepMasked(entry);
            }
            if ((entry.isSecret() && text.isEmpty()) || (entry.required() && text.isBlank())) {
                return reset(entry);
            }
            return take(entry, text);
        }

        private Setting keep(ConfigurationEntry entry) {
            return current.find(entry.key()).orElseGet(() -> fallBack(entry));
        }

        /** An entry that is secret, or was when its value was taken. */
        private boolean isShownMasked(ConfigurationEntry entry) {
            return entry.isSecret()
                    || current.find(entry.key())
                            .filter(Setting.Hidden.class::isInstance)
                            .isPresent();
        }

        private Setting keepMasked(ConfigurationEntry entry) {
            Optional<Setting> held = current.find(entry.key());
            if (held.isPresent()) {
                return held.get();
            }
            Setting absent = entry.absent();
            if (mustBeSupplied(entry, absent)) {
                problems.put(entry.key(), new Problem.Masked(Place.entry(entry.key())));
            }
            return absent;
        }

        private Setting reset(ConfigurationEntry entry) {
            if (current.find(entry.key()).isPresent() && entry.isSecret()) {
                forgotten.add(entry.key());
            }
            return fallBack(entry);
        }

        private Setting fallBack(ConfigurationEntry entry) {
            Setting absent = entry.absent();
            if (mustBeSupplied(entry, absent)) {
                problems.put(entry.key(), new Problem.Missing(Place.entry(entry.key())));
            }
            return absent;
        }

        private boolean mustBeSupplied(ConfigurationEntry entry, Setting absent) {
            return entry.required()
                    && entry.active()
                    && absent instanceof Setting.Unset
                    && !entry.key().isFilledByVendor();
        }

        private Setting take(ConfigurationEntry entry, String text) {
            if (isEchoed(entry, text)) {
                return keep(entry);
            }
            Optional<Problem> objection = objectionTo(entry, text);
            if (objection.isPresent()) {
                problems.put(entry.key(), objection.get());
            }
            if (!entry.isSecret()) {
                return new Setting.Plain(entry.type().normal(text), Origin.SUPPLIED);
            }
            secrets.put(entry.key(), Secret.of(text));
            return new Setting.Hidden(Origin.SUPPLIED);
        }

        /**
         * Whether the text is what the entry is set to without it. A client that sends back all
         * that it read must turn neither defaults nor the vendor's settings into its own.
         */
        private boolean isEchoed(ConfigurationEntry entry, String text) {
            Setting held = current.find(entry.key()).orElseGet(entry::absent);
            return !entry.isSecret()
                    && held instanceof Setting.Plain plain
                    && plain.text().equals(text);
        }

        private Optional<Problem> objectionTo(ConfigurationEntry entry, String text) {
            Place place = Place.entry(entry.key());
            if (Placeholders.isOne(text)) {
                return Optional.of(new Problem.Placeholder(place));
            }
            if (text.length() > entry.maximum()
                    && text.codePointCount(0, text.length()) > entry.maximum()) {
                return Optional.of(new Problem.TooLong(place, entry.maximum()));
            }
            if (Characters.areUnfit(text, entry.type().takesControlCharacters())) {
                return Optional.of(new Problem.Malformed(place, "text without control characters"));
            }
            Optional<Problem> byType = entry.type().objectionTo(entry.key(), text);
            return byType.isPresent() || text.isEmpty() ? byType : entry.objectionByFormat(text);
        }

        private void refuseTemplatesWithoutValues(Set<ConfigurationKey> set) {
            for (int i = 0; i < settings.size(); i++) {
                ConfigurationEntry entry = schema.entries().get(i);
                if (entry.format() != Format.URL_TEMPLATE
                        || problems.containsKey(entry.key())
                        || !(settings.get(i) instanceof Setting.Plain plain)
                        || plain.text().indexOf('{') < 0) {
                    continue;
                }
                Template.parse(plain.text()).stream()
                        .flatMap(template -> template.placeholders().stream())
                        .filter(key -> !key.isFilledByVendor())
                        .filter(key -> !set.contains(key) && !problems.containsKey(key))
                        .findFirst()
                        .ifPresent(
                                key ->
                                        problems.put(
                                                entry.key(),
                                                new Problem.Unresolvable(
                                                        Place.entry(entry.key()), key.value())));
            }
        }

        private List<Problem> inDisplayOrder() {
            List<Problem> all = new ArrayList<>();
            if (!problems.isEmpty()) {
                for (ConfigurationKey key : schema.keys()) {
                    Problem problem = problems.get(key);
                    if (problem != null) {
                        all.add(problem);
                    }
                }
            }
            return all;
        }

        private List<Notice> unknownKeys() {
            List<Notice> unknown = new ArrayList<>();
            for (String key : supplied.keys()) {
                if (unknown.size() == MOST_UNKNOWN_KEYS) {
                    break;
                }
                if (!schema.has(key)) {
                    unknown.add(
                            new Notice.Unknown(shown(key), Suggestion.near(key, schema.keys())));
                }
            }
            return unknown;
        }

        private String shown(String key) {
            return key.length() <= LONGEST_KEY_SHOWN
                    ? key
                    : key.substring(0, key.offsetByCodePoints(0, LONGEST_KEY_SHOWN / 2)) + "…";
        }

        private Problem asProblem(Notice notice) {
            Notice.Unknown unknown = (Notice.Unknown) notice;
            return new Problem.Unknown(new Place.UnknownEntry(unknown.key()), unknown.didYouMean());
        }
    }
}
