package io.valence.adapters.catalog;

import io.valence.domain.configuration.ConfigurationEntry;
import io.valence.domain.element.ElementId;

import java.util.List;

/** Where a file comes from: in a shipped one nothing is passed over and nothing added. */
enum Source {
    SHIPPED {
        @Override
        void passOver(Spot spot, String sentence, Findings findings) {
            findings.problem(spot, sentence);
        }

        @Override
        List<ConfigurationEntry> complete(ElementId element, List<ConfigurationEntry> entries) {
            return entries;
        }
    },
    OPERATOR {
        @Override
        void passOver(Spot spot, String sentence, Findings findings) {
            findings.warning(spot, sentence + ", and ignored");
        }

        @Override
        List<ConfigurationEntry> complete(ElementId element, List<ConfigurationEntry> entries) {
            return CommonEntries.completing(element, entries);
        }
    };

    /** Something that this version does not know what to do with. */
    abstract void passOver(Spot spot, String sentence, Findings findings);

    /** The entries that the element has. */
    abstract List<ConfigurationEntry> complete(ElementId element, List<ConfigurationEntry> entries);

    /** Passes over the members that nobody asked for. */
    void report(Members members, Findings findings) {
        for (String name : members.unread()) {
            passOver(members.spot(), "member " + Findings.quoted(name) + " is unknown", findings);
        }
    }
}
