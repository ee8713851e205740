package io.valence.domain.document;

import java.io.InputStream;

/** The letters that vendors and callers write documents with. */
public interface Documents {
    /**
     * The document in these bytes, which are read to their end and closed.
     *
     * @param most how many bytes there may be
     */
    Reading read(InputStream bytes, int most);

    /** The document in bytes, in UTF-8. */
    byte[] write(Node document);

    /** The same without any member that is {@code null}, on all levels; items stay. */
    byte[] writeWithoutNulls(Node document);
}
