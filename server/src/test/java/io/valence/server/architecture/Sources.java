package io.valence.server.architecture;

import com.tngtech.archunit.core.domain.JavaClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The source trees of all modules under one folder, for what class files do not tell. */
record Sources(Path root) {
    /** The sources that this build was made from; tests run in the folder of their module. */
    static Sources ours() {
        return new Sources(Path.of("..").toAbsolutePath().normalize());
    }

    /** The folders of the modules. */
    List<Path> modules() {
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> Files.exists(folder.resolve("pom.xml")))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every file of Java in this part of every module, such as {@code src/test/java}. */
    List<Path> files(String part) {
        List<Path> files = new ArrayList<>();
        for (Path module : modules()) {
            Path tree = module.resolve(part);
            if (Files.isDirectory(tree)) {
                files.addAll(below(tree));
            }
        }
        return files;
    }

    /** Whether this compiled test still has a source. */
    boolean holdsTest(JavaClass test) {
        Path end = Path.of(Ports.outermost(test).getName().replace('.', '/') + ".java");
        return modules().stream()
                .anyMatch(module -> Files.exists(module.resolve("src/test/java").resolve(end)));
    }

    private static List<Path> below(Path tree) {
        try (Stream<Path> files = Files.walk(tree)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The packages of what is shipped, of which nobody says what they are for. */
    List<Path> packagesWithoutWord() {
        return files("src/main/java").stream()
                .filter(file -> !name(file).equals("module-info.java"))
                .map(Sources::folder)
                .distinct()
                .filter(folder -> !isExplained(folder.resolve("package-info.java")))
                .toList();
    }

    private static boolean isExplained(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        String text = text(file);
        int begin = text.indexOf("/**");
        int end = text.indexOf("*/", begin);
        return begin >= 0 && end > begin && text.substring(begin, end).contains(".");
    }

    /** The tests that stand in another package than the class of their module that they name. */
    List<Path> testsAwayFromTheirClass() {
        List<Path> astray = new ArrayList<>();
        for (Path module : modules()) {
            Path main = module.resolve("src/main/java");
            Path tests = module.resolve("src/test/java");
            if (Files.isDirectory(main) && Files.isDirectory(tests)) {
                List<Path> shipped = below(main).stream().map(main::relativize).toList();
                below(tests).stream().filter(isAstray(tests, shipped)).forEach(astray::add);
            }
        }
        return astray;
    }

    private static Predicate<Path> isAstray(Path tests, List<Path> shipped) {
        return test -> {
            String subject = name(test).replace("Test.java", ".java");
            List<Path> subjects =
                    shipped.stream().filter(file -> name(file).equals(subject)).toList();
            Path here = folder(tests.relativize(test)).resolve(subject);
            return !name(test).equals(subject) && !subjects.isEmpty() && !subjects.contains(here);
        };
    }

    /** The tests, and what tests are made of, that hold one of these names. */
    List<Path> testsThatName(List<String> names) {
        return Stream.concat(files("src/test/java").stream(), testkits())
                .filter(file -> names.stream().anyMatch(text(file)::contains))
                .toList();
    }

    private Stream<Path> testkits() {
        return files("src/main/java").stream()
                .filter(
                        file ->
                                name(root.resolve(root.relativize(file).getName(0)))
                                        .endsWith("-testkit"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static Path folder(Path file) {
        Path parent = file.getParent();
        return parent == null ? Path.of("") : parent;
    }
}
