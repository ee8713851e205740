package io.valence.benchmarks.listing;

import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Folder;
import io.valence.benchmarks.measure.Median;
import io.valence.benchmarks.measure.Postgres;
import io.valence.benchmarks.measure.Progress;
import io.valence.benchmarks.measure.Scale;
import io.valence.domain.element.ElementId;
import io.valence.domain.instance.InstanceId;
import io.valence.domain.instance.Selection;
import io.valence.domain.instance.Tag;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Pages of twenty from a large database beside the same from one of a thousand instances. */
public final class Listing {
    private static final int SMALL = 1000;
    private static final int PAGE = 20;
    private static final int WARM_UP = 300;
    private static final int CALLS = 400;
    private static final int BEGINNINGS = 40;

    private Listing() {}

    private record Page(
            String name, Set<String> tags, Optional<Long> element, boolean sound, boolean deep) {
        /**
         * H2 remembers a statement's last result, so no page begins where the one before it did.
         */
        Selection of(Store store, int call) {
            return new Selection(
                    store.organization(),
                    Set.copyOf(tags.stream().map(Tag::new).toList()),
                    sound ? Optional.of(true) : Optional.empty(),
                    element.map(ElementId::new),
                    Optional.of(new InstanceId((deep ? store.middle() : 1) + call % BEGINNINGS)),
                    0,
                    PAGE);
        }
    }

    private static List<Page> pages() {
        return List.of(
                page("first page", false),
                page("page from the middle", true),
                page("first page by tag", false, "team-3"),
                page("page by tag from the middle", true, "team-3"),
                page("all of a rare tag", false, Store.RARE),
                page("first page by two tags", false, "team-3", "north"),
                page("page by two tags from the middle", true, "team-3", "north"),
                new Page("first page by element", Set.of(), Optional.of(2198L), false, false),
                new Page("first page of the valid", Set.of(), Optional.empty(), true, false));
    }

    private static Page page(String name, boolean deep, String... tags) {
        return new Page(name, Set.of(tags), Optional.empty(), false, deep);
    }

    /** Measures it on H2. */
    public static List<Figure> onH2(Scale scale) throws Exception {
        try (Folder folder = Folder.temporary();
                Store small = Store.seeded(h2(folder, "small"), SMALL);
                Store large = Store.seeded(h2(folder, "large"), scale.instancesOnH2())) {
            return measure("H2", small, large, scale.instancesOnH2());
        }
    }

    private static String h2(Folder folder, String name) {
        return "jdbc:h2:file:" + folder.path().resolve(name);
    }

    /** Measures it on PostgreSQL. */
    public static List<Figure> onPostgres(Scale scale) throws Exception {
        try (Postgres postgres = Postgres.startForSeeding();
                Store small = Store.seeded(postgres.emptyDatabase("small"), SMALL);
                Store large =
                        Store.seeded(
                                postgres.emptyDatabase("large"), scale.instancesOnPostgres())) {
            tidy(postgres, "small");
            tidy(postgres, "large");
            return measure("PostgreSQL", small, large, scale.instancesOnPostgres());
        }
    }

    /** What the database does by itself after a while, done at once. */
    private static void tidy(Postgres postgres, String database) throws SQLException {
        Progress.say("  vacuuming %s", database);
        try (Connection connection = postgres.connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    private static List<Figure> measure(String product, Store small, Store large, int size) {
        List<Figure> figures = new ArrayList<>();
        for (Page page : pages()) {
            double[] ofSmall = new double[CALLS];
            double[] ofLarge = new double[CALLS];
            for (int i = -WARM_UP; i < CALLS; i++) {
                double first = small.milliseconds(page.of(small, i + WARM_UP));
                double second = large.milliseconds(page.of(large, i + WARM_UP));
                if (i >= 0) {
                    ofSmall[i] = first;
                    ofLarge[i] = second;
                }
            }
            Figure figure =
                    new Figure(
                            String.format(
                                    Locale.ROOT,
                                    "%s on %s, %,d / %,d instances",
                                    page.name(),
                                    product,
                                    size,
                                    SMALL),
                            text(ofLarge),
                            text(ofSmall),
                            Median.of(ofLarge) / Median.of(ofSmall),
                            new Figure.Target.AtMost(1.5));
            Progress.say("  %s: %s, %s", figure.name(), figure.ours(), figure.reference());
            figures.add(figure);
        }
        return figures;
    }

    private static String text(double[] milliseconds) {
        return String.format(
                Locale.ROOT,
                "%.2f ms, p99 %.2f ms",
                Median.of(milliseconds),
                Median.percentile(99, milliseconds));
    }
}
