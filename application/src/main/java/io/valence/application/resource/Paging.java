package io.valence.application.resource;

import io.valence.domain.configuration.ConfigurationKey;
import io.valence.domain.configuration.Limits;
import io.valence.domain.configuration.UnlockedConfiguration;
import io.valence.domain.resource.PagingStyle;
import io.valence.domain.resource.Resource;

import java.util.Map;
import java.util.OptionalInt;

/**
 * How a vendor is asked for a page of a list.
 *
 * @param most how many records it gives at once
 * @param firstPage the number of its first page
 */
record Paging(PagingStyle style, int most, long firstPage) {
    private static final ConfigurationKey MOST = new ConfigurationKey("pagination.max");
    private static final ConfigurationKey FIRST =
            new ConfigurationKey("pagination.page.startindex");
    private static final int USUAL = 100;

    /** As the instance and the resource have it. */
    static Paging of(PagingStyle style, UnlockedConfiguration configuration, Resource resource) {
        OptionalInt most =
                configuration
                        .text(MOST)
                        .map(text -> Limits.limit(text, resource.objectName().orElse("default")))
                        .orElse(OptionalInt.empty());
        OptionalInt first =
                configuration
                        .text(FIRST)
                        .map(text -> Limits.limit(text, "default"))
                        .orElse(OptionalInt.empty());
        return new Paging(style, Math.max(1, most.orElse(USUAL)), first.orElse(1));
    }

    /** The parameters that ask for so many records from this position on. */
    Map<String, String> parameters(Position position, int size) {
        String count = Integer.toString(size);
        return switch (position) {
            case Position.After(var records) ->
                    Map.of(
                            InquiryReader.PAGE_SIZE,
                            count,
                            InquiryReader.PAGE,
                            Long.toString(
                                    style == PagingStyle.PAGE
                                            ? records / size + firstPage
                                            : records));
            case Position.At(var word, _, _) ->
                    word.isEmpty()
                            ? Map.of(InquiryReader.PAGE_SIZE, count)
                            : Map.of(InquiryReader.PAGE_SIZE, count, InquiryReader.NEXT_PAGE, word);
        };
    }
}
