package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.RunningServer;
import io.valence.server.ServerProcess;
import io.valence.server.TestDatabase;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A server that is killed in the middle of writes, again and again. */
class CrashJourney {
    private static final int ROUNDS = 3;
    private static final int WRITERS = 8;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void losesNothingThatWasAnsweredAndKeepsNothingByHalves(TestDatabase database)
            throws Exception {
        var seed = Long.getLong("seed", new Random().nextLong());
        System.out.println("CrashJourney on " + database + ", seed " + seed);
        var random = new Random(seed);
        var settings = database.fresh();
        var data = folder.resolve("data");
        var ledger = new Ledger();

        for (int round = 0; round < ROUNDS; round++) {
            writeUntilKilled(ledger, data, settings, "round" + round, random);

            try (var server = RunningServer.start(data, settings);
                    var caller = Caller.first(server.url())) {
                assertThat(ledger.contradictions(Stored.marks(server, caller))).isEmpty();
            }
        }

        assertThat(ledger.count()).isGreaterThan(ROUNDS * 50);
    }

    private void writeUntilKilled(
            Ledger ledger, Path data, Map<String, String> settings, String round, Random random)
            throws Exception {
        int end = ledger.count() + 60 + random.nextInt(200);
        try (var process = ServerProcess.run(folder, RunningServer.environment(data, settings));
                var caller = Caller.first(process.url());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> writers = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) {
                var name = round + ".writer" + i;
                writers.add(
                        threads.submit(
                                new Writer(
                                        caller, ledger, name, random.nextLong(), answer -> false)));
            }
            while (ledger.count() < end && writers.stream().noneMatch(Future::isDone)) {
                Thread.sleep(1);
            }
            process.kill();
            for (var writer : writers) {
                assertThat(writer.get()).isNotNegative();
            }
        }
    }
}
