package io.valence.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

class ReadmeTest {
    @Test
    void showsTheLinesThatAreCompiledAndRunHere() throws IOException {
        assertThat(Readme.blocks("java"))
                .containsExactly(
                        Readme.region(DomainAlone.class), Readme.region(DomainWithCatalog.class));
    }

    @Test
    void needsNoMoreThanEightLinesEach() throws IOException {
        assertThat(Readme.blocks("java"))
                .hasSize(2)
                .allSatisfy(block -> assertThat(block.lines()).hasSizeBetween(1, 8));
    }

    @Test
    void namesTheModulesAsTheyAreBuilt() throws IOException {
        assertThat(Readme.blocks("xml"))
                .containsExactly(dependency("domain"), dependency("adapters-catalog"));
    }

    /** As the module's own pom says it. */
    private static String dependency(String module) throws IOException {
        String pom = Files.readString(Path.of("..", module, "pom.xml"));
        String coordinates =
                tag("groupId", pom)
                        + tag("artifactId", pom.substring(pom.indexOf("</parent>")))
                        + tag("version", pom);
        return "<dependency>" + coordinates + "</dependency>";
    }

    /** The first element of this name, with its tags. */
    private static String tag(String name, String pom) {
        String end = "</" + name + ">";
        int begin = pom.indexOf("<" + name + ">");
        return pom.substring(begin, pom.indexOf(end, begin) + end.length());
    }
}
