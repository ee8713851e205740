package io.valence.domain.configuration;

/** Where in a request a problem lies. */
public sealed interface Place {
    /** A JSON pointer (RFC 6901) into the request's body. */
    String pointer();

    /** The short name that people know the place by. */
    String name();

    /** An entry of the configuration. */
    static Place entry(ConfigurationKey key) {
        return new Entry(key);
    }

    /** Another member of the request, such as {@code name} or {@code tags/0}. */
    static Place member(String path) {
        return new Member(path);
    }

    /** Another member, of a name that the caller chose. */
    static Place foreignMember(String name) {
        return new Member(escaped(name));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** An entry of the configuration. */
    record Entry(ConfigurationKey key) implements Place {
        @Override
        public String pointer() {
            return "/configuration/" + key.value();
        }

        @Override
        public String name() {
            return key.value();
        }
    }

    /** A key in the configuration that the element does not have. */
    record UnknownEntry(String key) implements Place {
        @Override
        public String pointer() {
            return "/configuration/" + escaped(key);
        }

        @Override
        public String name() {
            return key;
        }
    }

    /** A member beside the configuration; its path is one of our own names, or escaped. */
    record Member(String path) implements Place {
        @Override
        public String pointer() {
            return "/" + path;
        }

        @Override
        public String name() {
            return path;
        }
    }
}
