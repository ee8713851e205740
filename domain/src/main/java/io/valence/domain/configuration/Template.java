package io.valence.domain.configuration;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A text that names entries in braces, such as {@code https://{site.url}}; shown as it is, filled
 * when it is used.
 */
public final class Template {
    private final List<String> literals;
    private final List<ConfigurationKey> placeholders;

    private Template(List<String> literals, List<ConfigurationKey> placeholders) {
        this.literals = literals;
        this.placeholders = placeholders;
    }

    /**
     * The template that this text is; none if its braces do not match or hold something that is no
     * key.
     */
    public static Optional<Template> parse(String text) {
        List<String> literals = new ArrayList<>();
        List<ConfigurationKey> placeholders = new ArrayList<>();
        int from = 0;
        while (true) {
            int open = text.indexOf('{', from);
            String literal = open < 0 ? text.substring(from) : text.substring(from, open);
            if (literal.indexOf('}') >= 0) {
                return Optional.empty();
            }
            literals.add(literal);
            if (open < 0) {
                return Optional.of(new Template(List.copyOf(literals), List.copyOf(placeholders)));
            }
            int close = text.indexOf('}', open);
            Optional<ConfigurationKey> key =
                    close < 0
                            ? Optional.empty()
                            : ConfigurationKey.parse(text.substring(open + 1, close));
            if (key.isEmpty()) {
                return Optional.empty();
            }
            placeholders.add(key.get());
            from = close + 1;
        }
    }

    /** The entries it names, in order, repeated where the text repeats them. */
    public List<ConfigurationKey> placeholders() {
        return placeholders;
    }

    /**
     * The http or https address that the text becomes with these values. None if an entry has no
     * value, or if a value would reach beyond the part of the URL in which it stands.
     */
    public Optional<URI> address(Function<ConfigurationKey, Optional<String>> values) {
        AddressBuilder address = new AddressBuilder();
        address.literal(literals.get(0));
        for (int i = 0; i < placeholders.size(); i++) {
            Optional<String> value = values.apply(placeholders.get(i)).filter(v -> !v.isBlank());
            if (value.isEmpty()) {
                return Optional.empty();
            }
            address.value(value.get());
            address.literal(literals.get(i + 1));
        }
        return address.built();
    }

    /** The text with the same filler at every placeholder. */
    String filledWith(String filler) {
        return String.join(filler, literals);
    }
}
