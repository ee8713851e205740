package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.call.VendorAnswer;
import io.valence.domain.call.VendorRequest;
import io.valence.testkit.api.RawConnection;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Callers who do not wait for an answer, and those who do and have more to say. */
@Timeout(20)
class HungUpCallerTest {
    /** Answers, and not before it may. */
    private static final class Holding implements AnsweringVendors {
        private final IntFunction<VendorAnswer> answers;
        private final AtomicInteger asked = new AtomicInteger();
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch answering = new CountDownLatch(1);

        /** So to each request, of which the first has the number 1. */
        Holding(IntFunction<VendorAnswer> answers) {
            this.answers = answers;
        }

        @Override
        public VendorAnswer send(VendorRequest request) {
            int number = asked.incrementAndGet();
            begun.countDown();
            try {
                answering.await();
            } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
            }
            return answers.apply(number);
        }
    }

    private final Holding vendor =
            new Holding(number -> VendorBodies.answered(503, VendorBodies.of("busy")));
    private final Holding pages = new Holding(HungUpCallerTest::fullPage);

    private static VendorAnswer fullPage(int number) {
        String record = "{\"PartyNumber\":\"%d-%d\"}";
        return VendorBodies.answered(
                200,
                VendorBodies.of(
                        IntStream.range(0, 100)
                                .mapToObj(n -> record.formatted(number, n))
                                .collect(
                                        Collectors.joining(
                                                ",", "{\"items\":[", "],\"hasMore\":true}"))));
    }

    private static String request(ServedApi api) {
        String token = api.provisioned("Sales").text("/token");
        return "GET %s/accounts HTTP/1.1\r\nHost: h\r\nAuthorization: %s, Element %s\r\n\r\n"
                .formatted(ServedApi.V2, api.ada(), token);
    }

    /** Hangs up while the vendor has the first request, and waits until the call is over. */
    private static void hangUp(Holding vendor, Function<ServedApi, String> request)
            throws Exception {
        try (var api = ServedApi.shipped(vendor);
                var log = new CapturedLog("io.valence.request")) {
            RawConnection connection = api.connect();
            connection.send(request.apply(api));
            vendor.begun.await();
            connection.close();
            // The end of the connection takes a moment to come through the loopback.
            Thread.sleep(200);

            vendor.answering.countDown();
            while (!log.lines().toString().contains("/accounts")) {
                Thread.sleep(20);
            }
        }
    }

    @Test
    void asksTheVendorNoMoreForOneWhoHasHungUp() throws Exception {
        hangUp(vendor, HungUpCallerTest::request);

        assertThat(vendor.asked).hasValue(1);
    }

    @Test
    void asksTheVendorAgainForOneWhoWaits() throws IOException {
        vendor.answering.countDown();
        try (var api = ServedApi.shipped(vendor);
                var connection = api.connect()) {
            connection.send(request(api));

            assertThat(connection.receive().status()).isEqualTo(502);
            assertThat(vendor.asked).hasValue(3);
        }
    }

    @Test
    void losesNothingOfWhatOneWhoWaitsHasSentAhead() throws IOException {
        vendor.answering.countDown();
        try (var api = ServedApi.shipped(vendor);
                var connection = api.connect()) {
            String request = request(api);
            connection.send(request + request);
            connection.send(request.substring(0, 40));

            assertThat(connection.receive().status()).isEqualTo(502);
            assertThat(connection.receive().status()).isEqualTo(502);
            connection.send(request.substring(40));
            assertThat(connection.receive().status()).isEqualTo(502);
            assertThat(vendor.asked).hasValue(9);
        }
    }

    @Test
    void answersOneWhoWaitsAndHasNothingMoreToSay() throws IOException {
        vendor.answering.countDown();
        try (var api = ServedApi.shipped(vendor);
                var connection = api.connect()) {
            connection.send(request(api)).endsSending();

            assertThat(connection.receive().status()).isEqualTo(502);
        }
    }

    private static String listOf(ServedApi api, int records) {
        return request(api).replace("/accounts", "/accounts?pageSize=" + records);
    }

    @Test
    void fetchesNoFurtherPageForOneWhoHasHungUp() throws Exception {
        hangUp(pages, api -> listOf(api, 300));

        assertThat(pages.asked).hasValue(1);
    }

    @Test
    void tellsOneWhoHasEndedSendingThatTheListWasNotFetched() throws Exception {
        try (var api = ServedApi.shipped(pages);
                var connection = api.connect()) {
            connection.send(listOf(api, 300)).endsSending();
            pages.begun.await();
            Thread.sleep(200);
            pages.answering.countDown();

            var answer = connection.receive();

            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.header("Elements-Element-Instance-Id")).isPresent();
            assertThat(answer.text()).contains("Keep it open, also for sending");
        }
    }

    @Test
    void losesNothingOfWhatIsSentWhileAListIsFetched() throws IOException {
        pages.answering.countDown();
        try (var api = ServedApi.shipped(pages);
                var connection = api.connect()) {
            connection.send(listOf(api, 300) + listOf(api, 200));

            assertThat(connection.receive().header("Elements-Returned-Count")).contains("300");
            assertThat(connection.receive().header("Elements-Returned-Count")).contains("200");
            assertThat(pages.asked).hasValue(5);
        }
    }

    private void readsRightAfter(String framing, String body) throws Exception {
        try (var api = ServedApi.shipped(vendor);
                var connection = api.connect()) {
            String request = request(api);
            int end = request.length() - 2;

            connection.send(request.substring(0, end) + framing + "\r\n\r\n");
            vendor.begun.await();
            connection.send(body + request.substring(0, 10));
            Thread.sleep(200);
            vendor.answering.countDown();

            assertThat(connection.receive().status()).isEqualTo(502);
            connection.send(request.substring(10));
            assertThat(connection.receive().status()).isEqualTo(502);
            assertThat(vendor.asked).hasValue(6);
        }
    }

    @Test
    void losesNothingOfABodyThatNobodyHasRead() throws Exception {
        readsRightAfter("Content-Length: 5", "hello");
    }

    @Test
    void losesNothingOfABodyInPiecesThatNobodyHasRead() throws Exception {
        readsRightAfter("Transfer-Encoding: chunked", "5\r\nhello\r\n0\r\n\r\n");
    }
}
