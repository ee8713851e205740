package io.valence.server;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import io.valence.application.authorization.GiveTokensBack;
import io.valence.application.authorization.RenewDueTokens;
import io.valence.domain.instance.Grants;
import io.valence.domain.trace.Traces;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/**
 * What is done again and again by one of all server processes on a database: the scheduler sees to
 * it that it is one, and that another goes on if that one dies.
 */
final class Upkeep implements AutoCloseable {
    private static final Duration RENEWALS = Duration.ofSeconds(2);
    private static final Duration GIVING_BACK = Duration.ofSeconds(10);
    private static final Duration FORGETTING = Duration.ofHours(1);

    private static final Duration POLLING = Duration.ofSeconds(1);
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);
    private static final int MISSED_HEARTBEATS = 4;
    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    /** How long the ledger is kept, and how much of it for each instance. */
    private static final Duration LEDGER = Duration.ofDays(90);

    private static final int MOST_ATTEMPTS = 1_000;

    private final Scheduler scheduler;

    private Upkeep(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    static Upkeep started(
            Storage storage,
            RenewDueTokens renew,
            GiveTokensBack giveBack,
            Grants grants,
            Traces traces,
            InstantSource time,
            Node node) {
        List<RecurringTask<Void>> tasks =
                List.of(
                        task("renew-due-tokens", RENEWALS, renew::run),
                        task("give-tokens-back", GIVING_BACK, giveBack::run),
                        task(
                                "forget-attempts",
                                FORGETTING,
                                () -> grants.forget(time.instant().minus(LEDGER), MOST_ATTEMPTS)),
                        task(
                                "forget-traces",
                                FORGETTING,
                                () -> traces.forget(time.instant().minus(Traces.LONGEST))));
        Scheduler scheduler =
                Scheduler.create(storage.persistence().dataSource())
                        .startTasks(tasks)
                        .threads(tasks.size())
                        .schedulerName(node::name)
                        .pollingInterval(POLLING)
                        .heartbeatInterval(HEARTBEAT)
                        .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                        .shutdownMaxWait(LONGEST_STOP)
                        .alwaysPersistTimestampInUTC()
                        .build();
        scheduler.start();
        return new Upkeep(scheduler);
    }

    private static RecurringTask<Void> task(String name, Duration pause, Runnable action) {
        return Tasks.recurring(name, FixedDelay.of(pause))
                .execute((instance, context) -> action.run());
    }

    /** Begins nothing new, and waits a little for what is under way. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
