package io.valence.application.instance;

import io.valence.application.authorization.ObtainTokens;
import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authentication.GrantType;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.Notice;
import io.valence.domain.configuration.Place;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.ResolvedConfiguration;
import io.valence.domain.configuration.SecretChanges;
import io.valence.domain.configuration.Settings;
import io.valence.domain.configuration.Strictness;
import io.valence.domain.configuration.Verdict;
import io.valence.domain.element.Element;
import io.valence.domain.instance.ExternalAuthentication;
import io.valence.domain.instance.InstanceName;
import io.valence.domain.instance.Preferences;
import io.valence.domain.instance.Tag;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The judgement on a whole draft: every problem of its configuration and of all beside it, at once.
 */
sealed interface Appraisal {
    int MOST_TAGS = 64;
    String PROVIDER_DATA = "/providerData";

    /** The draft can be carried out. */
    record Accepted(
            Optional<InstanceName> name,
            Optional<List<Tag>> tags,
            ResolvedConfiguration configuration,
            SecretChanges secrets,
            Preferences preferences,
            List<Notice> notices)
            implements Appraisal {}

    /** It cannot, for these reasons. */
    record Refused(List<Problem> problems, List<Notice> notices) implements Appraisal {}

    /** Judges the draft of a new instance. */
    static Appraisal ofNew(Element element, InstanceDraft draft, Strictness strictness) {
        List<Problem> beside = misread(element, draft);
        if (draft.name().isEmpty() && !isMisread(draft, "name")) {
            beside.add(new Problem.Missing(Place.member("name")));
        }
        if (element.scheme() instanceof AuthenticationScheme.OAuth2 oauth) {
            if (!draft.isAuthenticatedElsewhere() || draft.providerData().isAnAnswer()) {
                beside.addAll(ObtainTokens.objections(oauth, draft.providerData()));
            } else if (oauth.grant() != GrantType.CLIENT_CREDENTIALS
                    && !Handshake.bringsTokens(element, draft)) {
                beside.add(new Problem.Missing(Place.entry(Tokens.REFRESH_KEY)));
            }
        }
        Verdict verdict = element.validator().validate(draft.configuration(), strictness);
        return judge(verdict, draft, Preferences.ordinary(), beside);
    }

    /** Judges the draft of an instance that nobody makes; it needs no name and no consent. */
    static Appraisal ofTrial(Element element, InstanceDraft draft, Strictness strictness) {
        Verdict verdict = element.validator().validate(draft.configuration(), strictness);
        return judge(verdict, draft, Preferences.ordinary(), misread(element, draft));
    }

    /** Judges the draft of an update, against what the instance holds. */
    static Appraisal ofUpdate(
            Element element,
            Settings settings,
            Preferences preferences,
            InstanceDraft draft,
            Strictness strictness) {
        List<Problem> beside = misread(element, draft);
        if (element.scheme() instanceof AuthenticationScheme.OAuth2 oauth
                && draft.providerData().isAnAnswer()) {
            beside.addAll(ObtainTokens.objections(oauth, draft.providerData()));
        }
        Verdict verdict = element.validator().revise(settings, draft.configuration(), strictness);
        return judge(verdict, draft, preferences, beside);
    }

    /** What the vendor sent a user back with is nothing to elements that ask no user. */
    private static List<Problem> misread(Element element, InstanceDraft draft) {
        List<Problem> misread = new ArrayList<>(draft.misread());
        if (!(element.scheme() instanceof AuthenticationScheme.OAuth2)) {
            misread.removeIf(problem -> problem.place().pointer().startsWith(PROVIDER_DATA));
        }
        return misread;
    }

    private static boolean isMisread(InstanceDraft draft, String member) {
        return draft.misread().stream()
                .anyMatch(problem -> problem.place().equals(Place.member(member)));
    }

    private static Appraisal judge(
            Verdict verdict, InstanceDraft draft, Preferences current, List<Problem> beside) {
        draft.name().flatMap(InstanceName::objectionTo).ifPresent(beside::add);
        draft.tags().ifPresent(tags -> objectToTags(tags, beside));
        objectToPreferences(draft, beside);
        return switch (verdict) {
            case Verdict.Invalid(var problems, var notices) -> {
                List<Problem> all = new ArrayList<>(problems);
                all.addAll(beside);
                yield new Refused(List.copyOf(all), notices);
            }
            case Verdict.Valid(var configuration, var secrets, var notices) ->
                    beside.isEmpty()
                            ? new Accepted(
                                    draft.name().map(InstanceName::of),
                                    draft.tags().map(Appraisal::tags),
                                    configuration,
                                    secrets,
                                    preferences(draft, current),
                                    notices)
                            : new Refused(List.copyOf(beside), notices);
        };
    }

    private static void objectToTags(List<String> tags, List<Problem> problems) {
        if (tags.size() > MOST_TAGS) {
            problems.add(
                    new Problem.Malformed(Place.member("tags"), "at most " + MOST_TAGS + " tags"));
            return;
        }
        for (int i = 0; i < tags.size(); i++) {
            if (!tags.get(i).isBlank()) {
                Tag.objectionTo(i, tags.get(i)).ifPresent(problems::add);
            }
        }
    }

    private static List<Tag> tags(List<String> written) {
        return written.stream().filter(tag -> !tag.isBlank()).map(Tag::of).toList();
    }

    private static void objectToPreferences(InstanceDraft draft, List<Problem> problems) {
        objectToNegative("cacheTimeToLive", draft.cacheTimeToLive(), problems);
        objectToNegative("maxCacheSize", draft.maxCacheSize(), problems);
        draft.externalAuthentication()
                .filter(word -> ExternalAuthentication.named(word).isEmpty())
                .ifPresent(
                        word ->
                                problems.add(
                                        new Problem.NotAnOption(
                                                Place.member("externalAuthentication"),
                                                Arrays.stream(ExternalAuthentication.values())
                                                        .map(ExternalAuthentication::wireName)
                                                        .toList())));
    }

    private static void objectToNegative(
            String member, Optional<Integer> number, List<Problem> problems) {
        if (number.isPresent() && number.get() < 0) {
            problems.add(
                    new Problem.Malformed(
                            Place.member(member), "a whole number that is not negative"));
        }
    }

    private static Preferences preferences(InstanceDraft draft, Preferences current) {
        return new Preferences(
                draft.traceLoggingEnabled().orElse(current.traceLoggingEnabled()),
                draft.cachingEnabled().orElse(current.cachingEnabled()),
                draft.cacheTimeToLive().orElse(current.cacheTimeToLive()),
                draft.maxCacheSize().orElse(current.maxCacheSize()),
                draft.externalAuthentication()
                        .flatMap(ExternalAuthentication::named)
                        .orElse(current.externalAuthentication()));
    }
}
