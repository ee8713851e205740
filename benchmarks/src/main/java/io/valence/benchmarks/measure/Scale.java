package io.valence.benchmarks.measure;

import java.util.Map;
import java.util.Optional;

/**
 * How much is measured.
 *
 * @param rounds how often each of two is measured, in turn
 * @param seconds how long a round of load lasts
 * @param clients how many callers there are at a time
 * @param instancesOnH2 how many instances the large database on H2 has
 * @param instancesOnPostgres how many instances the large database on PostgreSQL has
 * @param renewals how many instances have tokens that are about to expire
 */
public record Scale(
        int rounds,
        int seconds,
        int clients,
        int instancesOnH2,
        int instancesOnPostgres,
        int renewals) {
    /** As the environment wants it. */
    public static Scale of(Map<String, String> environment) {
        return new Scale(
                number(environment, "ROUNDS", 5),
                number(environment, "SECONDS_EACH", 10),
                number(environment, "CLIENTS", 16),
                number(environment, "INSTANCES_H2", 100_000),
                number(environment, "INSTANCES_POSTGRESQL", 1_000_000),
                number(environment, "RENEWALS", 10_000));
    }

    private static int number(Map<String, String> environment, String name, int ordinary) {
        return Optional.ofNullable(environment.get(name)).map(Integer::parseInt).orElse(ordinary);
    }
}
