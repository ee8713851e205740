package io.valence.adapters.vendor;

import io.valence.domain.authorization.VendorAuthorization;
import io.valence.domain.call.KeptAnswers;
import io.valence.domain.call.Vendors;
import io.valence.domain.document.Documents;

import org.apache.hc.core5.util.TimeValue;

/** The door of this adapter: vendors' authorization servers and APIs, by HTTP. */
public final class HttpVendors implements AutoCloseable {
    private static final int MOST_BREAKERS = 10_000;
    private static final TimeValue KEPT = TimeValue.ofSeconds(30);

    /** A request for tokens must not end on a line that the vendor is about to close. */
    private static final TimeValue KEPT_FOR_TOKENS = TimeValue.ofSeconds(1);

    private final TimedLookup lookup;
    private final Lines callLines;
    private final Lines tokenLines;
    private final Watch watch;
    private final Breakers breakers;
    private final ApacheVendors vendors;
    private final NimbusVendorAuthorization authorization;

    private HttpVendors(VendorSettings settings, TimedLookup own, Lookup lookup) {
        Guard guard = new Guard(settings.allowance(), lookup);
        this.lookup = own;
        this.callLines = new Lines(settings, guard, KEPT);
        this.tokenLines = new Lines(settings, guard, KEPT_FOR_TOKENS);
        this.breakers = new Breakers(settings.breaking(), MOST_BREAKERS);
        this.watch = new Watch(this::sweep);
        this.vendors =
                new ApacheVendors(new Wire(guard, callLines, watch, settings), breakers, settings);
        this.authorization =
                new NimbusVendorAuthorization(
                        new Wire(guard, tokenLines, watch, settings.forTokens()), settings);
    }

    /** Opens the way out. Nothing is connected before it is needed. */
    public static HttpVendors open(VendorSettings settings) {
        TimedLookup lookup = new TimedLookup(settings.connect());
        return new HttpVendors(settings, lookup, lookup);
    }

    /** The same with other people's addresses. */
    static HttpVendors open(VendorSettings settings, Lookup lookup) {
        return new HttpVendors(settings, new TimedLookup(settings.connect()), lookup);
    }

    /** The authorization servers. */
    public VendorAuthorization authorization() {
        return authorization;
    }

    /** The letters that vendors' documents are written with. */
    public Documents documents() {
        return new JacksonDocuments();
    }

    /** Answers that may be given again; so many bytes of them. */
    public static KeptAnswers keptAnswers(long mostBytes) {
        return new CaffeineKeptAnswers(mostBytes);
    }

    /** The APIs. */
    public Vendors vendors() {
        return vendors;
    }

    /** How many connections are in use. */
    int leased() {
        return callLines.leased() + tokenLines.leased();
    }

    /** How many connections wait to be used again. */
    int available() {
        return callLines.available() + tokenLines.available();
    }

    private void sweep() {
        callLines.sweep();
        tokenLines.sweep();
        breakers.sweep();
    }

    /** Ends what is under way. */
    @Override
    public void close() {
        watch.close();
        callLines.close();
        tokenLines.close();
        lookup.close();
    }
}
