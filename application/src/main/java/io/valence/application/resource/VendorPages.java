package io.valence.application.resource;

import io.valence.application.call.Reach;
import io.valence.application.call.Reached;
import io.valence.application.call.Setback;
import io.valence.application.call.VendorCall;
import io.valence.domain.call.Credentials;
import io.valence.domain.call.Header;
import io.valence.domain.document.Node;
import io.valence.domain.resource.PagingStyle;
import io.valence.domain.resource.Resource;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The pages of a vendor's list, one request each. */
final class VendorPages {
    private final Reach reach;
    private final AnswerReader reader;
    private final Plan plan;
    private final Composition composition;
    private final Inquiry inquiry;
    private final Paging paging;
    private final Shape shape;

    /** With the tokens of the page before. */
    private final Reached through;

    /** Whether a page was fetched already. */
    private final boolean begun;

    private final OptionalLong total;
    private final List<Header> headers;

    /** Of which none was asked for yet. */
    VendorPages(Reach reach, AnswerReader reader, Plan plan) {
        this(reach, reader, plan, plan.reached(), false, OptionalLong.empty(), List.of());
    }

    private VendorPages(
            Reach reach,
            AnswerReader reader,
            Plan plan,
            Reached through,
            boolean begun,
            OptionalLong total,
            List<Header> headers) {
        this.reach = reach;
        this.reader = reader;
        this.plan = plan;
        this.composition = plan.composition();
        this.inquiry = plan.inquiry();
        this.paging = plan.paging();
        this.shape = plan.shape();
        this.through = through;
        this.begun = begun;
        this.total = total;
        this.headers = headers;
    }

    /** What a request for a page brings. */
    sealed interface Step {
        /**
         * The page.
         *
         * @param more whether another one follows, if the vendor says so
         * @param next what the vendor calls the one that follows
         * @param after the pages, of which this one was the latest
         */
        record Page(
                List<Node> items, Optional<Boolean> more, Optional<String> next, VendorPages after)
                implements Step {}

        /** None. */
        record Ended(Listing.Fetched fetched) implements Step {}
    }

    /** How many records there are, as far as the vendor has said it. */
    OptionalLong total() {
        return total;
    }

    /** The headers of the latest page. */
    List<Header> headers() {
        return headers;
    }

    /** The vendor does not keep to what its element says of it. */
    Listing.Fetched failed(String reason) {
        return new Listing.Fetched.Missed(
                new Setback.VendorFailed(
                        through.id(), "of this list, " + reason, Optional.empty(), false));
    }

    /**
     * Asks for so many records from this position on. Pages after the first are not fetched for a
     * caller who has hung up: the vendor may count its calls.
     */
    Step step(Position position, int size) {
        if (begun && !composition.isAwaited()) {
            return new Step.Ended(new Listing.Fetched.Missed(new Setback.HungUp(through.id())));
        }
        Optional<VendorCall> call = call(position, size);
        if (call.isEmpty()) {
            return new Step.Ended(new Listing.Fetched.Missed(Execution.pathless(through, inquiry)));
        }
        switch (reach.ask(through, call.get())) {
            case Reach.Reply.Missed(var setback) -> {
                return new Step.Ended(new Listing.Fetched.Missed(setback));
            }
            case Reach.Reply.Answered(var healthy, var answer) -> {
                return switch (reader.read(healthy, answer, plan.share())) {
                    case AnswerReader.Answered.Refused refusal ->
                            new Step.Ended(new Listing.Fetched.Refused(refusal));
                    case AnswerReader.Answered.Unusable(var setback) ->
                            new Step.Ended(new Listing.Fetched.Missed(setback));
                    case AnswerReader.Answered.Document(var node, var received) ->
                            page(node, received, call.get().target(), healthy);
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
                        && position instanceof Position.At(var word, _, _)
                        && !word.isEmpty();
        return follows
                ? Optional.of(composition.at(((Position.At) position).word()))
                : composition.call(paging.parameters(position, size), Optional.empty());
    }

    private Step page(
            Optional<Node> document, List<Header> received, String asked, Reached healthy) {
        Resource resource = inquiry.resource();
        Node whole = document.orElse(Node.Items.NONE);
        Optional<Long> counted =
                resource.manner()
                        .total()
                        .flatMap(path -> path.in(whole))
                        .flatMap(RecordValues::number);
        VendorPages after =
                new VendorPages(
                        reach,
                        reader,
                        plan,
                        healthy,
                        true,
                        counted.isPresent() ? OptionalLong.of(counted.get()) : total,
                        received);
        Optional<Node> list =
                resource.rootKey().isEmpty() && whole instanceof Node.Items
                        ? Optional.of(whole)
                        : resource.atRoot(whole);
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
            return new Step.Page(items, more, word, after);
        }
        Optional<String> target =
                healthy.configuration()
                        .address(Credentials.BASE_URL_KEY)
                        .flatMap(base -> NextLink.below(base, asked, word.get()));
        return target.isEmpty()
                ? new Step.Ended(failed("its next page is at an address of elsewhere"))
                : new Step.Page(items, more, target, after);
    }
}
