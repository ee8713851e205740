package io.valence.adapters.vendor;

import io.valence.domain.document.Documents;
import io.valence.testkit.contract.DocumentsContract;

class JacksonDocumentsTest implements DocumentsContract {
    @Override
    public Documents documents() {
        return new JacksonDocuments();
    }
}
