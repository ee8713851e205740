package io.valence.application.resource;

import io.valence.application.resource.CallResource.Outcome;
import io.valence.domain.call.Header;
import io.valence.domain.call.KeptAnswer;
import io.valence.domain.call.KeptAnswers;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Preferences;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Gives answers of instances whose owners want that again, for a while, until something is written
 * through the instance.
 */
final class Keeping {
    private static final int USUAL_SECONDS = 60;
    private static final int MOST_SECONDS = 86_400;
    private static final int USUAL_ENTRIES = 100;
    private static final int MOST_ENTRIES = 10_000;
    private static final String READING = "GET";

    private final KeptAnswers answers;
    private final InstantSource time;

    Keeping(KeptAnswers answers, InstantSource time) {
        this.answers = answers;
        this.time = time;
    }

    /** The answer that was kept, or else this one, which may be kept. */
    Outcome answer(Plan plan, List<Header> headers, Supplier<Outcome> asking) {
        InstanceId instance = plan.reached().id();
        if (!plan.inquiry().resource().vendorMethod().equals(READING)) {
            try {
                return asking.get();
            } finally {
                answers.forget(instance);
            }
        }
        Preferences wanted = plan.reached().connection().instance().preferences();
        if (!wanted.cachingEnabled() || forbids(headers, "no-store")) {
            return asking.get();
        }
        String question = question(plan);
        Instant now = time.instant();
        Optional<KeptAnswer> kept =
                forbids(headers, "no-cache")
                        ? Optional.empty()
                        : answers.find(instance, question)
                                .filter(answer -> now.isBefore(answer.until()));
        return kept.map(answer -> again(plan, answer, now))
                .orElseGet(() -> asked(plan, question, asking, wanted));
    }

    private Outcome asked(
            Plan plan, String question, Supplier<Outcome> asking, Preferences wanted) {
        InstanceId instance = plan.reached().id();
        long era = answers.era(instance);
        Outcome outcome = asking.get();
        if (outcome instanceof Outcome.Answered answered && answered.mayBeKept()) {
            Instant now = time.instant();
            int seconds = bounded(wanted.cacheTimeToLive(), USUAL_SECONDS, MOST_SECONDS);
            answers.keep(
                    instance,
                    question,
                    new KeptAnswer(
                            answered.json(),
                            answered.returned(),
                            answered.total(),
                            answered.nextPage(),
                            now,
                            now.plusSeconds(seconds)),
                    era,
                    bounded(wanted.maxCacheSize(), USUAL_ENTRIES, MOST_ENTRIES));
        }
        return outcome;
    }

    private static int bounded(int wanted, int usual, int most) {
        return wanted == 0 ? usual : Math.min(wanted, most);
    }

    /** It may be forgotten while a slow caller still takes it, and needs room of its own. */
    private static Outcome again(Plan plan, KeptAnswer kept, Instant now) {
        InstanceId instance = plan.reached().id();
        if (!plan.share().fits(kept.json().length())) {
            return new Outcome.NotCarriedOut(Room.crowded(instance));
        }
        return new Outcome.Answered(
                instance,
                kept.json(),
                kept.returned(),
                kept.total(),
                kept.nextPage(),
                List.of(),
                Optional.of(Duration.between(kept.at(), now)),
                false,
                Held.NOTHING);
    }

    /** What the answer depends on; a changed instance is asked anew. */
    private static String question(Plan plan) {
        Inquiry inquiry = plan.inquiry();
        Instance instance = plan.reached().connection().instance();
        return plan.path()
                + " "
                + inquiry.resource().path()
                + " "
                + said(inquiry.variables())
                + " "
                + said(inquiry.query())
                + " "
                + said(inquiry.headers())
                + " "
                + inquiry.start()
                + " "
                + inquiry.pageSize()
                + " "
                + instance.version()
                + " "
                + plan.shape().ownName()
                + " "
                + plan.reached().connection().transformations().hashCode();
    }

    /** Encoded, so that no value can be taken for another one with a name of its own. */
    private static String said(Map<String, String> values) {
        StringBuilder said = new StringBuilder();
        new TreeMap<>(values)
                .forEach(
                        (name, value) ->
                                said.append(Encoded.of(name))
                                        .append('=')
                                        .append(Encoded.of(value))
                                        .append('&'));
        return said.toString();
    }

    /** Whether these headers forbid something by {@code Cache-Control} (RFC 9111, section 5.2). */
    static boolean forbids(List<Header> headers, String directive) {
        for (Header header : headers) {
            if (header.is("Cache-Control")) {
                for (String said : header.value().toLowerCase(Locale.ROOT).split(",", -1)) {
                    if (said.strip().equals(directive)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
