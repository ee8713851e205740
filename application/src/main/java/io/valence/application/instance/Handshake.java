package io.valence.application.instance;

import io.valence.application.authorization.GiveTokensBack;
import io.valence.application.authorization.ObtainTokens;
import io.valence.application.authorization.ProviderData;
import io.valence.application.authorization.RenewalPace;
import io.valence.application.call.CheckCredentials;
import io.valence.application.call.Recording;
import io.valence.domain.authentication.AuthenticationScheme;
import io.valence.domain.authentication.GrantType;
import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.authorization.Tokens;
import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Origin;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Setting;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.element.Element;
import io.valence.domain.instance.Attempt;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.secret.Secret;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What happens with the vendor before an instance is stored: tokens are had, if the vendor hands
 * out some, and the vendor is asked for something, to see whether it lets the instance in.
 */
public final class Handshake {
    /** Milliseconds since 1970 until long after anybody is around, and no more. */
    private static final int MOST_DIGITS = 14;

    /** Tokens that are good for longer are as good as those without an end. */
    private static final long LONGEST_LIFE = Duration.ofDays(36_500).toSeconds();

    private final ObtainTokens obtain;
    private final CheckCredentials check;
    private final GiveTokensBack giveBack;
    private final RenewalPace pace;
    private final InstantSource time;
    private final RandomGenerator random;
    private final String node;
    private final Optional<Recording> recording;

    /** Handshakes by this node. */
    public Handshake(
            ObtainTokens obtain,
            CheckCredentials check,
            GiveTokensBack giveBack,
            RenewalPace pace,
            InstantSource time,
            RandomGenerator random,
            String node) {
        this(obtain, check, giveBack, pace, time, random, node, Optional.empty());
    }

    private Handshake(
            ObtainTokens obtain,
            CheckCredentials check,
            GiveTokensBack giveBack,
            RenewalPace pace,
            InstantSource time,
            RandomGenerator random,
            String node,
            Optional<Recording> recording) {
        this.recording = recording;
        this.obtain = obtain;
        this.check = check;
        this.giveBack = giveBack;
        this.pace = pace;
        this.time = time;
        this.random = random;
        this.node = node;
    }

    /** The same, and how it goes is kept, if anybody wants that. */
    Handshake recordedBy(Optional<Recording> wanted) {
        return wanted.map(
                        each ->
                                new Handshake(
                                        obtain.watchedBy(each::heard),
                                        check.recordedBy(each),
                                        giveBack,
                                        pace,
                                        time,
                                        random,
                                        node,
                                        wanted))
                .orElse(this);
    }

    private void hide(Stream<Secret> secrets) {
        recording.ifPresent(each -> each.hide(secrets.toList()));
    }

    /** What came of it. */
    sealed interface Result {
        /**
         * The vendor lets the instance in.
         *
         * @param obtained what the vendor has handed out for it just now and for nothing else
         */
        record Done(Optional<FirstGrant> grant, Optional<ObtainTokens.Outcome.Obtained> obtained)
                implements Result {}

        /** Something is wrong with the request. */
        record Rejected(List<Problem> problems) implements Result {}

        /** The vendor does not let it in. */
        record Objected(VendorObjection objection) implements Result {}
    }

    /** Whether an update brings something to get other tokens with. */
    static boolean isWanted(Element element, InstanceDraft draft) {
        if (!(element.scheme() instanceof AuthenticationScheme.OAuth2 oauth)) {
            return false;
        }
        return draft.providerData().isAnAnswer()
                || (oauth.grant() == GrantType.CLIENT_CREDENTIALS
                        ? OAuthClient.IDENTITY.stream().anyMatch(draft.configuration()::says)
                        : bringsTokens(element, draft));
    }

    /** Whether tokens that were had elsewhere come with the configuration. */
    static boolean bringsTokens(Element element, InstanceDraft draft) {
        return Stream.of(Tokens.REFRESH_KEY, Tokens.ACCESS_KEY)
                .filter(draft.configuration()::says)
                .anyMatch(
                        key ->
                                element.schema()
                                        .entry(key)
                                        .filter(ConfigurationEntry::active)
                                        .isPresent());
    }

    Result shake(
            Element element,
            UnlockedConfiguration configuration,
            ProviderData data,
            Attempt.Cause cause,
            boolean checked) {
        return shake(element, configuration, Optional.empty(), data, cause, checked);
    }

