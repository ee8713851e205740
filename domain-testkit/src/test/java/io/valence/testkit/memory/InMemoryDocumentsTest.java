package io.valence.testkit.memory;

import io.valence.domain.document.Documents;
import io.valence.testkit.contract.DocumentsContract;

class InMemoryDocumentsTest implements DocumentsContract {
    @Override
    public Documents documents() {
        return new InMemoryDocuments();
    }
}
