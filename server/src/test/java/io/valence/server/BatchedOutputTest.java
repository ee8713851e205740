package io.valence.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What passes through the log's output, and when. */
class BatchedOutputTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void writesALineThatNoOtherFollows() throws Exception {
        BlockingQueue<String> written = new LinkedBlockingQueue<>();
        BatchedOutput output = BatchedOutput.to(telling(written));

        output.write(bytes("alone\n"));

        assertThat(written.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("alone\n");
    }

    @Test
    void writesAgainAfterAPause() throws Exception {
        BlockingQueue<String> written = new LinkedBlockingQueue<>();
        BatchedOutput output = BatchedOutput.to(telling(written));
        output.write(bytes("early\n"));
        written.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS);

        output.write(bytes("late\n"));

        assertThat(written.poll(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo("late\n");
    }

    @Test
    void writesWhatIsFlushedAtOnce() throws Exception {
        BlockingQueue<String> written = new LinkedBlockingQueue<>();
        BatchedOutput output = BatchedOutput.to(telling(written));

        output.write(bytes("grave\n"));
        output.flush();

        assertThat(String.join("", written)).isEqualTo("grave\n");
    }

    @Test
    void keepsLinesWholeAndInTheirOrder() throws Exception {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        BatchedOutput output = BatchedOutput.to(target);
        List<Exception> failures = new CopyOnWriteArrayList<>();

        List<Thread> writers =
                IntStream.range(0, 8)
                        .mapToObj(writer -> writing(output, writer, failures))
                        .toList();
        for (Thread writer : writers) {
            writer.join(PATIENCE);
        }
        output.flush();

        List<String> lines = target.toString(StandardCharsets.US_ASCII).lines().toList();
        assertThat(failures).isEmpty();
        assertThat(lines).hasSize(8 * 5_000);
        for (int writer = 0; writer < 8; writer++) {
            String of = "writer " + writer + " ";
            Stream<String> own = lines.stream().filter(line -> line.startsWith(of));
            assertThat(own)
                    .containsExactlyElementsOf(
                            IntStream.range(0, 5_000).mapToObj(number -> of + number).toList());
        }
    }

    @Test
    void writesALineThatIsLongerThanItsRoom() throws Exception {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        BatchedOutput output = BatchedOutput.to(target);
        String longest = "x".repeat(200_000) + "\n";

        output.write(bytes("before\n"));
        output.write(bytes(longest));
        output.write(bytes("after\n"));
        output.flush();

        assertThat(target.toString(StandardCharsets.US_ASCII))
                .isEqualTo("before\n" + longest + "after\n");
    }

    private static Thread writing(BatchedOutput output, int writer, List<Exception> failures) {
        return Thread.startVirtualThread(
                () -> {
                    try {
                        for (int number = 0; number < 5_000; number++) {
                            output.write(bytes("writer " + writer + " " + number + "\n"));
                        }
                    } catch (IOException failure) {
                        failures.add(failure);
                    }
                });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static OutputStream telling(BlockingQueue<String> written) {
        return new OutputStream() {
            @Override
            public void write(int one) {
                throw new AssertionError("one byte at a time");
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                written.add(new String(bytes, offset, length, StandardCharsets.US_ASCII));
            }
        };
    }
}
