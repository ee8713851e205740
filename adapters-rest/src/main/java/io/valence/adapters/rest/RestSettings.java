package io.valence.adapters.rest;

import java.time.Duration;

/**
 * How the API is served.
 *
 * @param port 0 for any free one
 * @param maximumConnections how many connections are accepted at a time
 * @param maximumCalls how many calls are carried out at a time; more wait
 * @param maximumVendorCalls how many calls through instances there may be besides; more are refused
 * @param idleTimeout how long a connection may be silent
 * @param patience how long a body may take however slowly it flows; after that, a kilobyte a second
 * @param stopTimeout how long calls in flight may take when the server stops
 * @param liveCheck whether vendors are asked about credentials, unless a call says no
 */
public record RestSettings(
        String host,
        int port,
        int maximumConnections,
        int maximumCalls,
        int maximumVendorCalls,
        Duration idleTimeout,
        Duration patience,
        Duration stopTimeout,
        boolean liveCheck) {}
