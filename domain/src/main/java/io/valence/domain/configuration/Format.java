package io.valence.domain.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a value must look like beyond its type; an element's file names it under {@code
 * valence.formats}.
 */
public enum Format {
    /** Anything that the type takes. */
    ANY {
        @Override
        Optional<Problem> objectionTo(Place place, String text) {
            return Optional.empty();
        }
    },
    /** A host or host:port, such as a vendor's site. */
    HOST {
        @Override
        Optional<Problem> objectionTo(Place place, String text) {
            return Host.isHost(text)
                    ? Optional.empty()
                    : Optional.of(new Problem.NotAHost(place, Host.meantBy(text)));
        }
    },
    /**
     * An absolute http or https URL; {@code false} stands for none, as the hosted platform writes
     * it.
     */
    HTTP_URL {
        @Override
        Optional<Problem> objectionTo(Place place, String text) {
            return text.equals("false") || isHttpUrl(text)
                    ? Optional.empty()
                    : Optional.of(
                            new Problem.Malformed(place, "an absolute http or https address"));
        }
    },
    /**
     * An http or https URL that may name other entries in braces, such as {@code
     * https://{site.url}}.
     */
    URL_TEMPLATE {
        @Override
        Optional<Problem> objectionTo(Place place, String text) {
            Optional<Template> template = Template.parse(text);
            return template.isPresent() && isHttpUrl(template.get().filledWith("x"))
                    ? Optional.empty()
                    : Optional.of(
                            new Problem.Malformed(
                                    place,
                                    "an http or https address, which may name other entries in"
                                            + " braces"));
        }
    },
    /** A whole number that is not negative. */
    WHOLE_NUMBER {
        @Override
        Optional<Problem> objectionTo(Place place, String text) {
            return Limits.isWholeNumber(text)
                    ? Optional.empty()
                    : Optional.of(new Problem.Malformed(place, "a whole number"));
        }
    },
    /** A whole number of at least 1, such as the minutes between two polls. */
    POSITIVE_NUMBER {
        @Override
        Optional<Problem> objectionTo(Place place, String text) {
            return Limits.isWholeNumber(text) && text.chars().anyMatch(c -> c != '0')
                    ? Optional.empty()
                    : Optional.of(new Problem.Malformed(place, "a whole number of at least 1"));
        }
    },
    /** How changes are learned from a vendor; capitals do not matter. */
    EVENT_SOURCE {
        @Override
        Optional<Problem> objectionTo(Place place, String text) {
            return EVENT_SOURCES.contains(text.toLowerCase(Locale.ROOT))
                    ? Optional.empty()
                    : Optional.of(new Problem.NotAnOption(place, EVENT_SOURCES));
        }
    },
    /** A whole number, or a JSON object of whole numbers by resource. */
    LIMITS {
        @Override
        Optional<Problem> objectionTo(Place place, String text) {
            return Limits.isLimits(text)
                    ? Optional.empty()
                    : Optional.of(
                            new Problem.Malformed(
                                    place, "a whole number or a JSON object of whole numbers"));
        }
    };

    private static final List<String> EVENT_SOURCES =
            List.of("polling", "webhook", "webhooks", "none");

    /** What is wrong with this text, which is not empty, if something is. */
    abstract Optional<Problem> objectionTo(Place place, String text);

    /** The format's name in element files: {@code host}, {@code http-url}, … */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The format of this name, if there is one. */
    public static Optional<Format> named(String wireName) {
        for (Format format : values()) {
            if (format.wireName().equals(wireName)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    private static boolean isHttpUrl(String text) {
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme();
            return scheme != null
                    && (scheme.equalsIgnoreCase("http") || scheme.equalsIgnoreCase("https"))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getPort() <= 65_535;
        } catch (URISyntaxException notAnAddress) {
            return false;
        }
    }
}
