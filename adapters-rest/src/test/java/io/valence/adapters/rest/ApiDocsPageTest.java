package io.valence.adapters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

class ApiDocsPageTest {
    private static final Pattern ADDRESS =
            Pattern.compile("(?:href|src|url)\\s*[=:]\\s*[\"']([^\"']*)[\"']");

    @Test
    void loadsNothingButWhatThisServerServes() {
        var page =
                OpenApiDocument.resource("/openapi/api-docs.html")
                        + OpenApiDocument.resource("/openapi/api-docs.js");

        var addresses =
                ADDRESS.matcher(page)
                        .results()
                        .map((MatchResult match) -> match.group(1))
                        .distinct()
                        .toList();

        assertThat(addresses)
                .containsExactlyInAnyOrder(
                        "data:,",
                        "/elements/api-docs/swagger-ui.css",
                        "/elements/api-docs/api-docs.css",
                        "/elements/api-docs/swagger-ui-bundle.js",
                        "/elements/api-docs/api-docs.js",
                        "/elements/openapi.yaml");
        assertThat(page + OpenApiDocument.resource("/openapi/api-docs.css")).doesNotContain("://");
    }

    @Test
    void hasNoScriptOrStyleThatItsContentSecurityPolicyForbids() {
        var page = OpenApiDocument.resource("/openapi/api-docs.html");

        assertThat(page)
                .doesNotContain("<style")
                .doesNotContain(" style=")
                .doesNotContainPattern(" on[a-z]+=");
        assertThat(page).doesNotContainPattern("<script(?![^>]* src=)");
    }

    @Test
    void findsItsRendererInTheJar() throws IOException {
        var version = new Properties();
        try (var stream =
                getClass()
                        .getResourceAsStream(
                                "/META-INF/maven/org.webjars/swagger-ui/pom.properties")) {
            version.load(requireNonNull(stream));
        }
        var folder =
                "/META-INF/resources/webjars/swagger-ui/" + version.getProperty("version") + "/";

        assertThat(List.of("swagger-ui-bundle.js", "swagger-ui.css"))
                .allSatisfy(
                        file ->
                                assertThat(OpenApiDocument.resource(folder + file))
                                        .hasSizeGreaterThan(100_000));
    }
}
