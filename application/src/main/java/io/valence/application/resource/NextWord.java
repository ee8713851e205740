package io.valence.application.resource;

import io.valence.domain.call.Header;
import io.valence.domain.document.DocumentPath;
import io.valence.domain.document.Node;
import io.valence.domain.resource.NextPageKey;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What a vendor's answer calls the page that follows. */
final class NextWord {
    private static final String LINK = "Link";

    private NextWord() {}

    /** The word, if a page follows. */
    static Optional<String> find(NextPageKey key, Node document, List<Header> headers) {
        Optional<String> found =
                switch (key.part()) {
                    case BODY ->
                            DocumentPath.parse(key.where())
                                    .flatMap(path -> path.in(document))
                                    .flatMap(NextWord::text);
                    case HEADER ->
                            headers.stream()
                                    .filter(header -> header.is(key.where()))
                                    .flatMap(header -> said(header).stream())
                                    .findFirst();
                };
        Optional<String> word = found.filter(text -> !text.isBlank());
        return key.parameter().isEmpty()
                ? word
                : word.flatMap(address -> parameter(address, key.parameter().get()));
    }

    private static Optional<String> text(Node node) {
        return switch (node) {
            case Node.Text(var text) -> Optional.of(text);
            case Node.Decimal(var digits) -> Optional.of(digits);
            default -> Optional.empty();
        };
    }

    /** Of a list of links the one that leads on (RFC 8288, section 3). */
    private static Optional<String> said(Header header) {
        if (!header.is(LINK)) {
            return Optional.of(header.value());
        }
        for (String link : header.value().split(",(?=\\s*<)", -1)) {
            int open = link.indexOf('<');
            int close = link.indexOf('>', open + 1);
            if (open >= 0 && close > open && isNext(link.substring(close + 1))) {
                return Optional.of(link.substring(open + 1, close));
            }
        }
        return Optional.empty();
    }

    private static boolean isNext(String parameters) {
        for (String parameter : parameters.split(";", -1)) {
            String[] pair = parameter.strip().split("=", 2);
            if (pair.length == 2 && pair[0].strip().equalsIgnoreCase("rel")) {
                for (String word : pair[1].replace("\"", "").strip().split("\\s+", -1)) {
                    if (word.equalsIgnoreCase("next")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static Optional<String> parameter(String address, String name) {
        int mark = address.indexOf('?');
        if (mark < 0) {
            return Optional.empty();
        }
        for (String pair : address.substring(mark + 1).split("&", -1)) {
            int equal = pair.indexOf('=');
            if (equal > 0 && name.equals(decoded(pair.substring(0, equal)))) {
                return Optional.of(decoded(pair.substring(equal + 1)))
                        .filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }
}
