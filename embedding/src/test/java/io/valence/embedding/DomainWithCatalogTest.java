package io.valence.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

class DomainWithCatalogTest {
    private final List<String> said = new ArrayList<>();

    @Test
    void saysEveryEntryThatIsMissing() {
        DomainWithCatalog.check(Map.of("username", "ada"), said::add);

        assertThat(said)
                .containsExactly(
                        "password: Required entry is missing",
                        "site.url: Required entry is missing");
    }

    @Test
    void saysNothingWhereNothingIsMissing() {
        var sent =
                Map.of(
                        "username", "ada",
                        "password", "engine",
                        "site.url", "mysite.crm.example.com");

        DomainWithCatalog.check(sent, said::add);

        assertThat(said).isEmpty();
    }
}
