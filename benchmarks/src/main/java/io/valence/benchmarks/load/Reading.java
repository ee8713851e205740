package io.valence.benchmarks.load;

import io.valence.adapters.persistence.PlainReads;
import io.valence.adapters.rest.RestApi;
import io.valence.adapters.rest.SameServer;
import io.valence.benchmarks.measure.Client;
import io.valence.benchmarks.measure.Duel;
import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Folder;
import io.valence.benchmarks.measure.Postgres;
import io.valence.benchmarks.measure.Progress;
import io.valence.benchmarks.measure.Scale;
import io.valence.server.MeasuredServer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /instances/{id}} beside a route of the same HTTP server that reads the same rows by
 * plain JDBC and writes the same bytes.
 */
public final class Reading {
    private static final int INSTANCES = 200;

    private Reading() {}

    /** Measures it on H2. */
    public static List<Figure> onH2(Scale scale) throws Exception {
        try (Folder folder = Folder.temporary()) {
            return List.of(
                    measure(
                            scale,
                            folder,
                            "jdbc:h2:file:" + folder.path().resolve("valence"),
                            "H2"));
        }
    }

    /** Measures it on PostgreSQL. */
    public static List<Figure> onPostgres(Scale scale) throws Exception {
        try (Folder folder = Folder.temporary();
                Postgres postgres = Postgres.start()) {
            return List.of(measure(scale, folder, postgres.emptyDatabase("valence"), "PostgreSQL"));
        }
    }

    private static Figure measure(Scale scale, Folder folder, String database, String product)
            throws Exception {
        try (MeasuredServer server = MeasuredServer.start(folder.path(), database);
                PlainReads reads =
                        PlainReads.of(database, server.userSecret(), server.organizationSecret());
                RestApi reference = SameServer.start(new PlainRoute(reads, provisioned(server)))) {
            Wrk warmUp = new Wrk(scale.clients(), 2 * scale.seconds());
            Wrk wrk = new Wrk(scale.clients(), scale.seconds());
            String referenceUrl = "http://127.0.0.1:" + reference.port();
            Progress.say("  warming up");
            read(warmUp, server, server.url());
            read(warmUp, server, referenceUrl);
            Duel<Throughput> duel =
                    Duel.fight(
                            scale.rounds(),
                            () -> read(wrk, server, server.url()),
                            () -> read(wrk, server, referenceUrl));
            return Loads.figure(
                    "`GET /instances/{id}` on " + product + " / the same rows and bytes by JDBC",
                    duel,
                    0.7);
        }
    }

    private static Throughput read(Wrk wrk, MeasuredServer server, String url) throws Exception {
        return wrk.read(url, Oracle.INSTANCES, INSTANCES, server.authorization());
    }

    /** The instances' bytes by their numbers, 1 to as many as there are. */
    private static Map<Long, byte[]> provisioned(MeasuredServer server) throws Exception {
        Map<Long, byte[]> bytes = new HashMap<>();
        try (Client client = new Client(server.url(), server.authorization())) {
            for (long id = 1; id <= INSTANCES; id++) {
                client.post(Oracle.INSTANCES, Oracle.REQUEST);
                bytes.put(id, client.get(Oracle.INSTANCES + "/" + id));
            }
        }
        return bytes;
    }
}
