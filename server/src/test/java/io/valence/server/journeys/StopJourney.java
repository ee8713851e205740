package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.RunningServer;
import io.valence.server.ServerProcess;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A server that is told to stop while it has a lot to do. */
class StopJourney {
    @TempDir Path folder;

    @Test
    void saysThatItIsNotReadyThenFinishesWhatItHasBegun() throws Exception {
        var data = folder.resolve("data");
        var ledger = new Ledger();
        var environment = RunningServer.environment(data, Map.of("VALENCE_DRAIN_DELAY", "1500ms"));
        int atSignal;
        int whenNotReady;

        try (var process = ServerProcess.run(folder, environment);
                var caller = Caller.first(process.url());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var writers = write(caller, ledger, threads::submit);
            awaitCount(ledger, 100);
            process.terminate();
            atSignal = ledger.count();
            whenNotReady = awaitNotReady(process, ledger);
            assertThat(process.status()).isEqualTo(143);
            for (var writer : writers) {
                assertThat(writer.get()).isNotNegative();
            }
            assertThat(process.err()).doesNotContain(" ERROR ", " WARN ");
            assertThat(process.err().lines().toList().getLast()).endsWith(" Stopped");
        }

        assertThat(ledger.count()).isGreaterThan(whenNotReady);
        assertThat(whenNotReady).isGreaterThanOrEqualTo(atSignal);
        try (var server = RunningServer.start(data, Map.of());
                var caller = Caller.first(server.url())) {
            assertThat(ledger.contradictions(Stored.marks(server, caller))).isEmpty();
        }
    }

    private interface Starter {
        Future<Integer> start(Writer writer);
    }

    /** A stopping server may say so to calls that come too late. */
    private static List<Future<Integer>> write(Caller caller, Ledger ledger, Starter starter) {
        List<Future<Integer>> writers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            writers.add(
                    starter.start(
                            new Writer(
                                    caller,
                                    ledger,
                                    "writer" + i,
                                    new Random().nextLong(),
                                    answer -> answer.status() == 503)));
        }
        return writers;
    }

    private static void awaitCount(Ledger ledger, int count) throws InterruptedException {
        while (ledger.count() < count) {
            Thread.sleep(1);
        }
    }

    /** How much was answered by the time when it says so; it still listens then. */
    private static int awaitNotReady(ServerProcess process, Ledger ledger)
            throws IOException, InterruptedException {
        while (ServerProcess.get(process.url() + "/elements/health/ready").statusCode() == 200) {
            Thread.sleep(5);
        }
        return ledger.count();
    }
}
