package io.valence.benchmarks.validation;

import io.valence.adapters.catalog.ShippedElements;
import io.valence.domain.account.Viewer;
import io.valence.domain.configuration.ConfigurationValidator;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.configuration.Verdict;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementKey;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigValue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One validation of SAP Anywhere's configuration, by us and by Kafka. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ConfigurationValidation {
    /** Which values are supplied. */
    @Param({"requested", "answered"})
    public String values = "requested";

    private ConfigurationValidator validator = new ConfigurationValidator(sap().schema());
    private Supplied supplied = Supplied.nothing();
    private ConfigDef definition = new ConfigDef();
    private Map<String, String> properties = Map.of();

    /** Called by JMH. */
    public ConfigurationValidation() {}

    private static Element sap() {
        return ShippedElements.load()
                .find(new Viewer.Anonymous(), new ElementKey("sapanywhere"))
                .orElseThrow();
    }

    /** Prepares both, and makes sure that both accept the values. */
    @Setup
    public void prepare() {
        Element sap = sap();
        properties =
                values.equals("requested")
                        ? SapConfiguration.requested()
                        : SapConfiguration.answered();
        validator = sap.validator();
        supplied = Supplied.of(properties);
        definition = KafkaDefinition.of(sap.schema());
        boolean kafkaAccepts = kafka().stream().allMatch(value -> value.errorMessages().isEmpty());
        if (!(valence() instanceof Verdict.Valid) || !kafkaAccepts) {
            throw new IllegalStateException("the values are not accepted by both");
        }
    }

    /** Ours. */
    @Benchmark
    public Verdict valence() {
        return validator.validate(supplied);
    }

    /** Kafka's. */
    @Benchmark
    public List<ConfigValue> kafka() {
        return definition.validate(properties);
    }
}
