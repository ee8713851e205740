package io.valence.domain.instance;

import java.util.Optional;

/** Whether tokens were fetched elsewhere before the instance was made. */
public enum ExternalAuthentication {
    /** No: the instance authenticates from its beginning. */
    NONE("none"),
    /** Yes: the first tokens come with the configuration. */
    INITIAL("initial");

    private final String wireName;

    ExternalAuthentication(String wireName) {
        this.wireName = wireName;
    }

    /** The word in requests and answers. */
    public String wireName() {
        return wireName;
    }

    /** The choice that this word stands for. */
    public static Optional<ExternalAuthentication> named(String word) {
        for (ExternalAuthentication choice : values()) {
            if (choice.wireName.equals(word)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }
}
