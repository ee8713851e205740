package io.valence.adapters.catalog;

import io.valence.domain.query.Dialect;
import io.valence.domain.query.Literals;
import io.valence.domain.query.Naming;
import io.valence.domain.query.Notation;
import io.valence.domain.query.Phrase;
import io.valence.domain.query.Sorting;
import io.valence.domain.query.Wildcards;
import io.valence.domain.query.Word;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The reader of {@code valence.query}: how the vendor is asked for some of its records. */
final class DialectReader {
    private final Source source;
    private final Findings findings;

    DialectReader(Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
    }

    /** The language, if nothing is wrong with it. */
    Optional<Dialect> read(Members members) {
        int problemsBefore = findings.problems().size();
        Map<Word, Phrase> words = members.object("words").map(this::words).orElse(Map.of());
        boolean encloses = members.flag("enclosed", false);
        boolean groups = members.flag("groups", false);
        Optional<Wildcards> wildcards = members.object("wildcards").flatMap(this::wildcards);
        boolean likes = words.containsKey(Word.LIKE) || words.containsKey(Word.NOT_LIKE);
        if (likes && members.isAbsent("wildcards")) {
            findings.problem(members.spot("wildcards"), "is missing, and there is a LIKE");
        }
        Optional<Literals> literals = part(members, "literals").flatMap(this::literals);
        Optional<Naming> naming = part(members, "names").flatMap(this::naming);
        Optional<Sorting> sorting = members.object("order").map(this::sorting);
        source.report(members, findings);
        return findings.problems().size() > problemsBefore
                ? Optional.empty()
                : Optional.of(
                        new Dialect(
                                words,
                                encloses,
                                groups,
                                wildcards,
                                literals.orElseThrow(),
                                naming.orElseThrow(),
                                sorting));
    }

    private Optional<Members> part(Members members, String name) {
        if (members.isAbsent(name)) {
            findings.problem(members.spot(name), "is missing");
        }
        return members.object(name);
    }

    private Map<Word, Phrase> words(Members members) {
        Map<Word, Phrase> words = new EnumMap<>(Word.class);
        Map<String, String> seen = new HashMap<>();
        for (String name : members.names()) {
            Optional<Word> word = Word.named(name);
            if (word.isEmpty()) {
                Spot spot = members.spot().named(name);
                findings.problem(spot, "there is no such word in an expression");
                continue;
            }
            Optional<Phrase> phrase = phrase(members, name);
            if (phrase.isPresent()) {
                String other = seen.put(phrase.get().text().toLowerCase(Locale.ROOT), name);
                if (other != null) {
                    findings.problem(
                            members.spot(name), "is written like " + Findings.quoted(other));
                }
                words.put(word.get(), phrase.get());
            }
        }
        return words;
    }

    private Optional<Phrase> phrase(Members members, String name) {
        Optional<String> text = members.optionalText(name);
        Optional<Phrase> phrase = text.flatMap(Phrase::parse);
        if (text.isPresent() && phrase.isEmpty()) {
            findings.problem(
                    members.spot(name),
                    "must be 1 to "
                            + Phrase.LONGEST
                            + " ASCII characters without quotes, parentheses and backslashes, and"
                            + " no space at its ends");
        }
        return phrase;
    }

    private Optional<Wildcards> wildcards(Members members) {
        if (members.isAbsent("any")) {
            findings.problem(members.spot("any"), "is missing");
        }
        Optional<Character> any =
                character(members, "any", Wildcards::isWildcard, "a sign such as % or *");
        Optional<String> others =
                members.optionalText("others")
                        .or(() -> Optional.of(""))
                        .filter(text -> areWildcards(text, members.spot("others")));
        Optional<Character> escape =
                character(members, "escape", Wildcards::isEscape, "a sign such as \\");
        source.report(members, findings);
        return any.isPresent() && others.isPresent()
                ? Optional.of(new Wildcards(any.get(), others.get(), escape))
                : Optional.empty();
    }

    private boolean areWildcards(String text, Spot spot) {
        for (int i = 0; i < text.length(); i++) {
            if (!Wildcards.isWildcard(text.charAt(i))) {
                findings.problem(spot, "must be signs such as % or *");
                return false;
            }
        }
        return true;
    }

    private Optional<Literals> literals(Members members) {
        Optional<Character> quote = character(members, "quote", Literals::isQuote, "' or \"");
        char around = quote.orElse('\'');
        Optional<Character> escape =
                character(
                        members,
                        "escape",
                        c -> Literals.isEscape(c, around),
                        "the quote or a backslash");
        Optional<Notation> numbers = notation(members, "numbers");
        Optional<Notation> booleans = notation(members, "booleans");
        Optional<Notation> dates = notation(members, "dates");
        source.report(members, findings);
        return Optional.of(new Literals(around, escape.orElse(around), numbers, booleans, dates));
    }

    private Optional<Notation> notation(Members members, String name) {
        Optional<String> word = members.optionalText(name);
        Optional<Notation> notation = word.flatMap(Notation::named);
        if (word.isPresent() && notation.isEmpty()) {
            findings.problem(members.spot(name), "must be bare or quoted");
        }
        return notation;
    }

    private Optional<Naming> naming(Members members) {
        Optional<String> further =
                members.optionalText("further").or(() -> Optional.of("")).filter(Naming::isFurther);
        if (further.isEmpty()) {
            findings.problem(members.spot("further"), "may have _, $ and - and nothing else");
        }
        Optional<Character> path = character(members, "path", Naming::isJoint, ". or /");
        source.report(members, findings);
        return further.map(known -> new Naming(known, path));
    }

    private Sorting sorting(Members members) {
        Optional<Phrase> ascending = phrase(members, "ascending");
        Optional<Phrase> descending = phrase(members, "descending");
        Optional<Phrase> separator = phrase(members, "separator");
        source.report(members, findings);
        return new Sorting(ascending, descending, separator);
    }

    private Optional<Character> character(
            Members members, String name, Predicate<Character> right, String expectation) {
        Optional<String> text = members.optionalText(name);
        Optional<Character> character =
                text.filter(one -> one.length() == 1).map(one -> one.charAt(0)).filter(right);
        if (text.isPresent() && character.isEmpty()) {
            findings.problem(members.spot(name), "must be " + expectation);
        }
        return character;
    }
}
