package io.valence.embedding;

import io.valence.adapters.catalog.ShippedElements;
import io.valence.domain.account.Viewer;
import io.valence.domain.configuration.Problem;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.element.ElementKey;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A service that checks configurations of shipped elements. */
final class DomainWithCatalog {
    private DomainWithCatalog() {}

    static void check(Map<String, String> sent, Consumer<String> say) {
        // README begins
        var key = new ElementKey("oraclesalescloud");
        var element = ShippedElements.load().find(new Viewer.Anonymous(), key).orElseThrow();
        var verdict = element.validator().validate(Supplied.of(sent));
        List<Problem> problems = verdict.fold(valid -> List.of(), invalid -> invalid.problems());
        problems.forEach(p -> say.accept(p.place().name() + ": " + p.sentence()));
        // README ends
    }
}
