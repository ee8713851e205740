package io.valence.adapters.vendor;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A lookup with an end to its patience. It runs on threads of its own, since a slow name server
 * would otherwise hold the few threads that carry all virtual ones.
 *
 * <p>Of one name there is one lookup at a time, for all who ask: whoever asks for a name that takes
 * long again and again holds one thread and not all. One that has not begun when nobody waits for
 * it any more never does.
 */
final class TimedLookup implements Lookup, AutoCloseable {
    private static final int THREADS = 64;
    private static final int WAITING = 1_024;
    private static final long IDLE_SECONDS = 30;

    private final Lookup lookup;
    private final Duration patience;
    private final Map<String, Question> questions = new HashMap<>();
    private final ThreadPoolExecutor threads;

    /** The platform's lookup. */
    TimedLookup(Duration patience) {
        this(host -> List.of(InetAddress.getAllByName(host)), patience, THREADS, WAITING);
    }

    /**
     * Another lookup.
     *
     * @param atOnce how many names are looked up at once
     * @param waiting how many more may wait for that
     */
    TimedLookup(Lookup lookup, Duration patience, int atOnce, int waiting) {
        this.lookup = lookup;
        this.patience = patience;
        this.threads =
                new ThreadPoolExecutor(
                        atOnce,
                        atOnce,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(waiting),
                        Thread.ofPlatform().daemon().name("vendor-lookup-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public List<InetAddress> all(String host) throws UnknownHostException {
        Question question = ask(host);
        try {
            return question.answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException unknown) {
            throw new UnknownHostException(host);
        } catch (TimeoutException tooSlow) {
            giveUp(question);
            throw new Late(host);
        } catch (InterruptedException interrupted) {
            giveUp(question);
            Thread.currentThread().interrupt();
            throw new Late(host);
        }
    }

    /** The question about this host, to which one more wants the answer. */
    private synchronized Question ask(String host) throws Late {
        Question question =
                Optional.ofNullable(questions.get(host)).orElseGet(() -> new Question(host));
        if (question.asking == 0) {
            try {
                threads.execute(question);
            } catch (RejectedExecutionException tooMany) {
                throw new Late(host);
            }
            questions.put(host, question);
        }
        question.asking++;
        return question;
    }

    /** One that has begun stays, so that it is not begun again beside itself. */
    private synchronized void giveUp(Question question) {
        if (question.asking == 1 && !threads.remove(question)) {
            return;
        }
        question.asking--;
        if (question.asking == 0) {
            questions.remove(question.host, question);
        }
    }

    private synchronized void end(Question question) {
        questions.remove(question.host, question);
    }

    /** A lookup for all who want it. */
    private final class Question implements Runnable {
        private final String host;
        private final CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
        private int asking;

        private Question(String host) {
            this.host = host;
        }

        @Override
        public void run() {
            List<InetAddress> addresses;
            try {
                addresses = lookup.all(host);
            } catch (UnknownHostException | RuntimeException unknown) {
                end(this);
                answer.completeExceptionally(unknown);
                return;
            }
            // Whoever asks from now on asks anew: an answer is as old as the question at most.
            end(this);
            answer.complete(addresses);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Says that there was no answer in time, which is not the same as that there is no host. */
    static final class Late extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        Late(String host) {
            super(host);
        }
    }
}
