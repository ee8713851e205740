package io.valence.adapters.catalog;

import io.valence.domain.account.Viewer;
import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.element.Element;
import io.valence.domain.element.ElementId;
import io.valence.domain.element.ElementKey;
import io.valence.domain.element.ElementReference;
import io.valence.domain.element.Elements;
import io.valence.domain.element.Hub;
import io.valence.domain.element.Trait;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The catalog that is the same for everybody: the elements that ship, and those that an operator
 * adds.
 *
 * <p>An operator's file takes the place of a shipped element of the same key, as a whole. Every
 * element has the entries that all elements have in common: where an operator's file lacks one it
 * is added, with a number made from the element's (the element's number times 1000, plus 990 to
 * 994; ten further on if the file uses that one).
 */
public final class ShippedElements implements Elements {
    private final Map<ElementReference, Element> byReference = new HashMap<>();
    private final Map<ElementId, Element> byId = new HashMap<>();
    private final List<Element> inOrder;
    private final List<Hub> hubs;

    ShippedElements(List<Element> elements, List<Hub> hubs) {
        this.hubs = hubs.stream().sorted(Comparator.comparing(Hub::key)).toList();
        List<Element> offered = new ArrayList<>();
        for (Element element : elements) {
            byId.put(element.id(), element);
            if (!element.is(Trait.DELETED)) {
                offered.add(element);
                byReference.put(element.id(), element);
                byReference.put(element.key(), element);
                element.aliases().forEach(alias -> byReference.putIfAbsent(alias, element));
            }
        }
        offered.sort(Comparator.comparing(Element::key));
        this.inOrder = List.copyOf(offered);
    }

    /** The elements that ship. */
    public static ShippedElements load() {
        Shipped shipped = Shipped.read();
        return new ShippedElements(shipped.elements(), shipped.hubs());
    }

    /** The elements that ship and those of the {@code *.json} files in this directory. */
    public static Loading load(Path directory) {
        return load(Optional.of(directory), Map.of());
    }

    /**
     * The elements that ship, with these defaults in place of their own, and those of the {@code
     * *.json} files in this directory; a file that takes the place of a shipped element keeps the
     * defaults that it says.
     *
     * @param defaults for shipped elements, by the keys of their entries; an {@link
     *     IllegalArgumentException} if one is of no such element or entry, or is nothing that the
     *     entry can hold
     */
    public static Loading load(
            Optional<Path> directory, Map<ElementKey, Map<ConfigurationKey, String>> defaults) {
        Shipped shipped = Shipped.read().with(defaults);
        Findings findings = new Findings();
        List<OperatorFiles.Read> read =
                directory
                        .map(found -> new OperatorFiles(shipped, findings).read(found))
                        .orElseGet(List::of);
        if (!findings.problems().isEmpty()) {
            return new Loading.Unusable(findings.problems(), findings.warnings());
        }
        Map<ElementKey, Element> all = new LinkedHashMap<>();
        shipped.elements().forEach(element -> all.put(element.key(), element));
        List<OperatorFile> files = new ArrayList<>();
        for (OperatorFiles.Read file : read) {
            Element element = file.element();
            boolean overrides = all.put(element.key(), element) != null;
            files.add(new OperatorFile(file.name(), element.key(), element.id(), overrides));
        }
        return new Loading.Usable(
                new ShippedElements(List.copyOf(all.values()), shipped.hubs()),
                files,
                findings.warnings());
    }

    @Override
    public Optional<Element> find(Viewer viewer, ElementReference reference) {
        return Optional.ofNullable(byReference.get(reference));
    }

    @Override
    public Optional<Element> get(ElementId id) {
        return Optional.ofNullable(byId.get(id));
    }

    @Override
    public List<Element> visibleTo(Viewer viewer) {
        return inOrder;
    }

    @Override
    public List<Hub> hubs() {
        return hubs;
    }

    /**
     * An element file of the operator that is part of the catalog.
     *
     * @param overrides whether its element takes the place of a shipped one
     */
    public record OperatorFile(
            String name, ElementKey element, ElementId number, boolean overrides) {}

    /** What came of reading an operator's directory. */
    public sealed interface Loading {
        /** What was passed over: a sentence each, with file and place. */
        List<String> warnings();

        /** A catalog that can be used, and the operator's files in it, in the order of names. */
        record Usable(ShippedElements elements, List<OperatorFile> files, List<String> warnings)
                implements Loading {
            public Usable {
                files = List.copyOf(files);
                warnings = List.copyOf(warnings);
            }
        }

        /** Everything that is wrong with all files: a sentence each, with file and place. */
        record Unusable(List<String> problems, List<String> warnings) implements Loading {
            public Unusable {
                problems = List.copyOf(problems);
                warnings = List.copyOf(warnings);
            }
        }
    }
}
