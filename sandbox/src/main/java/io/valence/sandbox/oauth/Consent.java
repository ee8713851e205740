package io.valence.sandbox.oauth;

import io.valence.sandbox.http.Answer;
import io.valence.sandbox.http.Call;
import io.valence.sandbox.http.Form;
import io.valence.sandbox.http.Refusal;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/** The conversation with a user: the question on a page, the decision, and the way back. */
final class Consent {
    private static final String COOKIE = "sandbox_consent";
    private static final Duration LONGEST = Duration.ofMinutes(30);

    private final Grants grants;
    private final InstantSource clock;

    Consent(Grants grants, InstantSource clock) {
        this.grants = grants;
        this.clock = clock;
    }

    Answer ask(Call call) {
        Authorization authorization;
        try {
            authorization = Authorization.of(call::query, grants::client);
            Optional<String> objection = authorization.objection(call::query);
            if (objection.isPresent()) {
                return Answer.seeOther(authorization.refused(objection.get()));
            }
        } catch (Refusal refusal) {
            return ConsentPage.refusal(refusal.status(), grants.fresh(), refusal.sentence());
        }
        Optional<String> known = call.cookie(COOKIE);
        String browser = known.orElseGet(grants::fresh);
        long expires = clock.instant().plus(LONGEST).toEpochMilli();
        String ticket = new Ticket(authorization, browser, expires).sealed(grants.seal());
        Answer page =
                ConsentPage.question(
                        grants.fresh(),
                        grants.client(authorization.client()).orElseThrow(),
                        authorization,
                        ticket);
        return known.isPresent()
                ? page
                : page.with("Set-Cookie", COOKIE + "=" + browser + "; HttpOnly; SameSite=Lax");
    }

    Answer decide(Call call) throws IOException {
        try {
            Form form = call.form();
            Ticket ticket =
                    Ticket.of(grants.seal(), form.required("ticket"))
                            .filter(each -> isFrom(each, call))
                            .orElseThrow(
                                    () ->
                                            new Refusal(
                                                    403,
                                                    "forbidden",
                                                    "This page is too old, or was not shown in this"
                                                            + " browser. Begin again in the"
                                                            + " application."));
            boolean isAllowed = form.required("decision").equals("allow");
            return Answer.seeOther(answer(ticket.authorization(), isAllowed));
        } catch (Refusal refusal) {
            return ConsentPage.refusal(refusal.status(), grants.fresh(), refusal.sentence());
        }
    }

    private boolean isFrom(Ticket ticket, Call call) {
        return ticket.expires() > clock.millis()
                && call.cookie(COOKIE).filter(ticket.browser()::equals).isPresent();
    }

    /** What a user's decision comes to, for those who ask without a page. */
    String decide(Function<String, Optional<String>> parameters, boolean isAllowed) {
        Authorization authorization = Authorization.of(parameters, grants::client);
        return authorization
                .objection(parameters)
                .map(authorization::refused)
                .orElseGet(() -> answer(authorization, isAllowed));
    }

    private String answer(Authorization authorization, boolean isAllowed) {
        return isAllowed
                ? authorization.accepted(
                        grants.allow(
                                authorization.client(),
                                authorization.redirect(),
                                authorization.scope(),
                                authorization.challenge()))
                : authorization.refused("access_denied");
    }
}