    /**
     * The same of an instance that there is.
     *
     * @param kept the refresh token that it has and keeps, unless it is brought or handed out
     *     another
     */
    Result shake(
            Element element,
            UnlockedConfiguration configuration,
            Optional<Secret> kept,
            ProviderData data,
            Attempt.Cause cause,
            boolean checked) {
        hide(configuration.everySecret().stream());
        hide(Stream.concat(kept.stream(), data.code().stream()));
        if (!(element.scheme() instanceof AuthenticationScheme.OAuth2 oauth)) {
            return checked(
                    element,
                    configuration,
                    new Result.Done(Optional.empty(), Optional.empty()),
                    checked);
        }
        Optional<Secret> access = configuration.secrets().find(Tokens.ACCESS_KEY);
        Optional<Secret> refresh = configuration.secrets().find(Tokens.REFRESH_KEY);
        boolean held =
                oauth.grant() != GrantType.CLIENT_CREDENTIALS
                        && !data.isAnAnswer()
                        && (access.isPresent() || refresh.isPresent());
        if (held && access.isPresent()) {
            Tokens tokens = held(access.get(), refresh, configuration).keeping(kept);
            FirstGrant grant = grant(oauth, tokens, cause, Optional.empty());
            Result.Done done = new Result.Done(Optional.of(grant), Optional.empty());
            return checked(element, configuration, done, checked && !stale(tokens));
        }
        ObtainTokens.Outcome outcome =
                held
                        ? obtain.takeOver(element, configuration, refresh.orElseThrow())
                        : obtain.obtain(element, oauth, configuration, data);
        return switch (outcome) {
            case ObtainTokens.Outcome.Obtained obtained -> {
                FirstGrant grant = grant(oauth, obtained.tokens(), cause, Optional.of(200));
                // What became of the caller's own token is the caller's, whatever comes of this.
                Optional<ObtainTokens.Outcome.Obtained> ours =
                        held ? Optional.empty() : Optional.of(obtained);
                Result.Done done = new Result.Done(Optional.of(grant), ours);
                yield checked(element, configuration, done, checked);
            }
            case ObtainTokens.Outcome.Rejected(var problems) -> new Result.Rejected(problems);
            case ObtainTokens.Outcome.Denied(var error, var description) ->
                    objected(new VendorObjection.Denied(error, description));
            case ObtainTokens.Outcome.Refused(var status, var error, var said) ->
                    objected(new VendorObjection.GrantRefused(error, said));
            case ObtainTokens.Outcome.Failed(var status, var said) ->
                    objected(new VendorObjection.Failed(status, said));
            case ObtainTokens.Outcome.Unreachable(var reason, var late) ->
                    objected(new VendorObjection.Unreachable(reason, late));
        };
    }

    private boolean stale(Tokens tokens) {
        return tokens.areStale(time.instant());
    }

    private static Result objected(VendorObjection objection) {
        return new Result.Objected(objection);
    }

    private FirstGrant grant(
            AuthenticationScheme.OAuth2 oauth,
            Tokens tokens,
            Attempt.Cause cause,
            Optional<Integer> status) {
        hide(Stream.concat(Stream.of(tokens.access()), tokens.refresh().stream()));
        boolean renewable =
                tokens.refresh().isPresent() || oauth.grant() == GrantType.CLIENT_CREDENTIALS;
        return new FirstGrant(
                tokens,
                pace.refreshAt(tokens, renewable, random),
                new Attempt(
                        time.instant(),
                        cause,
                        node,
                        0,
                        status,
                        Optional.empty(),
                        Attempt.Result.RENEWED));
    }

    /**
     * Tokens that were had elsewhere. Without a word on how long they are good they are renewed at
     * once if they can be, else used until a 401, whatever the element supposes.
     */
    private Tokens held(
            Secret access, Optional<Secret> refresh, UnlockedConfiguration configuration) {
        Instant now = time.instant();
        Optional<Long> time = supplied(configuration, Tokens.TIME_KEY);
        Instant obtained = time.map(Instant::ofEpochMilli).filter(now::isAfter).orElse(now);
        Optional<Instant> end =
                supplied(configuration, Tokens.INTERVAL_KEY)
                        .or(
                                () ->
                                        time.filter(had -> refresh.isPresent())
                                                .flatMap(
                                                        had ->
                                                                number(
                                                                        configuration,
                                                                        Tokens.INTERVAL_KEY)))
                        .map(seconds -> obtained.plusSeconds(Math.min(seconds, LONGEST_LIFE)));
        return new Tokens(access, refresh, obtained, end.or(() -> refresh.map(renewable -> now)));
    }

    private static Optional<Long> supplied(
            UnlockedConfiguration configuration, ConfigurationKey key) {
        return configuration
                .configuration()
                .setting(key)
                .filter(
                        setting ->
                                setting instanceof Setting.Plain plain
                                        && plain.origin() == Origin.SUPPLIED)
                .flatMap(setting -> number(configuration, key));
    }

    private static Optional<Long> number(
            UnlockedConfiguration configuration, ConfigurationKey key) {
        return configuration.text(key).filter(Handshake::isNumber).map(Long::valueOf);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= MOST_DIGITS
                && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private Result checked(
            Element element,
            UnlockedConfiguration configuration,
            Result.Done done,
            boolean checked) {
        if (!checked) {
            return done;
        }
        Optional<Tokens> tokens = done.grant().map(FirstGrant::tokens);
        Result result =
                switch (check.check(element, configuration, tokens)) {
                    case CheckCredentials.Outcome.LetIn _, CheckCredentials.Outcome.NotDeclared _ ->
                            done;
                    case CheckCredentials.Outcome.Rejected(var problems) ->
                            new Result.Rejected(problems);
                    case CheckCredentials.Outcome.Refused(var status, var said) ->
                            objected(new VendorObjection.CredentialsRefused(status, said));
                    case CheckCredentials.Outcome.Failed(var status, var said) ->
                            objected(new VendorObjection.Failed(status, said));
                    case CheckCredentials.Outcome.Unreachable(var reason, var late) ->
                            objected(new VendorObjection.Unreachable(reason, late));
                };
        if (!(result instanceof Result.Done)) {
            undo(done);
        }
        return result;
    }

    /**
     * Gives back what was handed out after a writing that failed, unless it was done all the same:
     * then there is an instance that uses it. If that cannot be told, nothing is given back.
     */
    void undoUnless(BooleanSupplier stored, Result.Done done) {
        if (done.obtained().isPresent() && !mayBe(stored)) {
            undo(done);
        }
    }

    private static boolean mayBe(BooleanSupplier stored) {
        try {
            return stored.getAsBoolean();
        } catch (RuntimeException unknown) {
            return true;
        }
    }

    /** Gives back what was handed out, since there will be no instance that uses it. */
    void undo(Result.Done done) {
        done.obtained()
                .ifPresent(obtained -> giveBack.giveBack(obtained.client(), obtained.tokens()));
    }
}
