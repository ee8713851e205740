package io.valence.embedding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.Configuration;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A service of somebody else, compiled and run against nothing but what it is given. */
final class Host {
    private final Path folder;
    private final List<Path> given;

    Host(Path folder, Class<?>... oneOfEach) {
        this.folder = folder;
        this.given = Stream.of(oneOfEach).map(Host::home).toList();
    }

    /** The jar or folder that a class comes from. */
    static Path home(Class<?> type) {
        try {
            return Path.of(
                    Optional.ofNullable(type.getProtectionDomain().getCodeSource())
                            .orElseThrow()
                            .getLocation()
                            .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Compiles a class as it stands in our own sources, with what was given as class path. */
    void compile(Class<?> source) {
        Path file = Path.of("src", "test", "java", source.getName().replace('.', '/') + ".java");

        compile(path(), "", file.toString());
    }

    /** Compiles a module of its own around these lines and says what they answer. */
    Object answer(String requires, String lines) throws Exception {
        Path module =
                write(
                        "module-info.java",
                        "module host { exports host; requires " + requires + "; }");
        Path program =
                write(
                        "host/Program.java",
                        """
                        package host;

                        public final class Program implements java.util.concurrent.Callable<Object> {
                            @Override
                            public Object call() {
                                %s
                            }
                        }
                        """
                                .formatted(lines));
        compile("", path(), module.toString(), program.toString());
        Callable<?> call =
                (Callable<?>)
                        load().loadClass("host.Program").getDeclaredConstructor().newInstance();
        return call.call();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve("source").resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text);
    }

    private void compile(String classPath, String modulePath, String... files) {
        Stream<String> options =
                Stream.of(
                        "--release",
                        "17",
                        "-d",
                        classes().toString(),
                        "--class-path",
                        classPath,
                        "--module-path",
                        modulePath);
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);

        int status =
                ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(
                                out,
                                out,
                                Stream.concat(options, Stream.of(files)).toArray(String[]::new));

        assertThat(status).as(said.toString()).isZero();
    }

    private Path classes() {
        return folder.resolve("classes");
    }

    private String path() {
        return given.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    private ClassLoader load() {
        Path[] places = Stream.concat(Stream.of(classes()), given.stream()).toArray(Path[]::new);
        ModuleLayer boot = ModuleLayer.boot();
        Configuration modules =
                boot.configuration()
                        .resolve(ModuleFinder.of(places), ModuleFinder.of(), Set.of("host"));
        return boot.defineModulesWithOneLoader(modules, ClassLoader.getPlatformClassLoader())
                .findLoader("host");
    }
}
