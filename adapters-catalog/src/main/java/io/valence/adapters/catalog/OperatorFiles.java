package io.valence.adapters.catalog;

import io.valence.domain.element.Element;
import io.valence.domain.element.Hub;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The element files in a directory of the operator. */
final class OperatorFiles {
    static final int MOST_FILES = 1000;
    static final int LARGEST = 1 << 20;

    /** A file that nothing is wrong with, and its element. */
    record Read(String name, Element element) {}

    private final ElementReader reader;
    private final Findings findings;

    OperatorFiles(Shipped shipped, Findings findings) {
        this.findings = findings;
        this.reader =
                new ElementReader(
                        Source.OPERATOR,
                        shipped.hubs().stream().map(Hub::key).collect(Collectors.toSet()),
                        new Numbers(shipped.elements()),
                        findings);
    }

    /** The files that nothing is wrong with, in the order of their names. */
    List<Read> read(Path directory) {
        List<Read> read = new ArrayList<>();
        for (Path file : files(directory)) {
            String name = file.getFileName().toString();
            bytes(file, Spot.of(name))
                    .flatMap(bytes -> Json.readObject(bytes, Spot.of(name), findings))
                    .flatMap(root -> reader.read(name, root))
                    .ifPresent(element -> read.add(new Read(name, element)));
        }
        return read;
    }

    private List<Path> files(Path directory) {
        Spot spot = Spot.of(directory.toString());
        if (!Files.isDirectory(directory)) {
            findings.problem(spot, "is not a directory");
            return List.of();
        }
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, "*.json")) {
            for (Path entry : entries) {
                if (entry.getFileName().toString().startsWith(".")) {
                    continue;
                }
                if (files.size() == MOST_FILES) {
                    findings.problem(spot, "holds more than " + MOST_FILES + " element files");
                    return List.of();
                }
                files.add(entry);
            }
        } catch (IOException | DirectoryIteratorException e) {
            findings.problem(spot, "cannot be listed");
            return List.of();
        }
        files.sort(null);
        return files;
    }

    private Optional<byte[]> bytes(Path file, Spot spot) {
        if (!Files.isRegularFile(file)) {
            findings.problem(spot, "is not a file");
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length <= LARGEST) {
                return Optional.of(bytes);
            }
            findings.problem(spot, "is larger than 1 MiB");
        } catch (IOException e) {
            findings.problem(spot, "cannot be read");
        }
        return Optional.empty();
    }
}
