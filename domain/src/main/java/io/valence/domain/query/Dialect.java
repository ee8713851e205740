package io.valence.domain.query;

import java.util.Map;

/** The language in which a vendor is asked for some of its records, as an element declares it. */
public record Dialect(Map<Operator, String> operators) {
    public Dialect {
        operators = Map.copyOf(operators);
    }

    /** This expression in the vendor's language. */
    public Translation where(Parsed.Understood understood) {
        return new Translation.Impossible(1, "the vendor cannot be asked this");
    }

    /** An order such as {@code Name desc, Rank} in the vendor's language. */
    public Translation order(String orderBy) {
        return new Translation.Impossible(1, "the vendor cannot be asked this");
    }
}
