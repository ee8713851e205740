package io.valence.adapters.vendor;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.token.RefreshToken;
import com.nimbusds.oauth2.sdk.token.Tokens;

import io.valence.domain.authorization.TokenAnswer;
import io.valence.domain.secret.Secret;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads what authorization servers answer. */
final class TokenAnswers {
    private static final int OK = 200;
    private static final int MULTIPLE_CHOICES = 300;
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int INTERNAL_SERVER_ERROR = 500;
    private static final long FARTHEST_END = 253_402_300_799L;

    private TokenAnswers() {}

    /** What this reply comes to. Of one that may hold tokens, nothing is ever quoted. */
    static TokenAnswer of(TokenEndpoint.Reply reply, Words words) {
        int status = reply.status();
        if (reply.body().isEmpty()) {
            return new TokenAnswer.Unusable(status, "The answer is longer than any of tokens");
        }
        Optional<TokenMembers> members = TokenMembers.of(reply.body().get());
        if (status >= OK && status < MULTIPLE_CHOICES) {
            return members.flatMap(TokenAnswers::granted)
                    .or(
                            () ->
                                    members.flatMap(TokenMembers::fault)
                                            .map(f -> refused(status, f, words)))
                    .orElseGet(() -> new TokenAnswer.Unusable(status, "The answer holds no token"));
        }
        if (status < BAD_REQUEST) {
            return new TokenAnswer.Unusable(
                    status, "The answer is a redirect, and those are not followed for tokens");
        }
        Optional<TokenMembers.Fault> fault = members.flatMap(TokenMembers::fault);
        boolean passing = status >= INTERNAL_SERVER_ERROR || status == TOO_MANY_REQUESTS;
        return fault.filter(_ -> !passing)
                .map(f -> refused(status, f, words))
                .orElseGet(() -> unusable(status, reply.body().get(), fault, words));
    }

    private static Optional<TokenAnswer> granted(TokenMembers members) {
        Optional<String> access = members.token("access_token");
        if (access.isEmpty()) {
            return Optional.empty();
        }
        Optional<Duration> lifetime = members.lifetime();
        Map<String, Object> repaired = new LinkedHashMap<>();
        repaired.put("access_token", access.get());
        repaired.put("token_type", "Bearer");
        members.token("refresh_token").ifPresent(token -> repaired.put("refresh_token", token));
        lifetime.ifPresent(time -> repaired.put("expires_in", time.toSeconds()));
        try {
            HTTPResponse response = new HTTPResponse(OK);
            response.setContentType("application/json");
            response.setBody(JSONObjectUtils.toJSONString(repaired));
            Tokens tokens = AccessTokenResponse.parse(response).getTokens();
            return Optional.of(
                    new TokenAnswer.Granted(
                            Secret.of(tokens.getAccessToken().getValue()),
                            Optional.ofNullable(tokens.getRefreshToken())
                                    .map(RefreshToken::getValue)
                                    .map(Secret::of),
                            lifetime,
                            term(access.get())));
        } catch (ParseException unfit) {
            return Optional.empty();
        }
    }

    /** The term that a signed token names. The signature is for its recipient to check. */
    private static Optional<TokenAnswer.Term> term(String token) {
        if (!token.startsWith("eyJ")) {
            return Optional.empty();
        }
        try {
            Map<String, Object> claims = JWSObject.parse(token).getPayload().toJSONObject();
            return claims == null
                    ? Optional.empty()
                    : moment(claims, "exp")
                            .map(end -> new TokenAnswer.Term(moment(claims, "iat"), end));
        } catch (java.text.ParseException noJwt) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> moment(Map<String, Object> claims, String name) {
        return claims.get(name) instanceof Number seconds
                        && seconds.longValue() > 0
                        && seconds.longValue() <= FARTHEST_END
                ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
                : Optional.empty();
    }

    private static TokenAnswer refused(int status, TokenMembers.Fault fault, Words words) {
        String code = code(fault, words);
        return new TokenAnswer.Refused(
                status, code, fault.description().map(words::of).orElse(code));
    }

    private static String code(TokenMembers.Fault fault, Words words) {
        return String.valueOf(ErrorObject.removeIllegalChars(words.of(fault.code())));
    }

    private static TokenAnswer unusable(
            int status, String body, Optional<TokenMembers.Fault> fault, Words words) {
        return new TokenAnswer.Unusable(
                status,
                fault.map(TokenMembers.Fault::sentence)
                        .map(words::of)
                        .orElseGet(() -> words.ofPage(body)));
    }
}
