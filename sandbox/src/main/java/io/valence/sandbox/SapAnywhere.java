package io.valence.sandbox;

import io.valence.sandbox.http.Action;
import io.valence.sandbox.http.Gate;
import io.valence.sandbox.http.Refusal;
import io.valence.sandbox.oauth.OAuthServer;
import io.valence.sandbox.sap.SapApi;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The stand-in for SAP Anywhere: where it is, who may use it, and how it misbehaves. */
public final class SapAnywhere {
    /** The application that anybody may use, with any address to be sent back to. */
    public static final String CLIENT_ID = "sandbox-client";

    /** Its secret. */
    public static final String CLIENT_SECRET = "sandbox-secret";

    /** The scope that it usually asks for. */
    public static final String SCOPE = "BusinessData_RW";

    private static final List<String> OAUTH = List.of("sbo", "oauth2");
    private static final String API = "v1";

    private final String address;
    private final OAuthServer oauth;
    private final SapApi api;

    SapAnywhere(String address, OAuthServer oauth, SapApi api) {
        this.address = address;
        this.oauth = oauth;
        this.api = api;
    }

    Action action() {
        return call -> {
            if (call.path().size() > 2 && call.path().subList(0, 2).equals(OAUTH)) {
                return oauth.answer(call.below(2));
            }
            if (call.path().size() > 1 && call.path().getFirst().equals(API)) {
                return api.answer(call.below(1));
            }
            throw Refusal.notFound("There is nothing here but /v1/ and /sbo/oauth2/.");
        };
    }

    /** What the API's paths come after; it ends with a slash, as the vendor's does. */
    public String baseUrl() {
        return address + "/" + API + "/";
    }

    /** Where users are sent to be asked. */
    public String authorizationUrl() {
        return oauth("authorize");
    }

    /** Where tokens are given. */
    public String tokenUrl() {
        return oauth("token");
    }

    /** Where tokens are taken back. */
    public String revocationUrl() {
        return oauth("revoke");
    }

    private String oauth(String name) {
        return address + "/" + String.join("/", OAUTH) + "/" + name;
    }

    /** Where a user who allows what this authorization address asks for is sent, with a code. */
    public URI allow(String authorizationAddress) {
        return URI.create(oauth.decide(URI.create(authorizationAddress), true));
    }

    /** Where a user who denies it is sent, with an error. */
    public URI deny(String authorizationAddress) {
        return URI.create(oauth.decide(URI.create(authorizationAddress), false));
    }

    /** How long the access tokens live that are given from now on. */
    public void accessTokenLifetime(Duration time) {
        oauth.grants().lifetime(time);
    }

    /** Whether a refresh gives a new refresh token, and makes the old one a trap. */
    public void rotation(boolean on) {
        oauth.grants().rotates(on);
    }

    /** Ends every access token; refresh tokens stay good. */
    public void expireAccessTokens() {
        oauth.grants().expireAccessTokens();
    }

    /** Takes back every grant. */
    public void revokeEverything() {
        oauth.grants().revokeEverything();
    }

    /** How long every token request waits before it is carried out. */
    public void delayTokens(Duration time) {
        oauth.tokens().delayBy(time);
    }

    /** Answers the next token requests so, without carrying them out. */
    public void answerNextTokens(int count, int status, String mediaType, String body) {
        oauth.tokens().failNext(count, new Gate.Fault.Reply(status, mediaType, body));
    }

    /** Closes the connection of the next token requests, without carrying them out. */
    public void hangUpNextTokens(int count) {
        oauth.tokens().failNext(count, new Gate.Fault.HangUp());
    }

    /** Carries the next token requests out, and closes the connection in place of the answer. */
    public void loseNextTokenAnswers(int count) {
        oauth.tokens().failNext(count, new Gate.Fault.LoseAnswer());
    }

    /** Answers the next revocations so, without carrying them out. */
    public void answerNextRevocations(int count, int status, String mediaType, String body) {
        oauth.revocations().failNext(count, new Gate.Fault.Reply(status, mediaType, body));
    }

    /** How long every call of the API waits before it is carried out. */
    public void delay(Duration time) {
        api.gate().delayBy(time);
    }

    /** Answers the next calls of the API so, without carrying them out. */
    public void answerNext(int count, int status, String mediaType, String body) {
        api.gate().failNext(count, new Gate.Fault.Reply(status, mediaType, body));
    }

    /** Closes the connection of the next calls of the API, without carrying them out. */
    public void hangUpNext(int count) {
        api.gate().failNext(count, new Gate.Fault.HangUp());
    }

    /** How many calls of the API are carried out in each window; the others get a 429. */
    public void limit(int count, Duration window) {
        api.gate().limitTo(count, window);
    }

    /** Takes every delay, failure and limit away. */
    public void behave() {
        oauth.tokens().open();
        oauth.revocations().open();
        api.gate().open();
    }

    /** How many token requests there were, failed ones included. */
    public long tokenRequests() {
        return oauth.tokens().calls();
    }

    /** How many token requests of a known client there were with this grant type. */
    public long tokenRequests(String grantType) {
        return oauth.requests(grantType);
    }

    /** How often a refresh token came that had been used before. */
    public long refreshReuses() {
        return oauth.grants().reuses();
    }

    /** How many revocations were asked for. */
    public long revocations() {
        return oauth.revocations().calls();
    }

    /** How many calls of the API there were, refused ones included. */
    public long calls() {
        return api.gate().calls();
    }
}
