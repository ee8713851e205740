package io.valence.server.journeys;

import io.valence.server.Caller;
import io.valence.testkit.api.ApiAnswer;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** Somebody who makes, changes and deletes instances of their own until the server is gone. */
final class Writer implements Callable<Integer> {
    private final Caller caller;
    private final Ledger ledger;
    private final String name;
    private final Random random;
    private final Predicate<ApiAnswer> isEnd;
    private final List<Integer> own = new ArrayList<>();

    /** Ends when the connection breaks, or with the first answer that is the end. */
    Writer(Caller caller, Ledger ledger, String name, long seed, Predicate<ApiAnswer> isEnd) {
        this.caller = caller;
        this.ledger = ledger;
        this.name = name;
        this.random = new Random(seed);
        this.isEnd = isEnd;
    }

    @Override
    public Integer call() {
        for (int i = 0; ; i++) {
            Ledger.Write write = next(name + "." + i);
            ApiAnswer answer;
            try {
                answer = write.send(caller);
            } catch (UncheckedIOException gone) {
                ledger.unanswered(write);
                return i;
            }
            if (isEnd.test(answer)) {
                return i;
            }
            if (answer.status() != 200) {
                throw new AssertionError(write + " was answered " + answer);
            }
            ledger.answered(write, answer);
            if (write.id().isEmpty()) {
                own.add(answer.at("/id").asInt());
            }
        }
    }

    private Ledger.Write next(String mark) {
        if (own.isEmpty() || random.nextInt(10) < 5) {
            return new Ledger.Write(Optional.empty(), Optional.of(mark));
        }
        int at = random.nextInt(own.size());
        int id = own.get(at);
        if (random.nextInt(4) == 0) {
            own.subList(at, at + 1).clear();
            return new Ledger.Write(Optional.of(id), Optional.empty());
        }
        return new Ledger.Write(Optional.of(id), Optional.of(mark));
    }
}
