package io.valence.domain.configuration;

import java.util.Optional;

/**
 * How a console shows an entry. Hints only: {@code hidden} and {@code internal} entries may be set
 * by callers too.
 *
 * @param displayOrder ascending; entries of one number keep the order of the element's file
 */
public record Presentation(
        int displayOrder,
        boolean hiddenFromConsole,
        boolean internal,
        boolean groupControl,
        boolean resellerConfig,
        boolean companyConfig,
        Optional<Boolean> ownedByAccount,
        Optional<String> screenType) {
    /** Shown, with nothing special about it. */
    public static Presentation ordinary(int displayOrder) {
        return new Presentation(
                displayOrder,
                false,
                false,
                false,
                false,
                false,
                Optional.empty(),
                Optional.empty());
    }
}
