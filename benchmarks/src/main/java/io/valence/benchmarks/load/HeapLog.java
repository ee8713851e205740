package io.valence.benchmarks.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a process of Java logs of its collections of garbage: how much of its heap was used before
 * and after each.
 */
record HeapLog(Path file) {
    private static final Pattern COLLECTION = Pattern.compile("(\\d+)M->(\\d+)M\\((\\d+)M\\)");

    /** One collection, in MiB. */
    record Collection(int before, int after) {}

    /** The option that makes it. */
    String option() {
        return "-Xlog:gc:file=" + file + ":none:filecount=0";
    }

    /** Every collection so far. */
    List<Collection> collections() throws IOException {
        List<Collection> collections = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher found = COLLECTION.matcher(line);
            if (found.find()) {
                collections.add(
                        new Collection(
                                Integer.parseInt(found.group(1)),
                                Integer.parseInt(found.group(2))));
            }
        }
        return collections;
    }
}
