package io.valence.benchmarks.validation;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.configuration.ConfigurationSchema;
import io.valence.domain.configuration.ValueType;

import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/**
 * The entries of an element as Kafka's {@code ConfigDef}: the same names, types, defaults and
 * required entries, the same longest texts and choices. The formats of ours have no counterpart
 * there, so Kafka has less to do.
 */
final class KafkaDefinition {
    private KafkaDefinition() {}

    static ConfigDef of(ConfigurationSchema schema) {
        ConfigDef definition = new ConfigDef();
        schema.entries().forEach(entry -> define(definition, entry));
        return definition;
    }

    private static void define(ConfigDef definition, ConfigurationEntry entry) {
        Object ifAbsent = null;
        if (entry.defaultValue().isPresent()) {
            ifAbsent = entry.defaultValue().get();
        } else if (entry.required()) {
            ifAbsent = ConfigDef.NO_DEFAULT_VALUE;
        }
        definition.define(
                entry.key().value(),
                type(entry),
                ifAbsent,
                validator(entry.type()),
                entry.required() ? ConfigDef.Importance.HIGH : ConfigDef.Importance.LOW,
                entry.description());
    }

    private static ConfigDef.Type type(ConfigurationEntry entry) {
        if (entry.isSecret()) {
            return ConfigDef.Type.PASSWORD;
        }
        return entry.type() instanceof ValueType.Flag
                ? ConfigDef.Type.BOOLEAN
                : ConfigDef.Type.STRING;
    }

    private static ConfigDef.Validator validator(ValueType type) {
        return switch (type) {
            case ValueType.Choice choice ->
                    (name, value) -> {
                        if (value != null && !choice.options().contains(value)) {
                            throw new ConfigException(name, value, "is not an option");
                        }
                    };
            default -> (name, value) -> refuseTooLong(name, value, type.maximum());
        };
    }

    private static void refuseTooLong(String name, Object value, int maximum) {
        String text =
                switch (value) {
                    case String plain -> plain;
                    case Password secret -> secret.value();
                    case null, default -> "";
                };
        if (text.length() > maximum) {
            throw new ConfigException(name, "a text", "is too long");
        }
    }
}
