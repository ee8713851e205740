package io.valence.adapters.catalog;

import io.valence.domain.document.DocumentPath;

import java.util.Optional;

/** The reader of members that say where something stands in documents. */
final class DocumentPathReader {
    private final Findings findings;

    DocumentPathReader(Findings findings) {
        this.findings = findings;
    }

    /** The place; none if nothing is said, or if it cannot be understood, which is a problem. */
    Optional<DocumentPath> of(Members members, String name) {
        return members.optionalText(name).flatMap(text -> of(text, members, name));
    }

    /** The place that this text is, which stands at that member. */
    Optional<DocumentPath> of(String text, Members members, String name) {
        Optional<DocumentPath> path = DocumentPath.parse(text);
        if (path.isEmpty()) {
            findings.problem(
                    members.spot(name), "must be the names of members with dots between them");
        }
        return path;
    }
}
