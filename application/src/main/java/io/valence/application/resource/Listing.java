package io.valence.application.resource;

import io.valence.application.call.Setback;
import io.valence.domain.call.Header;
import io.valence.domain.document.Node;
import io.valence.domain.resource.PagingStyle;
import io.valence.domain.resource.Resource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The records of a list from a position on, fetched page by page until there are as many as are
 * wanted or no more.
 */
final class Listing {
    private static final int MOST_CALLS = 200;

    private final VendorPages first;
    private final Inquiry inquiry;
    private final Paging paging;
    private final List<Node> records = new ArrayList<>();

    Listing(VendorPages first, Inquiry inquiry, Paging paging) {
        this.first = first;
        this.inquiry = inquiry;
        this.paging = paging;
    }

    /** What came of it. */
    sealed interface Fetched {
        /**
         * The records.
         *
         * @param next where the next page begins, if there is one
         */
        record Records(
                List<Node> records,
                OptionalLong total,
                Optional<Position> next,
                List<Header> headers)
                implements Fetched {}

        /** The vendor refused a page. */
        record Refused(AnswerReader.Answered.Refused refusal) implements Fetched {}

        /** There was no answer that could be used. */
        record Missed(Setback setback) implements Fetched {}
    }

    Fetched fetch() {
        if (inquiry.resource().pagination() == Resource.Pagination.VENDOR_NOT_SUPPORTED) {
            return slice();
        }
        return inquiry.start() instanceof Position.After after ? byNumbers(after) : byWords();
    }

    /** Pages that are counted: by records, or by pages of one size. */
    private Fetched byNumbers(Position.After start) {
        long at = start.records();
        boolean byPages = paging.style() == PagingStyle.PAGE;
        int whole = Math.min(inquiry.pageSize(), paging.most());
        List<Node> before = List.of();
        VendorPages pages = first;
        for (int calls = 0; calls < MOST_CALLS; calls++) {
            int left = inquiry.pageSize() - records.size();
            int size = byPages ? whole : Math.min(left, paging.most());
            int skip = byPages ? (int) (at % size) : 0;
            VendorPages.Step step = pages.step(new Position.After(at), size);
            if (!(step instanceof VendorPages.Step.Page page)) {
                return ((VendorPages.Step.Ended) step).fetched();
            }
            pages = page.after();
            if (isRepeated(page.items(), before)) {
                return pages.failed("it sends the same page again and again");
            }
            before = page.items();
            int end = Math.min(page.items().size(), skip + Math.min(left, size - skip));
            records.addAll(page.items().subList(Math.min(skip, end), end));
            at += Math.max(0, end - skip);
            boolean more = end < page.items().size() || isMore(page, at, size);
            if (more && page.items().isEmpty()) {
                return pages.failed("it says that there are more records and gives none");
            }
            if (!more || records.size() >= inquiry.pageSize()) {
                return complete(
                        pages, more ? Optional.of(new Position.After(at)) : Optional.empty());
            }
        }
        return pages.failed("a page of it takes more than " + MOST_CALLS + " requests");
    }

    /** Pages of records that are all alike, in the fields asked for, need not be one page. */
    private static boolean isRepeated(List<Node> items, List<Node> before) {
        return !items.isEmpty()
                && items.equals(before)
                && (items.size() == 1 || items.stream().distinct().limit(2).count() == 2);
    }

    private boolean isMore(VendorPages.Step.Page page, long end, int asked) {
        if (page.more().isPresent()) {
            return page.more().get();
        }
        OptionalLong all = page.after().total();
        return all.isPresent() ? end < all.getAsLong() : page.items().size() >= asked;
    }

    /** Pages of which each says what the next one is called. */
    private Fetched byWords() {
        Position.At at = (Position.At) inquiry.start();
        Set<String> seen = new HashSet<>();
        VendorPages pages = first;
        for (int calls = 0; calls < MOST_CALLS; calls++) {
            int left = inquiry.pageSize() - records.size();
            int size = Math.min(left + at.skip(), paging.most());
            VendorPages.Step step = pages.step(at, size);
            if (!(step instanceof VendorPages.Step.Page page)) {
                return ((VendorPages.Step.Ended) step).fetched();
            }
            pages = page.after();
            int skip = Math.min(at.skip(), page.items().size());
            int end = Math.min(page.items().size(), skip + left);
            records.addAll(page.items().subList(skip, end));
            if (end < page.items().size()) {
                return complete(pages, Optional.of(new Position.At(at.word(), end, at.trail())));
            }
            if (page.next().isEmpty() || page.more().filter(more -> !more).isPresent()) {
                return complete(pages, Optional.empty());
            }
            seen.add(at.word());
            String next = page.next().get();
            if (seen.contains(next) || at.trail().returnsBy(next)) {
                return pages.failed("its pages go in a circle");
            }
            at = new Position.At(next, at.skip() - skip, at.trail().on(next));
            if (records.size() >= inquiry.pageSize()) {
                return complete(pages, Optional.of(at));
            }
        }
        return pages.failed("a page of it takes more than " + MOST_CALLS + " requests");
    }

    /** A list that the vendor gives as a whole: what is looked for in it is found here. */
    private Fetched slice() {
        VendorPages.Step step = first.step(inquiry.start(), paging.most());
        if (!(step instanceof VendorPages.Step.Page page)) {
            return ((VendorPages.Step.Ended) step).fetched();
        }
        List<Node> found =
                inquiry.filter()
                        .map(
                                filter ->
                                        page.items().stream()
                                                .filter(
                                                        record ->
                                                                filter.matches(
                                                                        new RecordValues(record)))
                                                .toList())
                        .orElse(page.items());
        long start = inquiry.start() instanceof Position.After(var before) ? before : 0;
        int from = (int) Math.min(start, found.size());
        int to = Math.min(found.size(), from + inquiry.pageSize());
        records.addAll(found.subList(from, to));
        return new Fetched.Records(
                List.copyOf(records),
                OptionalLong.of(found.size()),
                to < found.size() ? Optional.of(new Position.After(to)) : Optional.empty(),
                page.after().headers());
    }

    private Fetched complete(VendorPages pages, Optional<Position> next) {
        return new Fetched.Records(List.copyOf(records), pages.total(), next, pages.headers());
    }
}
