package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.Client;
import io.valence.benchmarks.measure.Duel;
import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Folder;
import io.valence.benchmarks.measure.Postgres;
import io.valence.benchmarks.measure.Progress;
import io.valence.benchmarks.measure.Scale;
import io.valence.server.MeasuredServer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;

/**
 * {@code POST /instances} on PostgreSQL beside pgbench, which runs the statements that one such
 * request logs, with as many clients, in the same tables.
 */
public final class Writing {
    private static final String DATABASE = "valence";

    private Writing() {}

    /** Measures it. */
    public static List<Figure> measure(Scale scale) throws Exception {
        try (Folder folder = Folder.temporary();
                Postgres postgres = Postgres.start();
                MeasuredServer server =
                        MeasuredServer.start(folder.path(), postgres.emptyDatabase(DATABASE))) {
            Path script = folder.path().resolve("post.sql");
            Files.writeString(script, script(server, postgres));
            Progress.say("  pgbench runs:%n%s", Files.readString(script).indent(4));
            Wrk wrk = new Wrk(scale.clients(), scale.seconds());
            Pgbench pgbench = new Pgbench(postgres.port(), DATABASE, script);
            Progress.say("  warming up");
            post(new Wrk(scale.clients(), 2 * scale.seconds()), server);
            pgbench.run(scale.clients(), scale.seconds());
            Duel<Throughput> duel =
                    Duel.fight(
                            scale.rounds(),
                            () -> post(wrk, server),
                            () -> pgbench.run(scale.clients(), scale.seconds()));
            return List.of(
                    Loads.figure(
                            "`POST /instances` on PostgreSQL / pgbench with its statements",
                            duel,
                            0.4));
        }
    }

    private static Throughput post(Wrk wrk, MeasuredServer server) throws Exception {
        return wrk.post(server.url(), Oracle.INSTANCES, server.authorization(), Oracle.REQUEST);
    }

    private static String script(MeasuredServer server, Postgres postgres) throws Exception {
        try (Client client = new Client(server.url(), server.authorization());
                Connection connection = postgres.connect(DATABASE)) {
            client.post(Oracle.INSTANCES, Oracle.REQUEST);
            List<String> statements =
                    StatementTap.during(() -> client.post(Oracle.INSTANCES, Oracle.REQUEST));
            return new PgbenchScript(connection).of(statements);
        }
    }
}
