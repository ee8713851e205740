package io.valence.server;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

import javax.tools.ToolProvider;

/** A folder with the real launcher in it, and beside it places for JDKs that the test controls. */
final class Layout {
    /**
     * Tells its process id and arguments; with "wait" among them it stays until it is told to stop.
     */
    private static final String MAIN =
            """
            package io.valence.server;

            public final class Main {
                public static void main(String[] arguments) throws InterruptedException {
                    var stop = new Thread(() -> System.out.println("stopping"));
                    Runtime.getRuntime().addShutdownHook(stop);
                    System.out.println("pid " + ProcessHandle.current().pid());
                    for (String argument : arguments) {
                        System.out.println("argument " + argument);
                    }
                    System.out.println("property " + System.getProperty("sample"));
                    System.out.println("class path " + System.getProperty("java.class.path"));
                    System.out.println("started");
                    if (java.util.List.of(arguments).contains("wait")) {
                        new java.util.concurrent.CountDownLatch(1).await();
                    }
                }
            }
            """;

    private static final List<String> SYSTEM =
            List.of(
                    "cat",
                    "cp",
                    "date",
                    "dirname",
                    "find",
                    "grep",
                    "head",
                    "ln",
                    "mkdir",
                    "mkfifo",
                    "readlink",
                    "rm",
                    "rmdir",
                    "sed",
                    "sleep",
                    "touch");

    private final Path root;

    private Layout(Path root) {
        this.root = root;
    }

    static Layout release(Path root) throws IOException {
        var layout = bare(root);
        Files.createDirectories(layout.home().resolve("lib"));
        Files.write(layout.home().resolve("lib/server.jar"), mainJar(root));
        return layout;
    }

    /** A checkout that was never built, and a Maven that does what its text says. */
    static Layout source(Path root, String mavenScript) throws IOException {
        var layout = bare(root);
        Files.write(root.resolve("built.jar"), mainJar(root));
        Files.writeString(layout.home().resolve("pom.xml"), "<project/>");
        Files.createDirectories(layout.home().resolve("domain/src/main"));
        Files.writeString(layout.home().resolve("domain/pom.xml"), "<project/>");
        script(root.resolve("bin/mvn"), mavenScript.replace("@root@", root.toString()));
        return layout;
    }

    private static Layout bare(Path root) throws IOException {
        var layout = new Layout(root);
        Files.createDirectories(layout.home());
        Files.createDirectories(layout.jdks());
        Files.createDirectories(root.resolve("bin"));
        var script = Files.readString(Path.of("..", "valence"));
        for (var place : List.of("\"/usr/lib/jvm\"", "\"/Library/Java/JavaVirtualMachines\"")) {
            if (!script.contains(place)) {
                throw new IllegalStateException("the launcher no longer looks in " + place);
            }
        }
        script(
                layout.launcher(),
                script.replace("\"/usr/lib/jvm\"", "\"" + layout.jdks() + "\"")
                        .replace("/Library/Java/JavaVirtualMachines", root + "/mac"));
        return layout;
    }

    Path home() {
        return root.resolve("home");
    }

    Path launcher() {
        return home().resolve("valence");
    }

    Path jdks() {
        return root.resolve("jdks");
    }

    Path realJdk() {
        return Path.of(System.getProperty("java.home"));
    }

    /** A JDK that tells a version, and instead of starting anything says its name. */
    Path fakeJdk(Path folder, String version) throws IOException {
        Files.createDirectories(folder.resolve("bin"));
        script(
                folder.resolve("bin/java"),
                """
                #!/bin/sh
                if [ "$1" = -XshowSettings:properties ]; then
                    echo "    java.home = %1$s" >&2
                    echo "    java.specification.version = %2$s" >&2
                    echo "    java.vm.specification.version = 99" >&2
                    exit 0
                fi
                echo "run by %1$s"
                """
                        .formatted(folder, version));
        return folder;
    }

    /**
     * The launcher's process with a PATH of the test's own programs and the system's, which include
     * no Java.
     */
    ProcessBuilder launch(Map<String, String> environment, Path launcher, String... arguments)
            throws IOException {
        var command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        var process = new ProcessBuilder(command).redirectErrorStream(true);
        process.environment()
                .keySet()
                .removeIf(name -> name.startsWith("JAVA_") || name.startsWith("VALENCE_"));
        process.environment()
                .put("PATH", root.resolve("bin") + File.pathSeparator + systemPrograms());
        process.environment().putAll(environment);
        return process;
    }

    /**
     * The few programs of the system that the launcher uses, so that no Java comes along with them.
     */
    private Path systemPrograms() throws IOException {
        var folder = Files.createDirectories(root.resolve("system"));
        for (var name : SYSTEM) {
            var program = Path.of("/usr/bin", name);
            script(
                    folder.resolve(name),
                    "#!/bin/sh\nexec %s \"$@\"\n"
                            .formatted(Files.exists(program) ? program : Path.of("/bin", name)));
        }
        return folder;
    }

    private static byte[] mainJar(Path root) throws IOException {
        var classes = Files.createDirectories(root.resolve("compiled"));
        var source = Files.writeString(classes.resolve("Main.java"), MAIN);
        var compiler = ToolProvider.getSystemJavaCompiler();
        var status = compiler.run(null, null, null, "-d", classes.toString(), source.toString());
        if (status != 0) {
            throw new IllegalStateException("the sample does not compile");
        }
        var bytes = new ByteArrayOutputStream();
        try (var jar = new JarOutputStream(bytes)) {
            jar.putNextEntry(new JarEntry("io/valence/server/Main.class"));
            jar.write(Files.readAllBytes(classes.resolve("io/valence/server/Main.class")));
        }
        return bytes.toByteArray();
    }

    private static void script(Path path, String text) throws IOException {
        Files.writeString(path, text);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
}
