package io.valence.sandbox.http;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * What calls go through before they are carried out: counted, slowed down, limited, or failed. What
 * is refused behind it is answered in the vendor's words.
 */
public final class Gate {
    private final Function<Refusal, Answer> words;
    private final LongAdder calls = new LongAdder();
    private final ConcurrentLinkedQueue<Fault> faults = new ConcurrentLinkedQueue<>();
    private volatile Duration latency = Duration.ZERO;
    private volatile Optional<RateLimit> limit = Optional.empty();

    /** A gate of a vendor that refuses in these words. */
    public Gate(Function<Refusal, Answer> words) {
        this.words = words;
    }

    /** What goes wrong with one call. */
    public sealed interface Fault {
        /** It is not carried out, and answered so. */
        record Reply(int status, String mediaType, String body) implements Fault {}

        /** It is not carried out, and the connection is closed. */
        record HangUp() implements Fault {}

        /** It is carried out, and the connection is closed in place of the answer. */
        record LoseAnswer() implements Fault {}
    }

    /** Carries out a call, or not. */
    public Answer pass(Call call, Action action) throws IOException {
        calls.increment();
        Fault fault = faults.poll();
        delay();
        return switch (fault) {
            case null -> carryOut(call, action);
            case Fault.Reply(int status, String mediaType, String body) ->
                    Answer.text(status, mediaType, body);
            case Fault.HangUp _ -> Answer.hungUp();
            case Fault.LoseAnswer _ -> {
                carryOut(call, action);
                yield Answer.hungUp();
            }
        };
    }

    private Answer carryOut(Call call, Action action) throws IOException {
        try {
            Optional<RateLimit> limited = limit;
            return limited.isPresent()
                    ? limited.get().pass(call, action, words)
                    : action.answer(call);
        } catch (Refusal refusal) {
            return words.apply(refusal);
        }
    }

    private void delay() throws IOException {
        Duration time = latency;
        if (time.isZero()) {
            return;
        }
        try {
            Thread.sleep(time);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting", stopped);
        }
    }

    /** How long every call waits before it is carried out. */
    public void delayBy(Duration time) {
        latency = time;
    }

    /** Lets the next calls fail, after those that are to fail already. */
    public void failNext(int count, Fault fault) {
        for (int i = 0; i < count; i++) {
            faults.add(fault);
        }
    }

    /** How many calls are carried out in each window of time. */
    public void limitTo(int count, Duration window) {
        limit = Optional.of(new RateLimit(count, window));
    }

    /** Takes the limit, the delay and the failures away. */
    public void open() {
        limit = Optional.empty();
        latency = Duration.ZERO;
        faults.clear();
    }

    /** How many calls there were. */
    public long calls() {
        return calls.sum();
    }
}
