package io.valence.application.resource;

import io.valence.domain.document.DocumentPath;
import io.valence.domain.resource.Manner;
import io.valence.domain.resource.NextPageKey;
import io.valence.domain.resource.PagingStyle;
import io.valence.domain.resource.Parameter;
import io.valence.domain.resource.Parameter.Destination;
import io.valence.domain.resource.Parameter.Source;
import io.valence.domain.resource.PathTemplate;
import io.valence.domain.resource.Resource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** A resource in the making: each word changes it. */
final class Shelf {
    private static final AtomicLong NUMBERS = new AtomicLong(7_000_000);

    private final String method;
    private final String path;
    private final List<Parameter> parameters = new ArrayList<>();
    private String vendorPath;
    private Resource.Pagination pagination = Resource.Pagination.NO_PAGINATION;
    private Optional<DocumentPath> rootKey = Optional.empty();
    private Optional<NextPageKey> nextPageKey = Optional.empty();
    private Manner manner = Manner.ORDINARY;

    private Shelf(String method, String path) {
        this.method = method;
        this.path = path;
        this.vendorPath = path;
    }

    static Shelf of(String method, String path) {
        return new Shelf(method, path);
    }

    /** A list that the vendor cuts into pages in this way. */
    static Shelf paged(String path, PagingStyle style) {
        Shelf shelf =
                new Shelf("GET", path)
                        .with("pageSize", "size")
                        .with("page", "from")
                        .with("colour", "colour");
        shelf.pagination = Resource.Pagination.VENDOR_SUPPORTED;
        shelf.manner = manner(Optional.of(style), "count", "", false);
        return style == PagingStyle.CURSOR ? shelf.with("nextPage", "cursor") : shelf;
    }

    /** A list that the vendor gives as a whole. */
    static Shelf whole(String path) {
        Shelf shelf = new Shelf("GET", path);
        shelf.pagination = Resource.Pagination.VENDOR_NOT_SUPPORTED;
        shelf.manner = manner(Optional.empty(), "", "", true);
        return shelf;
    }

    Shelf at(String address) {
        vendorPath = address;
        return this;
    }

    Shelf under(String key) {
        rootKey = DocumentPath.parse(key);
        return this;
    }

    Shelf goingOnBy(String key) {
        nextPageKey = NextPageKey.parse(key);
        return this;
    }

    Shelf saying(String total, String more) {
        manner = manner(manner.paging(), total, more, false);
        return this;
    }

    Shelf answering(Manner.Answered content) {
        manner =
                new Manner(
                        manner.paging(),
                        manner.total(),
                        manner.more(),
                        manner.idField(),
                        manner.filteredHere(),
                        content);
        return this;
    }

    Shelf knownBy(String idField) {
        manner =
                new Manner(
                        manner.paging(),
                        manner.total(),
                        manner.more(),
                        Optional.of(idField),
                        manner.filteredHere(),
                        manner.content());
        return this;
    }

    Shelf with(String name, String vendorName) {
        return with(Source.QUERY, name, Destination.QUERY, vendorName, false);
    }

    Shelf with(
            Source source,
            String name,
            Destination destination,
            String vendorName,
            boolean required) {
        parameters.add(
                new Parameter(
                        NUMBERS.incrementAndGet(),
                        name,
                        source,
                        vendorName,
                        destination,
                        required,
                        Optional.empty()));
        return this;
    }

    Shelf withBody(boolean required) {
        return with(Source.BODY, "body", Destination.BODY, "body", required);
    }

    Resource resource() {
        return new Resource(
                NUMBERS.incrementAndGet(),
                method,
                PathTemplate.parse(path).orElseThrow(),
                method,
                PathTemplate.parse(vendorPath).orElseThrow(),
                "Of a shop.",
                Resource.Kind.API,
                Optional.of("things"),
                parameters,
                pagination,
                rootKey,
                nextPageKey,
                manner);
    }

    static List<Resource> resources(Shelf... shelves) {
        return Arrays.stream(shelves).map(Shelf::resource).toList();
    }

    private static Manner manner(
            Optional<PagingStyle> style, String total, String more, boolean filteredHere) {
        return new Manner(
                style,
                DocumentPath.parse(total),
                DocumentPath.parse(more),
                Optional.empty(),
                filteredHere,
                Manner.Answered.RECORDS);
    }
}
