package io.valence.server;

/**
 * The threads of the system that virtual threads, and so all calls, are carried by.
 *
 * <p>Java takes one for each core. The calls of one that the system has put aside for another
 * program then wait, though another core may be idle: with two for each, another one takes them
 * over. On two cores, that was worth some 5 in 100 calls a second, and more for those that wait
 * longest.
 */
final class Carriers {
    private static final String COUNT = "jdk.virtualThreadScheduler.parallelism";
    private static final int FOR_EACH_CORE = 2;

    private Carriers() {}

    /** Provides them, before the first virtual thread and unless Java was told how many to take. */
    static void provide() {
        if (System.getProperty(COUNT) == null) {
            int cores = Runtime.getRuntime().availableProcessors();
            System.setProperty(COUNT, Integer.toString(FOR_EACH_CORE * cores));
        }
    }
}
