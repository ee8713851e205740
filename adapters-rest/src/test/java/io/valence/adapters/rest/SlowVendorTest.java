package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorRequest;
import io.valence.testkit.api.ApiAnswer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

@Timeout(30)
class SlowVendorTest {
    private static final int MOST_TO_VENDORS = 6;

    /** Lets nobody have an answer until it may. */
    private static final class Asleep implements AnsweringVendors {
        private final CountDownLatch asked = new CountDownLatch(MOST_TO_VENDORS);
        private final CountDownLatch awake = new CountDownLatch(1);

        @Override
        public VendorAnswer send(VendorRequest request) {
            asked.countDown();
            try {
                awake.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
            return VendorBodies.answered(200, VendorBodies.of("awake"));
        }
    }

    @Test
    void leavesRoomForEverythingElse() throws Exception {
        var vendor = new Asleep();
        try (var api = ServedApi.calling(vendor, MOST_TO_VENDORS);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var door = api.door();
            List<Future<ApiAnswer>> calls = new ArrayList<>();
            for (int i = 0; i < MOST_TO_VENDORS; i++) {
                calls.add(threads.submit(() -> api.ada("GET", door).send()));
            }
            vendor.asked.await();

            var oneMore = api.ada("GET", door).send();
            var live = api.anybody("GET", "/elements/health/live").send();
            var metrics = api.anybody("GET", "/elements/metrics").send();
            var created = api.provisioned("Another");

            assertThat(oneMore.status()).isEqualTo(503);
            assertThat(oneMore.header("Retry-After")).contains("1");
            assertThat(oneMore.message()).contains("calls to vendors");
            assertThat(live.status()).isEqualTo(200);
            assertThat(metrics.status()).isEqualTo(200);
            assertThat(created.status()).isEqualTo(200);
            vendor.awake.countDown();
            for (Future<ApiAnswer> call : calls) {
                assertThat(call.get().text()).isEqualTo("awake");
            }
            for (int i = 0; i < 3 * MOST_TO_VENDORS; i++) {
                assertThat(api.ada("GET", door).send().status()).isEqualTo(200);
            }
        }
    }

    private static VendorAnswer answer(String path) {
        return switch (path) {
            case "/late" -> new VendorAnswer.Unreachable("it is asleep", true, true);
            case "/barred" -> new VendorAnswer.Barred("it may not be asked");
            case "/half" ->
                    VendorBodies.answered(
                            200, VendorBodies.of(new VendorBodies.Flow(100, true), 200));
            case "/whole" -> VendorBodies.answered(200, VendorBodies.of("hello"));
            default -> throw new IllegalStateException("a mistake of ours");
        };
    }

    @ParameterizedTest
    @CsvSource({"late,504", "barred,403", "half,502", "whole,200", "mistake,500"})
    void givesAPlaceBackWhateverBecomesOfTheCall(String path, int status) {
        try (var api = ServedApi.calling(request -> answer(request.target()), MOST_TO_VENDORS)) {
            var door = "/instances/" + api.provisioned("Sales").at("/id") + "/proxy/" + path;

            for (int i = 0; i < 3 * MOST_TO_VENDORS; i++) {
                assertThat(api.ada("GET", door).send().status()).isEqualTo(status);
                assertThat(api.anybody("GET", ServedApi.V2 + door).send().status()).isEqualTo(401);
            }
        }
    }
}
