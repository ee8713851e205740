package io.valence.application.resource;

/** The memory that an answer takes until it was written, or given up. */
@FunctionalInterface
public interface Held extends AutoCloseable {
    /** None that is counted. */
    Held NOTHING = () -> {};

    /** Lets it go; once more does no harm. */
    @Override
    void close();
}
