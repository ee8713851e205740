package io.valence.application.resource;

import io.valence.application.call.Reach;
import io.valence.application.call.Reached;
import io.valence.application.call.Setback;
import io.valence.application.call.VendorCall;
import io.valence.application.resource.CallResource.Outcome;
import io.valence.domain.call.Header;
import io.valence.domain.call.VendorAnswer;
import io.valence.domain.document.Documents;
import io.valence.domain.document.Node;
import io.valence.domain.document.Payload;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.resource.Resource;
import io.valence.domain.secret.Seals;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Carries plans out: asks the vendor, once or page by page, and gives its answer a shape. */
final class Execution {
    private final Reach reach;
    private final Documents documents;
    private final Seals seals;
    private final InstantSource time;
    private final AnswerReader reader;

    Execution(Reach reach, Documents documents, Seals seals, InstantSource time) {
        this.reach = reach;
        this.documents = documents;
        this.seals = seals;
        this.time = time;
        this.reader = new AnswerReader(documents);
    }

    /** Carries it out. */
    Outcome carryOut(Plan plan) {
        if (plan.inquiry().resource().isList()) {
            Listing listing =
                    new Listing(
                            new VendorPages(reach, reader, plan), plan.inquiry(), plan.paging());
            return listed(plan, listing.fetch());
        }
        Optional<VendorCall> call = plan.composition().call(Map.of(), plan.body());
        if (call.isEmpty()) {
            return new Outcome.NotCarriedOut(pathless(plan.reached(), plan.inquiry()));
        }
        return switch (reach.ask(plan.reached(), call.get())) {
            case Reach.Reply.Missed(var setback) -> new Outcome.NotCarriedOut(setback);
            case Reach.Reply.Answered(var through, var answer) -> answered(through, plan, answer);
        };
    }

    /** Shows the first request that would be sent. */
    Outcome explain(Plan plan) {
        Inquiry inquiry = plan.inquiry();
        Optional<VendorCall> call =
                inquiry.resource().isList()
                        ? new VendorPages(reach, reader, plan).firstCall()
                        : plan.composition().call(Map.of(), plan.body());
        if (call.isEmpty()) {
            return new Outcome.NotCarriedOut(pathless(plan.reached(), inquiry));
        }
        return switch (reach.preview(plan.reached(), call.get())) {
            case Reach.Shown.Missed(var setback) -> new Outcome.NotCarriedOut(setback);
            case Reach.Shown.Request(var outgoing) ->
                    new Outcome.Explained(
                            plan.reached().id(),
                            inquiry.resource(),
                            outgoing,
                            plan.body().flatMap(Composition.Body::text));
        };
    }

    /** The instance lacks a setting that the vendor's path is made of. */
    static Setback pathless(Reached reached, Inquiry inquiry) {
        return new Setback.Misconfigured(
                reached.id(),
                "The configuration lacks a part of the vendor's path "
                        + inquiry.resource().vendorPath());
    }

    private Outcome listed(Plan plan, Listing.Fetched fetched) {
        InstanceId instance = plan.reached().id();
        return switch (fetched) {
            case Listing.Fetched.Missed(var setback) -> new Outcome.NotCarriedOut(setback);
            case Listing.Fetched.Refused(var refusal) -> refused(instance, refusal);
            case Listing.Fetched.Records(var records, var total, var next, var headers) -> {
                Optional<String> token = next.flatMap(position -> token(plan, position));
                if (next.isPresent() && token.isEmpty()) {
                    yield new Outcome.NotCarriedOut(unspeakable(instance));
                }
                List<Node> trimmed = new ArrayList<>(records.size());
                records.forEach(record -> trimmed.add(plan.shape().trimmed(record)));
                yield answered(
                        plan,
                        new Node.Items(trimmed),
                        OptionalInt.of(records.size()),
                        total,
                        token,
                        headers);
            }
        };
    }

    private Optional<String> token(Plan plan, Position next) {
        Inquiry inquiry = plan.inquiry();
        return new PageToken(inquiry.pageSize(), next, inquiry.query())
                .sealed(seals, plan.reached().id(), plan.path(), inquiry.resource());
    }

    /** The vendor calls its next page by a word that leaves no room in a token. */
    private static Setback unspeakable(InstanceId instance) {
        return new Setback.VendorFailed(
                instance,
                "of this list, what the next page is called is too long to be handed on; a larger"
                        + " pageSize or a shorter query may help",
                Optional.empty(),
                false);
    }

    private Outcome answered(Reached through, Plan plan, VendorAnswer.Answered answer) {
        Resource resource = plan.inquiry().resource();
        if (resource.isFile() && AnswerReader.isSuccess(answer.status())) {
            return new Outcome.File(
                    through.id(), answer, RateLimits.of(answer.headers(), time.instant()));
        }
        return switch (reader.read(through, answer, plan.share())) {
            case AnswerReader.Answered.Unusable(var setback) -> new Outcome.NotCarriedOut(setback);
            case AnswerReader.Answered.Refused refusal -> refused(through.id(), refusal);
            case AnswerReader.Answered.Document(var document, var headers) -> {
                Node whole = document.orElse(Node.Members.NONE);
                Node record = plan.shape().of(resource.atRoot(whole).orElse(whole));
                yield answered(
                        plan,
                        record,
                        record instanceof Node.Items(var items)
                                ? OptionalInt.of(items.size())
                                : OptionalInt.empty(),
                        OptionalLong.empty(),
                        Optional.empty(),
                        headers);
            }
        };
    }

    /** What the vendor gave to this call, in the callers' letters. */
    private Outcome answered(
            Plan plan,
            Node document,
            OptionalInt returned,
            OptionalLong total,
            Optional<String> nextPage,
            List<Header> headers) {
        return new Outcome.Answered(
                plan.reached().id(),
                new Payload(plan.shape().written(documents, document)),
                returned,
                total,
                nextPage,
                RateLimits.of(headers, time.instant()),
                Optional.empty(),
                !Keeping.forbids(headers, "no-store"),
                Held.NOTHING);
    }

    private Outcome refused(InstanceId instance, AnswerReader.Answered.Refused refusal) {
        return new Outcome.VendorRefused(
                instance,
                refusal.status(),
                refusal.said(),
                RateLimits.of(refusal.headers(), time.instant()));
    }
}
