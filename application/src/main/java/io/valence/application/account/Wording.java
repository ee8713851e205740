package io.valence.application.account;

import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What names and addresses of organizations and people must look like. */
final class Wording {
    private static final int MAXIMUM = 255;

    private final List<Problem> problems = new ArrayList<>();

    Wording required(String member, String text) {
        if (text.isBlank()) {
            problems.add(new Problem.Missing(Place.member(member)));
            return this;
        }
        return optional(member, text);
    }

    Wording optional(String member, String text) {
        objectionTo(Place.member(member), text).ifPresent(problems::add);
        return this;
    }

    Wording email(String member, String text) {
        int at = text.indexOf('@');
        required(member, text);
        boolean address =
                at > 0
                        && at == text.lastIndexOf('@')
                        && at < text.length() - 1
                        && text.chars().noneMatch(Character::isWhitespace);
        if (!text.isBlank() && !address) {
            problems.add(new Problem.Malformed(Place.member(member), "an e-mail address"));
        }
        return this;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    private static Optional<Problem> objectionTo(Place place, String text) {
        if (text.codePointCount(0, text.length()) > MAXIMUM) {
            return Optional.of(new Problem.TooLong(place, MAXIMUM));
        }
        return text.chars().anyMatch(Character::isISOControl)
                ? Optional.of(new Problem.Malformed(place, "text without control characters"))
                : Optional.empty();
    }
}
