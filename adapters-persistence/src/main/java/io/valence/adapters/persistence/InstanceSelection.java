package io.valence.adapters.persistence;

import io.valence.domain.element.ElementId;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.InstancePage;
import io.valence.domain.instance.Selection;
import io.valence.domain.instance.Tag;

import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;

import java.util.List;

/**
 * A selection with the one statement that suits it: each has an index that it walks in order, so
 * that a page costs the same however much lies around it.
 *
 * @param tags sorted, so that one set of tags is always one statement with the same values
 */
record InstanceSelection(Selection selection, List<String> tags) {
    static InstanceSelection of(Selection selection) {
        return new InstanceSelection(
                selection, selection.tags().stream().map(Tag::text).sorted().toList());
    }

    /**
     * How many rows are wanted is written into the statement: not knowing it, PostgreSQL plans
     * every page anew, which takes as long as reading it.
     */
    String statement() {
        return form().replace("<limit>", Long.toString(selection.limit() + 1L))
                .replace("<skip>", Integer.toString(selection.skip()));
    }

    private String form() {
        if (tags.size() == 1 && isByTagsAlone()) {
            return InstanceSql.SELECT_BY_TAG;
        }
        if (tags.size() == 2 && isByTagsAlone()) {
            return InstanceSql.SELECT_BY_TWO_TAGS;
        }
        if (!tags.isEmpty()) {
            return InstanceSql.SELECT_BY_TAGS_AND_MORE;
        }
        if (selection.element().isPresent()) {
            return selection.sound().isPresent()
                    ? InstanceSql.SELECT_BY_ELEMENT_AND_SOUNDNESS
                    : InstanceSql.SELECT_BY_ELEMENT;
        }
        return selection.sound().isPresent() ? InstanceSql.SELECT_BY_SOUNDNESS : InstanceSql.SELECT;
    }

    private boolean isByTagsAlone() {
        return selection.element().isEmpty() && selection.sound().isEmpty();
    }

    /** With a value for every name in any of the statements. */
    Query bind(Query query) {
        return query.configure(SqlStatements.class, s -> s.setUnusedBindingAllowed(true))
                .bind("organization", selection.organization().value())
                .bind("after", selection.after().map(InstanceId::value).orElse(0L))
                .bind("soundOrNot", selection.sound().isEmpty())
                .bind("sound", selection.sound().orElse(true))
                .bind("anyElement", selection.element().isEmpty())
                .bind("element", selection.element().map(ElementId::value).orElse(0L))
                .bind("tag", tags.isEmpty() ? "" : tags.getFirst())
                .bind("otherTag", tags.isEmpty() ? "" : tags.get(Math.min(1, tags.size() - 1)))
                .bind("furtherTagCount", Math.max(0, tags.size() - 2))
                .bindArray("furtherTags", String.class, tags.stream().skip(2).toList());
    }

    /** One more is read than shown: it says whether more follow. */
    InstancePage page(List<Instance> read) {
        boolean more = read.size() > selection.limit();
        return new InstancePage(more ? read.subList(0, selection.limit()) : read, more);
    }
}
