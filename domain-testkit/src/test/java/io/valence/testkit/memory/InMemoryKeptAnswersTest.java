package io.valence.testkit.memory;

import io.valence.domain.call.KeptAnswers;
import io.valence.testkit.contract.KeptAnswersContract;

class InMemoryKeptAnswersTest implements KeptAnswersContract {
    private final InMemoryKeptAnswers answers = new InMemoryKeptAnswers();

    @Override
    public KeptAnswers answers() {
        return answers;
    }
}
