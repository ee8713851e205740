package io.valence.server;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.valence.domain.instance.Attempt;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Locale;
import java.util.function.Consumer;

/** What stays of attempts to renew tokens beside the ledger: a count, and a line in the log. */
final class RenewalRecord implements Consumer<Attempt> {
    private static final Logger LOG = LoggerFactory.getLogger("io.valence.renewal");

    private final MeterRegistry metrics;

    RenewalRecord(MeterRegistry metrics) {
        this.metrics = metrics;
        for (Attempt.Result result : Attempt.Result.values()) {
            counter(result);
        }
    }

    private Counter counter(Attempt.Result result) {
        return Counter.builder("valence.renewals")
                .description("Attempts to renew tokens by what came of them")
                .tag("result", word(result))
                .register(metrics);
    }

    @Override
    public void accept(Attempt attempt) {
        counter(attempt.result()).increment();
        boolean good = attempt.result() == Attempt.Result.RENEWED;
        (good ? LOG.atDebug() : LOG.atWarn())
                .addKeyValue("cause", word(attempt.cause()))
                .addKeyValue("result", word(attempt.result()))
                .addKeyValue("generation", attempt.generation())
                .addKeyValue("status", attempt.vendorStatus().map(String::valueOf).orElse("none"))
                .log(good ? "Tokens renewed" : "Tokens not renewed");
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
