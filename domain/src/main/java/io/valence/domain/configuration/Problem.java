package io.valence.domain.configuration;

import java.util.List;
import java.util.Optional;

/**
 * One thing that is wrong with a request, where it is and what would be right.
 *
 * <p>No leaf has room for a supplied value, so none can leak; the one exception is the host
 * proposed by {@link NotAHost}, which is never taken from a secret entry.
 */
public sealed interface Problem {
    /** Where it is. */
    Place place();

    /** A stable word for machines. */
    Code code();

    /** What to change, for people; a sentence without its full stop. */
    String sentence();

    /** The kinds of problem that machines can tell apart. */
    enum Code {
        MISSING_PARAMETER,
        ILLEGAL_PARAMETER_VALUE,
        UNKNOWN_PARAMETER
    }

    /** A required entry that has no value. */
    record Missing(Place place) implements Problem {
        @Override
        public Code code() {
            return Code.MISSING_PARAMETER;
        }

        @Override
        public String sentence() {
            return "Required entry is missing";
        }
    }

    /** The mask where there is no secret that it could stand for. */
    record Masked(Place place) implements Problem {
        @Override
        public Code code() {
            return Code.MISSING_PARAMETER;
        }

        @Override
        public String sentence() {
            return "Required entry is missing: the mask stands for no stored secret, send the"
                    + " secret itself";
        }
    }

    /** A placeholder such as {@code <INSERT_PASSWORD>} that nobody filled. */
    record Placeholder(Place place) implements Problem {
        @Override
        public Code code() {
            return Code.MISSING_PARAMETER;
        }

        @Override
        public String sentence() {
            return "Required entry is missing: replace the placeholder by a value";
        }
    }

    /** A value of too many characters. */
    record TooLong(Place place, int maximum) implements Problem {
        @Override
        public Code code() {
            return Code.ILLEGAL_PARAMETER_VALUE;
        }

        @Override
        public String sentence() {
            return "Must have at most " + maximum + " characters";
        }
    }

    /** A value that is not what it should be. */
    record Malformed(Place place, String expectation) implements Problem {
        @Override
        public Code code() {
            return Code.ILLEGAL_PARAMETER_VALUE;
        }

        @Override
        public String sentence() {
            return "Must be " + expectation;
        }
    }

    /** A value that is none of the options. */
    record NotAnOption(Place place, List<String> options) implements Problem {
        public NotAnOption {
            options = List.copyOf(options);
        }

        @Override
        public Code code() {
            return Code.ILLEGAL_PARAMETER_VALUE;
        }

        @Override
        public String sentence() {
            return "Must be one of: " + String.join(", ", options);
        }
    }

    /** A site that is not a host or host:port; with the host that may have been meant. */
    record NotAHost(Place place, Optional<String> proposal) implements Problem {
        @Override
        public Code code() {
            return Code.ILLEGAL_PARAMETER_VALUE;
        }

        @Override
        public String sentence() {
            return "Must be a host or host:port, without scheme and path"
                    + proposal.map(host -> "; did you mean " + host + "?").orElse("");
        }

        NotAHost withoutProposal() {
            return new NotAHost(place, Optional.empty());
        }
    }

    /** A template that names an entry which has no value, or which the element does not have. */
    record Unresolvable(Place place, String placeholder) implements Problem {
        @Override
        public Code code() {
            return Code.ILLEGAL_PARAMETER_VALUE;
        }

        @Override
        public String sentence() {
            return "Names {" + placeholder + "}, which has no value";
        }
    }

    /** A key that the element does not have, where the caller asked for strictness. */
    record Unknown(Place place, Optional<ConfigurationKey> didYouMean) implements Problem {
        @Override
        public Code code() {
            return Code.UNKNOWN_PARAMETER;
        }

        @Override
        public String sentence() {
            return "The element has no such entry"
                    + didYouMean.map(key -> "; did you mean " + key + "?").orElse("");
        }
    }
}
