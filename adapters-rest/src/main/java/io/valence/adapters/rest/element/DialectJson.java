package io.valence.adapters.rest.element;

import io.valence.domain.query.Dialect;
import io.valence.domain.query.Literals;
import io.valence.domain.query.Notation;
import io.valence.domain.query.Phrase;
import io.valence.domain.query.Sorting;
import io.valence.domain.query.Wildcards;
import io.valence.domain.query.Word;

import tools.jackson.core.JsonGenerator;

import java.util.Optional;

/** How a vendor is asked for some of its records, as element files say it. */
final class DialectJson {
    private DialectJson() {}

    static void write(JsonGenerator json, Dialect dialect) {
        json.writeName("query");
        json.writeStartObject();
        json.writeName("words");
        json.writeStartObject();
        for (Word word : Word.values()) {
            write(json, word.written(), Optional.ofNullable(dialect.words().get(word)));
        }
        json.writeEndObject();
        json.writeBooleanProperty("enclosed", dialect.encloses());
        json.writeBooleanProperty("groups", dialect.groups());
        dialect.wildcards().ifPresent(wildcards -> write(json, wildcards));
        write(json, dialect.literals());
        json.writeName("names");
        json.writeStartObject();
        json.writeStringProperty("further", dialect.naming().further());
        writeSign(json, "path", dialect.naming().path());
        json.writeEndObject();
        dialect.sorting().ifPresent(sorting -> write(json, sorting));
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Wildcards wildcards) {
        json.writeName("wildcards");
        json.writeStartObject();
        json.writeStringProperty("any", String.valueOf(wildcards.any()));
        json.writeStringProperty("others", wildcards.others());
        writeSign(json, "escape", wildcards.escape());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Literals literals) {
        json.writeName("literals");
        json.writeStartObject();
        json.writeStringProperty("quote", String.valueOf(literals.quote()));
        json.writeStringProperty("escape", String.valueOf(literals.escape()));
        writeNotation(json, "numbers", literals.numbers());
        writeNotation(json, "booleans", literals.booleans());
        writeNotation(json, "dates", literals.dates());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Sorting sorting) {
        json.writeName("order");
        json.writeStartObject();
        write(json, "ascending", sorting.ascending());
        write(json, "descending", sorting.descending());
        write(json, "separator", sorting.separator());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, String name, Optional<Phrase> phrase) {
        phrase.ifPresent(known -> json.writeStringProperty(name, known.text()));
    }

    private static void writeNotation(
            JsonGenerator json, String name, Optional<Notation> notation) {
        notation.ifPresent(known -> json.writeStringProperty(name, known.wireName()));
    }

    private static void writeSign(JsonGenerator json, String name, Optional<Character> sign) {
        sign.ifPresent(known -> json.writeStringProperty(name, known.toString()));
    }
}
