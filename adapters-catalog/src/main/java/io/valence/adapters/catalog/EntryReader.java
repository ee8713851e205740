package io.valence.adapters.catalog;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.EntryId;
import io.valence.domain.configuration.Format;
import io.valence.domain.configuration.Presentation;
import io.valence.domain.configuration.ValueType;

import java.util.List;
import java.util.Optional;

/** The reader of one entry of {@code configuration}. */
final class EntryReader {
    static final String NO_DEFAULT =
            "a secret has no default: whoever reads the file would know it";

    private static final int FIRST = 1;

    private final Findings findings;

    EntryReader(Findings findings) {
        this.findings = findings;
    }

    /** The entry, if nothing is wrong with it. */
    Optional<ConfigurationEntry> read(Members members, Marks marks) {
        int problemsBefore = findings.problems().size();
        Optional<Long> id = members.number("id", Members.MOST);
        Optional<ConfigurationKey> key = key(members);
        Optional<String> name = members.text("name");
        Optional<String> description = members.text("description");
        Optional<ValueType> type = type(members);
        Optional<String> ifAbsent = members.optionalText("defaultValue");
        boolean required = members.flag("required", false);
        boolean active = members.flag("active", true);
        Presentation presentation = presentation(members);
        if (findings.problems().size() > problemsBefore) {
            return Optional.empty();
        }
        ValueType valueType = type.orElseThrow();
        ConfigurationEntry entry =
                new ConfigurationEntry(
                        new EntryId(id.orElseThrow()),
                        key.orElseThrow(),
                        name.orElseThrow(),
                        description.orElseThrow(),
                        valueType,
                        format(key.orElseThrow(), marks),
                        ifAbsent.map(valueType::normal),
                        required,
                        active,
                        marks.secrets().contains(key.orElseThrow().value()),
                        presentation);
        if (entry.isSecret() && ifAbsent.isPresent()) {
            findings.problem(members.spot("defaultValue"), NO_DEFAULT);
            return Optional.empty();
        }
        return Optional.of(entry);
    }

    private Optional<ConfigurationKey> key(Members members) {
        Optional<String> text = members.text("key");
        Optional<ConfigurationKey> key = text.flatMap(ConfigurationKey::parse);
        if (text.isPresent() && key.isEmpty()) {
            findings.problem(
                    members.spot("key"),
                    "must be words of letters, digits, _ and -, joined by dots, at most 128"
                            + " characters");
        }
        return key;
    }

    private Optional<ValueType> type(Members members) {
        Optional<String> name = members.text("type");
        List<String> options = members.texts("options");
        Optional<ValueType> type = name.flatMap(text -> ValueType.named(text, options));
        if (name.isPresent() && type.isEmpty()) {
            findings.problem(
                    members.spot("type"),
                    "there is no type "
                            + Findings.quoted(name.get())
                            + "; types are TEXTFIELD_n (n from 1 to 65536), TEXTAREA, CODE_EDITOR,"
                            + " BOOLEAN, BOOLEAN_YESNO, PASSWORD and COMBO");
        }
        if (!options.isEmpty() && type.isPresent() && !(type.get() instanceof ValueType.Choice)) {
            findings.problem(members.spot("options"), "only a COMBO has options");
        }
        return type;
    }

    private static Format format(ConfigurationKey key, Marks marks) {
        Format named = marks.formats().get(key.value());
        return named == null ? CommonEntries.formatOf(key) : named;
    }

    private static Presentation presentation(Members members) {
        return new Presentation(
                members.order("displayOrder", FIRST),
                members.flag("hideFromConsole", false),
                members.flag("internal", false),
                members.flag("groupControl", false),
                members.flag("resellerConfig", false),
                members.flag("companyConfig", false),
                members.optionalFlag("isPrivate"),
                members.optionalText("configScreenType"));
    }
}
