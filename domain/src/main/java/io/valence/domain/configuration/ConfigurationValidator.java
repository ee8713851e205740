package io.valence.domain.configuration;

import io.valence.domain.secret.Mask;
import io.valence.domain.secret.Secret;

import java.util.ArrayList;
import java.util.HashMap;
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

    /** One walk through what is supplied; everything else is as the schema knows it to be. */
    private final class Judgement {
        private final Settings current;
        private final Supplied supplied;
        private final Setting[] settings = schema.defaults();
        private final Map<ConfigurationKey, Problem> problems = new HashMap<>();
        private final Map<ConfigurationKey, Secret> secrets = new LinkedHashMap<>();
        private final Set<ConfigurationKey> forgotten = new LinkedHashSet<>();
        private final List<Notice> unknown = new ArrayList<>();

        Judgement(Settings current, Supplied supplied) {
            this.current = current;
            this.supplied = supplied;
        }

        Verdict reach(Strictness strictness) {
            current.asMap()
                    .forEach(
                            (key, setting) ->
                                    schema.slot(key.value()).ifPresent(slot -> put(slot, setting)));
            supplied.forEach(this::settle);
            refuseWhatIsMissing();
            refuseTemplatesWithoutValues();
            List<Problem> all = inDisplayOrder();
            if (strictness == Strictness.STRICT) {
                unknown.forEach(notice -> all.add(asProblem(notice)));
            }
            List<Notice> notices = strictness == Strictness.STRICT ? List.of() : unknown;
            if (!all.isEmpty()) {
                return new Verdict.Invalid(all, notices);
            }
            return new Verdict.Valid(
                    new ResolvedConfiguration(schema, List.of(settings)),
                    new SecretChanges(
                            Secrets.of(secrets), forgotten.isEmpty() ? Set.of() : forgotten),
                    notices);
        }

        private void put(Slot slot, Setting setting) {
            settings[slot.position()] = setting;
        }

        private void settle(String key, Optional<String> said) {
            Optional<Slot> slot = schema.slot(key);
            if (slot.isEmpty()) {
                noteUnknown(key);
            } else if (slot.get().entry().active()) {
                put(
                        slot.get(),
                        said.isEmpty() ? reset(slot.get()) : settle(slot.get(), said.get()));
            }
        }

        private Setting settle(Slot slot, String text) {
            if (isShownMasked(slot) && Mask.covers(text)) {
                return keepMasked(slot);
            }
            if ((slot.secret() && text.isEmpty()) || (slot.entry().required() && text.isBlank())) {
                return reset(slot);
            }
            return take(slot, text);
        }

        /** What the entry is set to if nothing is said of it. */
        private Setting kept(Slot slot) {
            return settings[slot.position()];
        }

        /** An entry that is secret, or was when its value was taken. */
        private boolean isShownMasked(Slot slot) {
            return slot.secret() || kept(slot) instanceof Setting.Hidden;
        }

        private Setting keepMasked(Slot slot) {
            if (slot.demanded() && kept(slot) instanceof Setting.Unset) {
                problems.put(slot.key(), new Problem.Masked(Place.entry(slot.key())));
            }
            return kept(slot);
        }

        private Setting reset(Slot slot) {
            if (slot.secret() && current.find(slot.key()).isPresent()) {
                forgotten.add(slot.key());
            }
            return slot.absent();
        }

        private Setting take(Slot slot, String text) {
            ConfigurationEntry entry = slot.entry();
            if (isEchoed(slot, text)) {
                return kept(slot);
            }
            Optional<Problem> objection = objectionTo(entry, text);
            if (objection.isPresent()) {
                problems.put(entry.key(), objection.get());
            }
            if (!slot.secret()) {
                return new Setting.Plain(entry.type().normal(text), Origin.SUPPLIED);
            }
            secrets.put(entry.key(), Secret.of(text));
            return new Setting.Hidden(Origin.SUPPLIED);
        }

        /**
         * Whether the text is what the entry is set to without it. A client that sends back all
         * that it read must turn neither defaults nor the vendor's settings into its own.
         */
        private boolean isEchoed(Slot slot, String text) {
            return !slot.secret()
                    && kept(slot) instanceof Setting.Plain plain
                    && plain.text().equals(text);
        }

        private void refuseWhatIsMissing() {
            for (Slot slot : schema.demanded()) {
                if (kept(slot) instanceof Setting.Unset && !problems.containsKey(slot.key())) {
                    problems.put(slot.key(), new Problem.Missing(Place.entry(slot.key())));
                }
            }
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

        private void refuseTemplatesWithoutValues() {
            for (Slot slot : schema.templates()) {
                if (!(kept(slot) instanceof Setting.Plain plain)
                        || plain.text().indexOf('{') < 0
                        || problems.containsKey(slot.key())) {
                    continue;
                }
                List<ConfigurationKey> named =
                        Template.parse(plain.text()).map(Template::placeholders).orElse(List.of());
                if (named.stream().anyMatch(this::isSecret)) {
                    problems.put(
                            slot.key(),
                            new Problem.Malformed(
                                    Place.entry(slot.key()),
                                    "an address that names no secret entry in braces"));
                    continue;
                }
                named.stream()
                        .filter(key -> !key.isFilledByVendor())
                        .filter(key -> !isSet(key) && !problems.containsKey(key))
                        .findFirst()
                        .ifPresent(
                                key ->
                                        problems.put(
                                                slot.key(),
                                                new Problem.Unresolvable(
                                                        Place.entry(slot.key()), key.value())));
            }
        }

        private boolean isSecret(ConfigurationKey key) {
            return schema.slot(key.value()).filter(Slot::secret).isPresent();
        }

        private boolean isSet(ConfigurationKey key) {
            return schema.slot(key.value())
                    .filter(slot -> !(kept(slot) instanceof Setting.Unset))
                    .isPresent();
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

        private void noteUnknown(String key) {
            if (unknown.size() < MOST_UNKNOWN_KEYS) {
                unknown.add(new Notice.Unknown(shown(key), Suggestion.near(key, schema.keys())));
            }
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
