package io.valence.application.account;

import io.valence.domain.account.Person;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.instance.Label;

import java.util.ArrayList;
import java.util.List;

/** What names and addresses of organizations and people must look like. */
final class Wording {
    private final List<Problem> problems = new ArrayList<>();

    Wording required(String member, String text) {
        Label.objectionTo(Place.member(member), text).ifPresent(problems::add);
        return this;
    }

    /** A text of which nothing is left without markup is as good as none. */
    Wording optional(String member, String text) {
        Label.objectionTo(Place.member(member), text)
                .filter(problem -> !(problem instanceof Problem.Missing))
                .ifPresent(problems::add);
        return this;
    }

    Wording email(String member, String text) {
        Place place = Place.member(member);
        if (text.isBlank()) {
            problems.add(new Problem.Missing(place));
        } else if (text.codePointCount(0, text.length()) > Label.MAXIMUM) {
            problems.add(new Problem.TooLong(place, Label.MAXIMUM));
        } else if (!isAddress(text)) {
            problems.add(new Problem.Malformed(place, "an e-mail address"));
        }
        return this;
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The person with the names that are kept; ask for problems before. */
    static Person clean(Person person) {
        return new Person(
                person.email(), Label.clean(person.firstName()), Label.clean(person.lastName()));
    }

    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        return at > 0
                && at == text.lastIndexOf('@')
                && at < text.length() - 1
                && text.codePoints().allMatch(Wording::isShown);
    }

    private static boolean isShown(int c) {
        return !Character.isWhitespace(c)
                && !Character.isSpaceChar(c)
                && !Character.isISOControl(c)
                && Character.getType(c) != Character.FORMAT;
    }
}
