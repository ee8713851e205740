package io.valence.adapters.vendor;

import java.time.Duration;
import java.util.Optional;

/**
 * Settings of this adapter.
 *
 * @param connect for a connection, its encryption included
 * @param firstByte from the end of an API's request to the beginning of its answer
 * @param tokenCall for a whole conversation with an authorization server
 * @param apiCall for a whole call, apart from bodies that flow
 * @param silence how long a body may stand still
 * @param connectionsPerHost how many there are at once to one host
 * @param connections how many there are at once
 * @param bufferedBytes how long an answer may be that is read as a whole
 * @param breaking when a host of APIs is left alone; none if never
 */
public record VendorSettings(
        Duration connect,
        Duration firstByte,
        Duration tokenCall,
        Duration apiCall,
        Duration silence,
        int connectionsPerHost,
        int connections,
        int bufferedBytes,
        Allowance allowance,
        Optional<Breaking> breaking) {
    private static final int MEBIBYTE = 1 << 20;

    /**
     * When a host is left alone: when half of its last calls failed.
     *
     * @param window how many of them count
     * @param least how many there must have been
     * @param rest for how long it is left alone, and then tried
     */
    public record Breaking(int window, int least, Duration rest) {
        /** The usual one. */
        public static final Breaking USUAL = new Breaking(50, 20, Duration.ofSeconds(10));
    }

    /** The same for token calls, which have one deadline and no other. */
    VendorSettings forTokens() {
        return new VendorSettings(
                connect,
                tokenCall,
                tokenCall,
                apiCall,
                tokenCall,
                connectionsPerHost,
                connections,
                bufferedBytes,
                allowance,
                breaking);
    }

    /** The usual ones. */
    public static VendorSettings usual(Allowance allowance) {
        return new VendorSettings(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(60),
                Duration.ofSeconds(120),
                Duration.ofSeconds(30),
                64,
                512,
                MEBIBYTE,
                allowance,
                Optional.of(Breaking.USUAL));
    }
}
