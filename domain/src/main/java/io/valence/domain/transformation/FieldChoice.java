package io.valence.domain.transformation;

import io.valence.domain.document.Node;

import java.util.List;

/** Which fields of a record are wanted: all that these paths lead to, and nothing else. */
public final class FieldChoice {
    private final List<FieldPath> paths;
    private final Branch wanted;

    /** What these paths lead to. */
    public FieldChoice(List<FieldPath> paths) {
        this.paths = List.copyOf(paths);
        this.wanted = Branch.of(paths);
    }

    /** The record with the wanted fields alone, in the order in which they were asked for. */
    public Node.Members of(Node.Members record) {
        return wanted.takenOf(record).map(Node.Members.class::cast).orElse(Node.Members.NONE);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FieldChoice choice && choice.paths.equals(paths);
    }

    @Override
    public int hashCode() {
        return paths.hashCode();
    }

    @Override
    public String toString() {
        return "FieldChoice" + paths;
    }
}
