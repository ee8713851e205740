package io.valence.sandbox;

import io.valence.sandbox.http.Gate;
import io.valence.sandbox.oracle.OracleApi;

import java.time.Duration;

/** The stand-in for Oracle Sales Cloud: where it is, who may use it, and how it misbehaves. */
public final class OracleSalesCloud {
    /** The only user. */
    public static final String USER = "demo@sandbox.example";

    /** The user's password, unless the options name another. */
    public static final String PASSWORD = "sandbox-password";

    private final String address;
    private final String password;
    private final Gate gate;

    OracleSalesCloud(String address, String password, OracleApi api) {
        this.address = address;
        this.password = password;
        this.gate = api.gate();
    }

    /** What stands before {@code /crmRestApi}. */
    public String baseUrl() {
        return address;
    }

    /** The user who is let in. */
    public String user() {
        return USER;
    }

    /** The user's password. */
    public String password() {
        return password;
    }

    /** How long every call waits before it is carried out. */
    public void delay(Duration time) {
        gate.delayBy(time);
    }

    /** Answers the next calls so, without carrying them out. */
    public void answerNext(int count, int status, String mediaType, String body) {
        gate.failNext(count, new Gate.Fault.Reply(status, mediaType, body));
    }

    /** Closes the connection of the next calls, without carrying them out. */
    public void hangUpNext(int count) {
        gate.failNext(count, new Gate.Fault.HangUp());
    }

    /** How many calls are carried out in each window; the others are answered with 429. */
    public void limit(int count, Duration window) {
        gate.limitTo(count, window);
    }

    /** Takes delay, failures and limit away. */
    public void behave() {
        gate.open();
    }

    /** How many calls there were, refused ones included. */
    public long calls() {
        return gate.calls();
    }
}
