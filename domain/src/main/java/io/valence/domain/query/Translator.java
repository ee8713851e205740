package io.valence.domain.query;

import io.valence.domain.query.Translation.Impossible;
import io.valence.domain.query.Translation.Written;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The writing of one expression in a vendor's language. A NOT goes inward, to words that say the
 * contrary, which finds the same records: one without a value is found neither way.
 *
 * <p>Each method answers with what keeps it from writing its part, or with nothing.
 */
final class Translator {
    private static final String OF_ANOTHER_TYPE =
            "the vendor keeps values of another type in this field, and this is none of them";

    private final Dialect dialect;
    private final Parsed.Understood understood;
    private final Function<Field, Optional<Counterpart>> counterparts;
    private final StringBuilder query = new StringBuilder(128);

    Translator(
            Dialect dialect,
            Parsed.Understood understood,
            Function<Field, Optional<Counterpart>> counterparts) {
        this.dialect = dialect;
        this.understood = understood;
        this.counterparts = counterparts;
    }

    Translation translate() {
        Optional<Impossible> fault = write(understood.expression(), false, Word.NOT);
        return fault.isPresent() ? fault.get() : new Written(query.toString());
    }

    /** Writes a part of what is joined by AND or by OR, or by nothing: a whole, which is NOT. */
    private Optional<Impossible> write(Expression part, boolean negated, Word around) {
        if (part instanceof Expression.Comparison comparison) {
            Word word = comparison.operator().word();
            return term(part, comparison.field(), negated ? word.contrary() : word);
        }
        if (part instanceof Expression.Like like) {
            boolean contrary = like.negated() != negated;
            return term(part, like.field(), contrary ? Word.NOT_LIKE : Word.LIKE);
        }
        if (part instanceof Expression.IsNull isNull) {
            boolean contrary = isNull.negated() != negated;
            return term(part, isNull.field(), contrary ? Word.IS_NOT_NULL : Word.IS_NULL);
        }
        if (part instanceof Expression.In in) {
            return in(in, in.negated() != negated, around);
        }
        if (part instanceof Expression.And and) {
            return joined(part, and.parts(), Word.AND, negated, around);
        }
        if (part instanceof Expression.Or or) {
            return joined(part, or.parts(), Word.OR, negated, around);
        }
        return write(((Expression.Not) part).part(), !negated, around);
    }

    private Optional<Impossible> joined(
            Expression whole, List<Expression> parts, Word said, boolean negated, Word around) {
        Word joint = negated ? said.contrary() : said;
        Optional<String> objection = objection(joint, around);
        if (objection.isPresent() && negated && dialect.has(Word.NOT)) {
            return denied(() -> joined(whole, parts, said, false, Word.NOT));
        }
        if (objection.isPresent()) {
            String origin = negated ? ", which NOT makes of this " + said.written() : "";
            return impossible(whole, objection.get() + origin);
        }
        boolean grouped = isGroup(joint, around);
        query.append(grouped ? "(" : "");
        for (int i = 0; i < parts.size(); i++) {
            if (i > 0) {
                join(joint);
            }
            Optional<Impossible> inner = write(parts.get(i), negated, joint);
            if (inner.isPresent()) {
                return inner;
            }
        }
        query.append(grouped ? ")" : "");
        return Optional.empty();
    }

    /** In the vendor's word, or as the comparisons that it stands for, or as a denied contrary. */
    private Optional<Impossible> in(Expression.In in, boolean negated, Word around) {
        Word word = negated ? Word.NOT_IN : Word.IN;
        Word single = negated ? Word.NOT_EQUAL : Word.EQUAL;
        Word joint = negated ? Word.AND : Word.OR;
        List<Value> values = in.values();
        boolean several = values.size() > 1;
        boolean spelled = dialect.has(single) && (!several || objection(joint, around).isEmpty());
        if (dialect.has(word) || !spelled) {
            return term(in, in.field(), word);
        }
        boolean grouped = several && isGroup(joint, around);
        query.append(grouped ? "(" : "");
        for (int i = 0; i < values.size(); i++) {
            if (i > 0) {
                join(joint);
            }
            Optional<Impossible> fault = clause(in, in.field(), single, values.subList(i, i + 1));
            if (fault.isPresent()) {
                return fault;
            }
        }
        query.append(grouped ? ")" : "");
        return Optional.empty();
    }

