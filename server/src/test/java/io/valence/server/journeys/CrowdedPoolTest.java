package io.valence.server.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.server.Caller;
import io.valence.server.RunningServer;
import io.valence.server.TestDatabase;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Many more callers than connections to the database. */
class CrowdedPoolTest {
    private static final int CROWD = 64;

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void answersEveryWriteAndReadsMeanwhile(TestDatabase database) throws Exception {
        try (var server = RunningServer.start(folder, narrow(database.fresh()));
                var caller = Caller.first(server.url());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var known = caller.provisioned("Known", "password");
            var path = "/instances/" + known.at("/id").asInt();
            var isOver = new AtomicBoolean();
            var reads = new AtomicInteger();
            List<Future<Integer>> readers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                readers.add(
                        threads.submit(
                                () -> {
                                    while (!isOver.get()) {
                                        assertThat(caller.get(path).json()).isEqualTo(known.json());
                                        reads.incrementAndGet();
                                    }
                                    return reads.get();
                                }));
            }

            var before = reads.get();
            var created = atOnce(i -> () -> caller.provisioned("Crowd " + i, "password", "crowd"));
            var meanwhile = reads.get() - before;
            isOver.set(true);

            for (var reader : readers) {
                assertThat(reader.get(30, TimeUnit.SECONDS)).isPositive();
            }
            assertThat(created).allSatisfy(each -> assertThat(each.status()).isEqualTo(200));
            assertThat(new HashSet<>(created.stream().map(each -> each.at("/id")).toList()))
                    .hasSize(CROWD);
            assertThat(meanwhile).isPositive();
            assertThat(caller.get("/instances").json()).hasSize(CROWD + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void losesNoChangeOfOneInstance(TestDatabase database) throws Exception {
        var settings = narrow(database.fresh());
        settings.put("VALENCE_CATALOG_DIR", catalog().toString());
        try (var server = RunningServer.start(folder.resolve("data"), settings);
                var caller = Caller.first(server.url())) {
            var created =
                    caller.post(
                            "/instances", "{\"element\": {\"key\": \"wide\"}, \"name\": \"n\"}");
            var path = "/instances/" + created.at("/id").asInt();

            var patched =
                    atOnce(
                            i ->
                                    () ->
                                            caller.request("PATCH", path)
                                                    .json(
                                                            "{\"configuration\": {\"entry%d\": \"of %d\"}}"
                                                                    .formatted(i, i))
                                                    .send());

            assertThat(patched).allSatisfy(each -> assertThat(each.status()).isEqualTo(200));
            var read = caller.get(path);
            for (int i = 0; i < CROWD; i++) {
                assertThat(read.text("/configuration/entry" + i)).isEqualTo("of " + i);
            }
        }
    }

    private static Map<String, String> narrow(Map<String, String> database) {
        Map<String, String> settings = new HashMap<>(database);
        settings.put("VALENCE_DATABASE_POOL_SIZE", "4");
        return settings;
    }

    /** An element with an entry for everybody. */
    private Path catalog() throws Exception {
        var entries =
                IntStream.range(0, CROWD)
                        .mapToObj(
                                """
                                {"id": 90000%1$d, "key": "entry%1$d", "name": "Entry", "description": "An entry.", "type": "TEXTFIELD_32"}
                                """
                                        ::formatted)
                        .toList();
        Files.writeString(
                folder.resolve("wide.json"),
                """
                {"id": 900001, "key": "wide", "name": "Wide", "description": "Many entries.",
                 "authentication": {"type": "none"}, "configuration": [%s]}
                """
                        .formatted(String.join(", ", entries)));
        return folder;
    }

    private interface Call {
        Callable<ApiAnswer> of(int number);
    }

    /** The answers to this many calls that begin together. */
    private static List<ApiAnswer> atOnce(Call call) throws Exception {
        var start = new CountDownLatch(1);
        List<Future<ApiAnswer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < CROWD; i++) {
                var one = call.of(i);
                answers.add(
                        threads.submit(
                                () -> {
                                    start.await();
                                    return one.call();
                                }));
            }
            start.countDown();
            List<ApiAnswer> all = new ArrayList<>();
            for (var answer : answers) {
                all.add(answer.get(30, TimeUnit.SECONDS));
            }
            return all;
        }
    }
}
