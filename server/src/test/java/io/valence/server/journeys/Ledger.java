package io.valence.server.journeys;

import io.valence.server.Caller;
import io.valence.testkit.api.ApiAnswer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What callers were answered, and what they were still waiting for. An instance is known by a mark,
 * which is its name, its only tag, its user name and a part of its password: if they differ, only
 * half of a write arrived.
 */
final class Ledger {
    private final Map<Integer, Optional<String>> answered = new ConcurrentHashMap<>();
    private final Queue<Write> unanswered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger count = new AtomicInteger();

    /**
     * One write of one caller.
     *
     * @param id the instance, unless it is to be made
     * @param mark what to write, unless the instance is to be deleted
     */
    record Write(Optional<Integer> id, Optional<String> mark) {
        ApiAnswer send(Caller caller) {
            if (id.isEmpty()) {
                return caller.post("/instances", body(mark.orElseThrow()));
            }
            String path = "/instances/" + id.get();
            return mark.isEmpty()
                    ? caller.delete(path)
                    : caller.request("PATCH", path).json(body(mark.get())).send();
        }
    }

    static String body(String mark) {
        return """
        {"element": {"key": "oraclesalescloud"}, "name": "%1$s", "tags": ["%1$s"],
         "configuration": {"username": "%1$s", "password": "%2$s", "site.url": "a.example.com"}}
        """
                .formatted(mark, password(mark));
    }

    static String password(String mark) {
        return "password of " + mark;
    }

    void answered(Write write, ApiAnswer answer) {
        answered.put(write.id().orElseGet(() -> answer.at("/id").asInt()), write.mark());
        count.incrementAndGet();
    }

    void unanswered(Write write) {
        unanswered.add(write);
    }

    int count() {
        return count.get();
    }

    /**
     * What is wrong with these marks by the number of their instance; afterwards they are what
     * counts.
     */
    List<String> contradictions(Map<Integer, String> found) {
        List<String> contradictions = new ArrayList<>();
        Map<Integer, Optional<String>> open = new TreeMap<>();
        List<String> made = new ArrayList<>();
        for (Write write : unanswered) {
            write.id()
                    .ifPresentOrElse(
                            id -> open.put(id, write.mark()),
                            () -> made.add(write.mark().orElseThrow()));
        }
        answered.forEach(
                (id, mark) -> {
                    Optional<String> there = Optional.ofNullable(found.get(id));
                    if (!there.equals(mark) && !there.equals(open.getOrDefault(id, mark))) {
                        contradictions.add(id + " was answered as " + mark + ", is " + there);
                    }
                });
        found.forEach(
                (id, mark) -> {
                    if (!answered.containsKey(id) && !made.contains(mark)) {
                        contradictions.add(id + " is there, and nobody made it: " + mark);
                    }
                });
        unanswered.clear();
        answered.replaceAll((id, mark) -> Optional.ofNullable(found.get(id)));
        found.forEach((id, mark) -> answered.put(id, Optional.of(mark)));
        return contradictions;
    }
}