    /** One question to one field; in the contrary words if only those can be denied. */
    private Optional<Impossible> term(Expression part, Field field, Word word) {
        if (dialect.has(word)) {
            return clause(part, field, word, values(part));
        }
        return dialect.has(word.contrary()) && dialect.has(Word.NOT)
                ? denied(() -> clause(part, field, word.contrary(), values(part)))
                : impossible(part, "the vendor cannot be asked " + word.written());
    }

    private static List<Value> values(Expression part) {
        if (part instanceof Expression.Comparison comparison) {
            return List.of(comparison.value());
        }
        return part instanceof Expression.In in ? in.values() : List.of();
    }

    private Optional<Impossible> clause(
            Expression part, Field asked, Word word, List<Value> values) {
        Optional<Counterpart> counterpart = counterparts.apply(asked);
        if (counterpart.isEmpty()) {
            return impossible(part, Naming.UNKNOWN);
        }
        Counterpart theirs = counterpart.get();
        Optional<String> objection =
                dialect.naming()
                        .objection(theirs.field(), dialect)
                        .or(() -> theirs.objection().apply(word));
        if (objection.isPresent()) {
            return impossible(part, objection.get());
        }
        query.append(dialect.encloses() ? "(" : "");
        dialect.naming().write(theirs.field(), query);
        Phrase phrase = dialect.phrase(word).orElseThrow();
        boolean hasObject = part instanceof Expression.Like || !values.isEmpty();
        if (hasObject) {
            phrase.writeBetween(query);
        } else {
            phrase.writeAfter(query);
        }
        objection =
                part instanceof Expression.Like like
                        ? pattern(like.pattern())
                        : list(values, theirs, word == Word.IN || word == Word.NOT_IN);
        if (objection.isPresent()) {
            return impossible(part, objection.get());
        }
        query.append(dialect.encloses() ? ")" : "");
        return query.length() <= Dialect.LONGEST
                ? Optional.empty()
                : impossible(
                        part,
                        "the vendor's query would have more than "
                                + Dialect.LONGEST
                                + " characters");
    }

    private Optional<String> pattern(String pattern) {
        Optional<String> written = dialect.wildcards().orElseThrow().pattern(pattern);
        return written.isPresent()
                ? dialect.literals().writeText(written.get(), query)
                : Optional.of(
                        "the vendor would take a character of this text for a wildcard, or for"
                                + " what marks one");
    }

    private Optional<String> list(List<Value> values, Counterpart theirs, boolean enclosed) {
        query.append(enclosed ? "(" : "");
        for (int i = 0; i < values.size(); i++) {
            query.append(i > 0 ? "," : "");
            Optional<String> objection =
                    theirs.values()
                            .apply(values.get(i))
                            .map(value -> dialect.literals().write(value, query))
                            .orElse(Optional.of(OF_ANOTHER_TYPE));
            if (objection.isPresent()) {
                return objection;
            }
        }
        query.append(enclosed ? ")" : "");
        return Optional.empty();
    }

    private Optional<Impossible> denied(Supplier<Optional<Impossible>> inner) {
        query.append(dialect.phrase(Word.NOT).orElseThrow().text()).append(" (");
        Optional<Impossible> fault = inner.get();
        query.append(')');
        return fault;
    }

    private void join(Word joint) {
        dialect.phrase(joint).orElseThrow().writeBetween(query);
    }

    /** Why several things cannot be joined here, if they cannot. */
    private Optional<String> objection(Word joint, Word around) {
        if (!dialect.has(joint)) {
            return Optional.of("the vendor cannot be asked " + joint.written());
        }
        return isGroup(joint, around) && !dialect.groups()
                ? Optional.of(
                        "the vendor cannot be asked "
                                + joint.written()
                                + " within "
                                + around.written())
                : Optional.empty();
    }

    private static boolean isGroup(Word joint, Word around) {
        return around != Word.NOT && around != joint;
    }

    private Optional<Impossible> impossible(Expression part, String reason) {
        return Optional.of(new Impossible(understood.positions().of(part), reason));
    }
}
