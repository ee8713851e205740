package io.valence.adapters.catalog;

import io.valence.domain.resource.Manner;
import io.valence.domain.resource.PagingStyle;

import java.util.Optional;

/** The reader of what a resource says under {@code valence}. */
final class MannerReader {
    private final Source source;
    private final Findings findings;
    private final DocumentPathReader places;

    MannerReader(Source source, Findings findings) {
        this.source = source;
        this.findings = findings;
        this.places = new DocumentPathReader(findings);
    }

    /** What the resource says; what is wrong with it is left out of it. */
    Manner of(Members resource) {
        return resource.object("valence").map(this::read).orElse(Manner.ORDINARY);
    }

    private Manner read(Members members) {
        Manner manner =
                new Manner(
                        paging(members),
                        places.of(members, "total"),
                        places.of(members, "more"),
                        members.isAbsent("idField") ? Optional.empty() : members.text("idField"),
                        members.flag("filteredHere", false),
                        answer(members));
        source.report(members, findings);
        return manner;
    }

    private Optional<PagingStyle> paging(Members members) {
        Optional<String> word = members.optionalText("paging");
        Optional<PagingStyle> style = word.flatMap(PagingStyle::named);
        if (word.isPresent() && style.isEmpty()) {
            findings.problem(
                    members.spot("paging"),
                    "there is no paging by "
                            + Findings.quoted(word.get())
                            + "; there is page, offset, cursor and link");
        }
        return style;
    }

    private Manner.Answered answer(Members members) {
        Optional<String> word = members.optionalText("answer");
        Optional<Manner.Answered> answered = word.flatMap(Manner.Answered::named);
        if (word.isPresent() && answered.isEmpty()) {
            findings.problem(
                    members.spot("answer"),
                    "there is no answer "
                            + Findings.quoted(word.get())
                            + "; there is records, bareId and file");
        }
        return answered.orElse(Manner.Answered.RECORDS);
    }
}
