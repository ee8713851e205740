package io.valence.adapters.vendor;

import org.apache.hc.client5.http.HttpRoute;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.ConnectionEndpoint;
import org.apache.hc.client5.http.io.LeaseRequest;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * The open connections to vendors. Two pools, since the guard wants to know whether a connection
 * will be encrypted and the library does not tell it.
 */
final class Lines implements AutoCloseable {
    private static final TimeValue LONGEST_LIFE = TimeValue.ofMinutes(5);
    private static final TimeValue LONGEST_IDLE = TimeValue.ofSeconds(60);
    private static final TimeValue TRUSTED_IDLE = TimeValue.ofSeconds(1);

    private final PoolingHttpClientConnectionManager secure;
    private final PoolingHttpClientConnectionManager plain;
    private final Timeout connect;
    private final TimeValue keepAlive;

    /**
     * Lines of which none is open yet.
     *
     * @param keepAlive how long one that is not used may be used again
     */
    Lines(VendorSettings settings, Guard guard, TimeValue keepAlive) {
        this.connect = Timeout.of(settings.connect());
        this.keepAlive = keepAlive;
        this.secure = pool(settings, new GuardedResolver(guard, false));
        this.plain = pool(settings, new GuardedResolver(guard, true));
    }

    /** What the sockets' own time-outs would do, the watch does. */
    private PoolingHttpClientConnectionManager pool(
            VendorSettings settings, GuardedResolver resolver) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.STRICT)
                .setConnPoolPolicy(PoolReusePolicy.LIFO)
                .setMaxConnPerRoute(settings.connectionsPerHost())
                .setMaxConnTotal(settings.connections())
                .setDnsResolver(resolver)
                .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(connect).build())
                .setDefaultSocketConfig(
                        SocketConfig.custom()
                                .setTcpNoDelay(true)
                                .setSoTimeout(Timeout.DISABLED)
                                .build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(connect)
                                .setSocketTimeout(Timeout.DISABLED)
                                .setTimeToLive(LONGEST_LIFE)
                                .setValidateAfterInactivity(TRUSTED_IDLE)
                                .build())
                .setConnectionFactory(_ -> Line.unbound())
                .build();
    }

    private PoolingHttpClientConnectionManager to(Origin origin) {
        return origin.isPlain() ? plain : secure;
    }

    /** A line to there, of which there are only so many, open or not. */
    ConnectionEndpoint lease(Origin origin) throws IOException, TimeoutException {
        HttpRoute route = origin.route();
        LeaseRequest request = to(origin).lease("", route, connect, null);
        try {
            return request.get(connect);
        } catch (ExecutionException failed) {
            throw new IOException(failed);
        } catch (InterruptedException interrupted) {
            request.cancel();
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }

    void open(Origin origin, ConnectionEndpoint line, HttpContext context) throws IOException {
        to(origin).connect(line, connect, context);
    }

    /** Takes a line back for others to use. */
    void keep(Origin origin, ConnectionEndpoint line) {
        to(origin).release(line, null, keepAlive);
    }

    /**
     * Takes a line back and drops it.
     *
     * @param hard without a word to the other side, which may not listen
     */
    void drop(Origin origin, ConnectionEndpoint line, boolean hard) {
        try {
            line.close(hard ? CloseMode.IMMEDIATE : CloseMode.GRACEFUL);
        } finally {
            to(origin).release(line, null, TimeValue.ZERO_MILLISECONDS);
        }
    }

    /** Closes lines that nobody has used for long. */
    void sweep() {
        for (PoolingHttpClientConnectionManager pool :
                new PoolingHttpClientConnectionManager[] {secure, plain}) {
            pool.closeExpired();
            pool.closeIdle(LONGEST_IDLE);
        }
    }

    /** How many are in use. */
    int leased() {
        return secure.getTotalStats().getLeased() + plain.getTotalStats().getLeased();
    }

    /** How many wait to be used again. */
    int available() {
        return secure.getTotalStats().getAvailable() + plain.getTotalStats().getAvailable();
    }

    @Override
    public void close() {
        secure.close(CloseMode.IMMEDIATE);
        plain.close(CloseMode.IMMEDIATE);
    }
}
