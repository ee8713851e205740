package io.valence.application.resource;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The reader of which page of a list a caller wants, and how long it is. */
final class PageReader {
    private static final int USUAL = 200;
    private static final int MOST = 5_000;
    private static final int MOST_SKIPPED = 100_000;
    private static final int MOST_DIGITS = 9;

    private final Map<String, String> supplied;
    private final List<String> problems;

    /** Of these query parameters; what is wrong with them is added to the problems. */
    PageReader(Map<String, String> supplied, List<String> problems) {
        this.supplied = supplied;
        this.problems = problems;
    }

    /** How many records at most: as asked for, or as on the page before. */
    int size(Optional<PageToken> token) {
        int wanted =
                number(InquiryReader.PAGE_SIZE)
                        .orElse(token.map(PageToken::pageSize).orElse(USUAL));
        return Math.clamp(wanted, 1, MOST);
    }

    /** Where the page begins that is asked for by its number. */
    Position start(int size, boolean byWords) {
        long page = Math.max(1, number(InquiryReader.PAGE).orElse(1));
        long skip = (page - 1) * size;
        if (skip > MOST_SKIPPED) {
            problems.add(
                    "The query parameter page goes too far. Follow Elements-Next-Page-Token by"
                            + " nextPage instead");
            return Position.first(false, 0);
        }
        return Position.first(byWords, skip);
    }

    private Optional<Integer> number(String name) {
        Optional<String> text = Optional.ofNullable(supplied.get(name)).filter(t -> !t.isBlank());
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String digits = text.get();
        boolean whole = digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!whole
                || (name.equals(InquiryReader.PAGE_SIZE)
                        && digits.chars().allMatch(c -> c == '0'))) {
            problems.add(
                    "The query parameter "
                            + name
                            + " must be a whole number"
                            + (name.equals(InquiryReader.PAGE_SIZE) ? " from 1 on" : "")
                            + ", in digits alone");
            return Optional.empty();
        }
        return Optional.of(
                digits.length() > MOST_DIGITS ? Integer.MAX_VALUE : Integer.parseInt(digits));
    }
}
