import com.google.googlejavaformat.java.GoogleJavaFormatToolProvider;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks ({@code --check}) or mends ({@code --write}) the format of every Java file below the working folder. */
final class Format {
    private Format() {}

    public static void main(String[] arguments) throws IOException {
        boolean write = List.of(arguments).contains("--write");
        List<String> options = new ArrayList<>(List.of("--aosp"));
        options.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        try (var walk = Files.walk(Path.of(""))) {
            walk.filter(path -> path.toString().endsWith(".java"))
                    .filter(path -> !path.startsWith("build") && !path.toString().contains("target/"))
                    .map(Path::toString)
                    .sorted()
                    .forEach(options::add);
        }
        if (!options.get(options.size() - 1).endsWith(".java")) {
            return;
        }
        StringWriter named = new StringWriter();
        int status =
                new GoogleJavaFormatToolProvider()
                        .run(new PrintWriter(named), new PrintWriter(System.err, true), options.toArray(String[]::new));
        if (!named.toString().isEmpty()) {
            System.out.println("Files named below are not formatted as agreed; this mends them: mvn -N validate -Dformat.action=--write");
            System.out.print(named);
        }
        System.exit(status);
    }
}
