package io.valence.domain.configuration;

import java.util.List;
import java.util.function.Function;

/** The validator's answer: a usable configuration, or every problem at once. */
public sealed interface Verdict {
    /** What was noticed and not refused. */
    List<Notice> notices();

    /** One of two answers, whichever this is. */
    <R> R fold(Function<Valid, R> whenValid, Function<Invalid, R> whenInvalid);

    /** A configuration that can be used, and what becomes of its secrets. */
    record Valid(ResolvedConfiguration configuration, SecretChanges changes, List<Notice> notices)
            implements Verdict {
        public Valid {
            notices = List.copyOf(notices);
        }

        /** The secrets that were supplied. */
        public Secrets secrets() {
            return changes.supplied();
        }

        @Override
        public <R> R fold(Function<Valid, R> whenValid, Function<Invalid, R> whenInvalid) {
            return whenValid.apply(this);
        }
    }

    /** Every problem, in the element's display order; never empty. */
    record Invalid(List<Problem> problems, List<Notice> notices) implements Verdict {
        public Invalid {
            problems = List.copyOf(problems);
            notices = List.copyOf(notices);
            if (problems.isEmpty()) {
                throw new IllegalArgumentException("invalid for no reason");
            }
        }

        @Override
        public <R> R fold(Function<Valid, R> whenValid, Function<Invalid, R> whenInvalid) {
            return whenInvalid.apply(this);
        }
    }
}
