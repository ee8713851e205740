package io.valence.embedding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the README says about embedding; tests run in the folder of their module. */
final class Readme {
    private static final Path FILE = Path.of("..", "README.md");
    private static final String HEADING = "## Embed the domain";
    private static final String FENCE = "```";

    private Readme() {}

    /** The blocks of this language in the section, in their order. */
    static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        List<String> block = new ArrayList<>();
        boolean isInside = false;
        for (String line : section()) {
            if (isInside && line.equals(FENCE)) {
                blocks.add(String.join("\n", block));
                block.clear();
                isInside = false;
            } else if (isInside) {
                block.add(line);
            } else {
                isInside = line.equals(FENCE + language);
            }
        }
        return blocks;
    }

    private static List<String> section() throws IOException {
        List<String> lines = Files.readAllLines(FILE);
        List<String> rest = lines.subList(lines.indexOf(HEADING) + 1, lines.size());
        return rest.stream().takeWhile(line -> !line.startsWith("## ")).toList();
    }

    /** The lines of this class that the README shows. */
    static String region(Class<?> source) throws IOException {
        String name = source.getName().replace('.', '/') + ".java";
        return String.join(
                        "\n",
                        Files.readAllLines(Path.of("src", "test", "java").resolve(name)).stream()
                                .dropWhile(line -> !line.strip().equals("// README begins"))
                                .skip(1)
                                .takeWhile(line -> !line.strip().equals("// README ends"))
                                .toList())
                .stripIndent();
    }
}
