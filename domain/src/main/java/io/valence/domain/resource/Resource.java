package io.valence.domain.resource;

import io.valence.domain.document.DocumentPath;
import io.valence.domain.document.Node;

import java.util.List;
import java.util.Optional;

/**
 * One thing that can be called through an instance: what callers ask for, and what the vendor is
 * asked for in its place.
 *
 * @param id its number in element files and answers
 * @param method what callers send, in capitals
 * @param path what callers ask for, without the hub; each name in braces stands for a segment
 * @param vendorMethod what the vendor is sent
 * @param vendorPath below the vendor's base address; names that are no parameter's are entries'
 * @param objectName the kind of record that it is about, such as {@code customers}
 * @param parameters where values come from and go to, in the order of the file
 * @param rootKey where the records stand in the vendor's answer; at its top if there is none
 * @param nextPageKey where the vendor says how to go on
 * @param manner what the hosted platform's shape has no words for
 */
public record Resource(
        long id,
        String method,
        PathTemplate path,
        String vendorMethod,
        PathTemplate vendorPath,
        String description,
        Kind kind,
        Optional<String> objectName,
        List<Parameter> parameters,
        Pagination pagination,
        Optional<DocumentPath> rootKey,
        Optional<NextPageKey> nextPageKey,
        Manner manner) {
    public Resource {
        parameters = List.copyOf(parameters);
    }

    /** Who may call it. */
    public enum Kind {
        /** Callers, who find it in the documentation. */
        API("api"),
        /** Callers who know of it. */
        API_NO_DOCUMENTATION("apiNoDocumentation");

        private final String wireName;

        Kind(String wireName) {
            this.wireName = wireName;
        }

        /** The word in element files. */
        public String wireName() {
            return wireName;
        }

        /** The kind of this word, if there is one. */
        public static Optional<Kind> named(String word) {
            for (Kind kind : values()) {
                if (kind.wireName.equals(word)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }
    }

    /** Who cuts a list into pages. */
    public enum Pagination {
        /** The vendor. */
        VENDOR_SUPPORTED,
        /** This server, of the whole list. */
        VENDOR_NOT_SUPPORTED,
        /** Nobody: there is one answer. */
        NO_PAGINATION
    }

    /** Whether it answers with a list of records. */
    public boolean isList() {
        return pagination != Pagination.NO_PAGINATION;
    }

    /** Whether it answers with a file, which passes through. */
    public boolean isFile() {
        return manner.content() == Manner.Answered.FILE;
    }

    /**
     * Whether it is of the records at this place: of all of them, or of one of them by its name.
     */
    public boolean isOfRecordsAt(List<String> place) {
        List<String> segments = path.segments();
        int further = segments.size() - place.size();
        boolean near = further == 0 || (further == 1 && isName(segments.get(place.size())));
        return near
                && segments.subList(0, place.size()).equals(place)
                && place.stream().noneMatch(Resource::isName);
    }

    private static boolean isName(String segment) {
        return segment.startsWith("{");
    }

    /** What stands at the root key of an answer, if it has one. */
    public Optional<Node> atRoot(Node answer) {
        return rootKey.flatMap(path -> path.in(answer));
    }

    /** The parameter that this part of a request goes into, if there is one. */
    public Optional<Parameter> parameter(Parameter.Source source, String name) {
        for (Parameter parameter : parameters) {
            if (parameter.source() == source && parameter.name().equals(name)) {
                return Optional.of(parameter);
            }
        }
        return Optional.empty();
    }
}
