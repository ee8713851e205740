package io.valence.application.resource;

import io.valence.application.call.Reach;
import io.valence.application.call.Reached;
import io.valence.application.call.Setback;
import io.valence.application.call.VendorCall;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;
import io.valence.domain.document.DocumentPath;
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

    private final Reach reach;
    private final AnswerReader reader;
    private final Composition composition;
    private final Inquiry inquiry;
    private final Paging paging;
    private final Shape shape;
    private final List<Node> records = new ArrayList<>();
    private final AtomicReference<Reached> through;
    private final AtomicReference<OptionalLong> total =
            new AtomicReference<>(OptionalLong.empty());
    private final AtomicReference<List<Header>> headers = new AtomicReference<>(List.of());

    Listing(Reach reach, AnswerReader reader, Plan plan) {
        this.reach = reach;
        this.reader = reader;
        this.composition = plan.composition();
        this.inquiry = plan.inquiry();
        this.paging = plan.paging();
        this.shape = plan.shape();
        this.through = new AtomicReference<>(plan.reached());
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
        for (int calls = 0; calls < MOST_CALLS; calls++) {
            int left = inquiry.pageSize() - records.size();
            int size = byPages ? whole : Math.min(left, paging.most());
            int skip = byPages ? (int) (at % size) : 0;
            Step step = step(new Position.After(at), size);
            if (!(step instanceof Step.Page page)) {
                return ((Step.Ended) step).fetched();
            }
            if (isRepeated(page.items(), before)) {
                return failed("it sends the same page again and again");
            }
            before = page.items();
            int end = Math.min(page.items().size(), skip + Math.min(left, size - skip));
            records.addAll(page.items().subList(Math.min(skip, end), end));
            at += Math.max(0, end - skip);
            boolean more = end < page.items().size() || isMore(page, at, size);
            if (more && page.items().isEmpty()) {
                return failed("it says that there are more records and gives none");
            }
            if (!more || records.size() >= inquiry.pageSize()) {
                return complete(more ? Optional.of(new Position.After(at)) : Optional.empty());
            }
        }
        return failed("a page of it takes more than " + MOST_CALLS + " requests");
    }

    /** Pages of records that are all alike, in the fields asked for, need not be one page. */
    private static boolean isRepeated(List<Node> items, List<Node> before) {
        return !items.isEmpty()
                && items.equals(before)
                && (items.size() == 1 || items.stream().distinct().limit(2).count() == 2);
    }

    private boolean isMore(Step.Page page, long end, int asked) {
        if (page.more().isPresent()) {
            return page.more().get();
        }
        OptionalLong all = total.get();
        return all.isPresent() ? end < all.getAsLong() : page.items().size() >= asked;
    }

    /** Pages of which each says what the next one is called. */
    private Fetched byWords() {
        Position.At at = (Position.At) inquiry.start();
        Set<String> seen = new HashSet<>();
        for (int calls = 0; calls < MOST_CALLS; calls++) {
            int left = inquiry.pageSize() - records.size();
            int size = Math.min(left + at.skip(), paging.most());
            Step step = step(at, size);
            if (!(step instanceof Step.Page page)) {
                return ((Step.Ended) step).fetched();
            }
            int skip = Math.min(at.skip(), page.items().size());
            int end = Math.min(page.items().size(), skip + left);
            records.addAll(page.items().subList(skip, end));
            if (end < page.items().size()) {
                return complete(Optional.of(new Position.At(at.word(), end)));
            }
            if (page.next().isEmpty() || page.more().filter(more -> !more).isPresent()) {
                return complete(Optional.empty());
            }
            seen.add(at.word());
            String next = page.next().get();
            if (seen.contains(next)) {
                return failed("its pages go in a circle");
            }
            at = new Position.At(next, at.skip() - skip);
            if (records.size() >= inquiry.pageSize()) {
                return complete(Optional.of(at));
            }
        }
        return failed("a page of it takes more than " + MOST_CALLS + " requests");
    }

    /** A list that the vendor gives as a whole: what is looked for in it is found here. */
    private Fetched slice() {
        Step step = step(inquiry.start(), paging.most());
        if (!(step instanceof Step.Page page)) {
            return ((Step.Ended) step).fetched();
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
        total.set(OptionalLong.of(found.size()));
        return complete(to < found.size() ? Optional.of(new Position.After(to)) : Optional.empty());
    }

    private Fetched complete(Optional<Position> next) {
        return new Fetched.Records(List.copyOf(records), total.get(), next, headers.get());
    }

    private Fetched failed(String reason) {
        return new Fetched.Missed(
                new Setback.VendorFailed(
                        through.get().id(), "of this list, " + reason, Optional.empty(), false));
    }

    private sealed interface Step {
        record Page(List<Node> items, Optional<Boolean> more, Optional<String> next)
                implements Step {}

        record Ended(Fetched fetched) implements Step {}
    }

    private Step step(Position position, int size) {
        Optional<VendorCall> call = call(position, size);
        if (call.isEmpty()) {
            return new Step.Ended(new Fetched.Missed(Execution.pathless(through, inquiry)));
        }
        switch (reach.ask(through.get(), call.get())) {
            case Reach.Reply.Missed(var setback) -> {
                return new Step.Ended(new Fetched.Missed(setback));
            }
            case Reach.Reply.Answered(var healthy, var answer) -> {
                through.set(healthy);
                return switch (reader.read(healthy, answer)) {
                    case AnswerReader.Answered.Refused refusal ->
                            new Step.Ended(new Fetched.Refused(refusal));
                    case AnswerReader.Answered.Unusable(var setback) ->
                            new Step.Ended(new Fetched.Missed(setback));
                    case AnswerReader.Answered.Document(var node, var received) -> {
                        headers = received;
                        yield page(node, received, call.get().target());
                    }
                };
            }
        }
    }

    /** The request that this begins with. */
    Optional<VendorCall> firstCall() {
        int size = Math.min(inquiry.pageSize(), paging.most());
        return call(inquiry.start(), size);
    }

    private Optional<VendorCall> call(Position position, int size) {
        boolean follows =
                paging.style() == PagingStyle.LINK
                        && position instanceof Position.At(var word, _)
                        && !word.isEmpty();
        return follows
                ? Optional.of(composition.at(((Position.At) position).word()))
                : composition.call(paging.parameters(position, size), Optional.empty());
    }

    private Step page(Optional<Node> document, List<Header> received, String asked) {
        Resource resource = inquiry.resource();
        Node whole = document.orElse(Node.Items.NONE);
        resource.manner()
                .total()
                .flatMap(path -> path.in(whole))
                .flatMap(RecordValues::number)
                .ifPresent(number -> total.set(OptionalLong.of(number)));
        Optional<Node> list =
                resource.rootKey().isEmpty() && whole instanceof Node.Items
                        ? Optional.of(whole)
                        : resource.rootKey()
                                .flatMap(DocumentPath::parse)
                                .flatMap(path -> path.in(whole));
        List<Node> items;
        if (list.isPresent() && list.get() instanceof Node.Items(var found)) {
            items = found.stream().map(shape::named).toList();
        } else if (document.isEmpty()
                || whole.isNothing()
                || (resource.rootKey().isPresent()
                        && whole instanceof Node.Members
                        && list.filter(node -> !node.isNothing()).isEmpty())) {
            items = List.of();
        } else {
            return new Step.Ended(failed("its answer is no list where the element says it is"));
        }
        Optional<Boolean> more =
                resource.manner()
                        .more()
                        .flatMap(path -> path.in(whole))
                        .flatMap(RecordValues::truth);
        Optional<String> word =
                resource.nextPageKey().flatMap(key -> NextWord.find(key, whole, received));
        boolean ends = word.isEmpty() || more.filter(truth -> !truth).isPresent();
        if (ends || paging.style() != PagingStyle.LINK) {
            return new Step.Page(items, more, word);
        }
        Optional<String> target =
                through.configuration()
                        .address(Credentials.BASE_URL_KEY)
                        .flatMap(base -> NextLink.below(base, asked, word.get()));
        return target.isEmpty()
                ? new Step.Ended(failed("its next page is at an address of elsewhere"))
                : new Step.Page(items, more, target);
    }
}
