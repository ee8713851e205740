package io.valence.benchmarks.translation;

import io.valence.adapters.catalog.ShippedElements;
import io.valence.domain.account.Viewer;
import io.valence.domain.element.ElementKey;
import io.valence.domain.query.Ceql;
import io.valence.domain.query.Dialect;
import io.valence.domain.query.Parsed;
import io.valence.domain.query.Translation;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.concurrent.TimeUnit;

/** A {@code where} of three terms, read and translated into a vendor's language. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CeqlBenchmark {
    private static final String WHERE =
            "SalesProfileStatus = 'ACTIVE' AND YearEstablished >= 1990"
                    + " AND OrganizationName != 'O''Brien and Sons'";

    /** Whose language it is. */
    @Param({"oraclesalescloud", "sapanywhere"})
    public String element = "oraclesalescloud";

    private String where = WHERE;
    private Dialect dialect = dialect(element);

    /** Called by JMH. */
    public CeqlBenchmark() {}

    private static Dialect dialect(String element) {
        return ShippedElements.load()
                .find(new Viewer.Anonymous(), new ElementKey(element))
                .orElseThrow()
                .api()
                .dialect()
                .orElseThrow();
    }

    /** Chooses the language, and makes sure that all can be said in it. */
    @Setup
    public void prepare() {
        dialect = dialect(element);
        if (!(translated() instanceof Translation.Written(var text)) || !text.contains("Brien")) {
            throw new IllegalStateException("the expression cannot be said to " + element);
        }
    }

    /** Reading it alone. */
    @Benchmark
    public Parsed parsed() {
        return Ceql.parse(where);
    }

    /** Reading and translating it. */
    @Benchmark
    public Translation translated() {
        return Ceql.parse(where)
                .fold(
                        dialect::where,
                        refused -> {
                            throw new IllegalStateException(refused.sentence());
                        });
    }
}
