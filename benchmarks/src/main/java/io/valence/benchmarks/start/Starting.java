package io.valence.benchmarks.start;

import io.valence.benchmarks.load.Wrk;
import io.valence.benchmarks.measure.Duel;
import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Folder;
import io.valence.benchmarks.measure.FreePort;
import io.valence.benchmarks.measure.OtherProcess;
import io.valence.benchmarks.measure.Scale;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The way to the first answer, and the memory then and under load, beside a server of the same
 * libraries that has nothing to say. Each start is the first one in an empty folder.
 */
public final class Starting {
    private static final int LOAD_SECONDS = 5;

    private Starting() {}

    private record Start(double seconds, double idleMegabytes, double busyMegabytes) {
        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "%.2f s, %.0f MB, %.0f MB after load",
                    seconds,
                    idleMegabytes,
                    busyMegabytes);
        }
    }

    /** Measures it. */
    public static List<Figure> measure(Scale scale) throws Exception {
        Wrk wrk = new Wrk(scale.clients(), Math.min(LOAD_SECONDS, scale.seconds()));
        Duel<Start> duel = Duel.fight(scale.rounds(), () -> valence(wrk), () -> bare(wrk));
        return List.of(
                figure(
                        "first answer after start / of a bare server",
                        "%.2f s",
                        duel,
                        Start::seconds,
                        new Figure.Target.AtMost(1.5)),
                figure(
                        "memory (RSS) after start",
                        "%.0f MB",
                        duel,
                        Start::idleMegabytes,
                        new Figure.Target.None()),
                figure(
                        "memory (RSS) after load",
                        "%.0f MB",
                        duel,
                        Start::busyMegabytes,
                        new Figure.Target.None()));
    }

    private static Figure figure(
            String name,
            String format,
            Duel<Start> duel,
            ToDoubleFunction<Start> of,
            Figure.Target target) {
        return new Figure(
                name,
                String.format(Locale.ROOT, format, duel.ours(of)),
                String.format(Locale.ROOT, format, duel.reference(of)),
                duel.ratio(of),
                target);
    }

    private static Start valence(Wrk wrk) throws Exception {
        try (Folder folder = Folder.temporary();
                OtherProcess server = OtherProcess.valence(folder.path(), Map.of(), List.of())) {
            return measure(server, "/elements/api-v2/elements/oraclesalescloud/configuration", wrk);
        }
    }

    private static Start bare(Wrk wrk) throws Exception {
        int port = FreePort.any();
        try (Folder folder = Folder.temporary();
                OtherProcess server = OtherProcess.program(bare(folder, port), port)) {
            return measure(server, "/", wrk);
        }
    }

    private static List<String> bare(Folder folder, int port) {
        return List.of(
                BareServer.class.getName(),
                "jdbc:h2:file:" + folder.path().resolve("valence"),
                Integer.toString(port));
    }

    private static Start measure(OtherProcess server, String path, Wrk wrk) throws Exception {
        double seconds = server.secondsToFirstAnswer();
        Thread.sleep(1000);
        double idle = server.megabytes();
        wrk.repeat(server.url(), path);
        return new Start(seconds, idle, server.megabytes());
    }
}
