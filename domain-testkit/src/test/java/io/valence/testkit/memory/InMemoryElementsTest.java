package io.valence.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.valence.domain.account.Viewer;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.Elements;
import io.valence.testkit.contract.ElementsContract;
import io.valence.testkit.sample.SampleElements;

import org.junit.jupiter.api.Test;

import java.util.List;

class InMemoryElementsTest implements ElementsContract {
    private final Elements elements =
            new InMemoryElements(
                    List.of(
                            SampleElements.sapAnywhere(),
                            SampleElements.oracleSalesCloud(),
                            Element.removed(new ElementId(7))),
                    SampleElements.hubs());

    @Override
    public Elements elements() {
        return elements;
    }

    @Test
    void getsARemovedElementForItsInstancesAlone() {
        Element removed = Element.removed(new ElementId(7));

        assertThat(elements.get(removed.id())).contains(removed);
        assertThat(elements.find(new Viewer.Anonymous(), removed.key())).isEmpty();
        assertThat(elements.find(new Viewer.Anonymous(), removed.id())).isEmpty();
    }
}
