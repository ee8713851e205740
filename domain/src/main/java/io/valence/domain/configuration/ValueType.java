package io.valence.domain.configuration;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What kind of text an entry takes: one leaf for each type that element files name. */
public sealed interface ValueType {
    /**
     * The most characters that any value may have: what a paragraph, code, a secret or a vendor's
     * token can need.
     */
    int LONGEST = 65_536;

    /** The type's name in element files and answers, such as {@code TEXTFIELD_128}. */
    String name();

    /** The most characters (code points) that a value may have. */
    int maximum();

    /** What is wrong with this text as a value of this type, if something is. */
    default Optional<Problem> objectionTo(ConfigurationKey key, String text) {
        return Optional.empty();
    }

    /** The text as it is kept. */
    default String normal(String text) {
        return text;
    }

    /** Whether line breaks, tabs and other control characters may occur. */
    default boolean takesControlCharacters() {
        return false;
    }

    /** One line of at most so many characters. */
    static ValueType text(int maximum) {
        return new Text(maximum);
    }

    /** A text that is kept secret. */
    static ValueType secretText() {
        return new SecretText();
    }

    /** {@code true} or {@code false}. */
    static ValueType flag() {
        return new Flag(false);
    }

    /** The type of this name, if there is one; the options matter to {@code COMBO} alone. */
    static Optional<ValueType> named(String name, List<String> options) {
        return switch (name) {
            case "TEXTAREA" -> Optional.of(new Paragraph());
            case "CODE_EDITOR" -> Optional.of(new Code());
            case "BOOLEAN" -> Optional.of(new Flag(false));
            case "BOOLEAN_YESNO" -> Optional.of(new Flag(true));
            case "PASSWORD" -> Optional.of(new SecretText());
            case "COMBO" -> Optional.of(new Choice(options));
            default -> Text.named(name);
        };
    }

    /** One line of text, {@code TEXTFIELD_n}. */
    record Text(int maximum) implements ValueType {
        private static final String PREFIX = "TEXTFIELD_";

        public Text {
            if (maximum < 1 || maximum > LONGEST) {
                throw new IllegalArgumentException("a text has 1 to 65536 characters: " + maximum);
            }
        }

        private static Optional<ValueType> named(String name) {
            String digits = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : "";
            if (digits.isEmpty()
                    || digits.length() > 5
                    || digits.charAt(0) == '0'
                    || !digits.chars().allMatch(c -> Characters.isDigit((char) c))
                    || Integer.parseInt(digits) > LONGEST) {
                return Optional.empty();
            }
            return Optional.of(new Text(Integer.parseInt(digits)));
        }

        @Override
        public String name() {
            return PREFIX + maximum;
        }
    }

    /** Lines of text, {@code TEXTAREA}. */
    record Paragraph() implements ValueType {
        @Override
        public String name() {
            return "TEXTAREA";
        }

        @Override
        public int maximum() {
            return LONGEST;
        }

        @Override
        public boolean takesControlCharacters() {
            return true;
        }
    }

    /** Source text, {@code CODE_EDITOR}. */
    record Code() implements ValueType {
        @Override
        public String name() {
            return "CODE_EDITOR";
        }

        @Override
        public int maximum() {
            return LONGEST;
        }

        @Override
        public boolean takesControlCharacters() {
            return true;
        }
    }

    /**
     * {@code true} or {@code false} in text, {@code BOOLEAN}; a console may show yes and no, {@code
     * BOOLEAN_YESNO}.
     */
    record Flag(boolean shownAsYesNo) implements ValueType {
        @Override
        public String name() {
            return shownAsYesNo ? "BOOLEAN_YESNO" : "BOOLEAN";
        }

        @Override
        public int maximum() {
            return 5;
        }

        @Override
        public Optional<Problem> objectionTo(ConfigurationKey key, String text) {
            return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false") || text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            new Problem.NotAnOption(Place.entry(key), List.of("true", "false")));
        }

        @Override
        public String normal(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    }

    /** A text that is kept secret, {@code PASSWORD}. */
    record SecretText() implements ValueType {
        @Override
        public String name() {
            return "PASSWORD";
        }

        @Override
        public int maximum() {
            return LONGEST;
        }
    }

    /** One of some options, {@code COMBO}; without options, any text. */
    record Choice(List<String> options) implements ValueType {
        public Choice {
            options = List.copyOf(options);
        }

        @Override
        public String name() {
            return "COMBO";
        }

        @Override
        public int maximum() {
            return 1000;
        }

        @Override
        public Optional<Problem> objectionTo(ConfigurationKey key, String text) {
            return options.isEmpty() || options.contains(text) || text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Problem.NotAnOption(Place.entry(key), options));
        }
    }
}
