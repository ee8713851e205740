package io.valence.benchmarks;

import io.valence.benchmarks.listing.Listing;
import io.valence.benchmarks.load.Gathering;
import io.valence.benchmarks.load.Mapping;
import io.valence.benchmarks.load.Reading;
import io.valence.benchmarks.load.Relaying;
import io.valence.benchmarks.load.Streaming;
import io.valence.benchmarks.load.Writing;
import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Progress;
import io.valence.benchmarks.measure.Scale;
import io.valence.benchmarks.memory.Remembering;
import io.valence.benchmarks.renewal.Renewing;
import io.valence.benchmarks.start.Starting;
import io.valence.benchmarks.translation.Translating;
import io.valence.benchmarks.validation.Validation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The program: measures the parts that are named, or all of them. */
public final class Main {
    private static final Map<String, Part> PARTS = parts();

    private Main() {}

    private interface Part {
        List<Figure> measure(Scale scale) throws Exception;
    }

    private static Map<String, Part> parts() {
        Map<String, Part> parts = new LinkedHashMap<>();
        parts.put("validation", Validation::measure);
        parts.put("reading-h2", Reading::onH2);
        parts.put("reading-postgresql", Reading::onPostgres);
        parts.put("writing", Writing::measure);
        parts.put("starting", Starting::measure);
        parts.put("relaying", Relaying::measure);
        parts.put("streaming", Streaming::measure);
        parts.put("mapping", Mapping::measure);
        parts.put("gathering", Gathering::measure);
        parts.put("remembering", Remembering::measure);
        parts.put("translating", Translating::measure);
        parts.put("renewing-h2", Renewing::onH2);
        parts.put("renewing-postgresql", Renewing::onPostgres);
        parts.put("listing-h2", Listing::onH2);
        parts.put("listing-postgresql", Listing::onPostgres);
        return parts;
    }

    /** Measures and prints the table. */
    public static void main(String[] arguments) throws Exception {
        List<String> wanted =
                arguments.length == 0 ? List.copyOf(PARTS.keySet()) : List.of(arguments);
        if (!PARTS.keySet().containsAll(wanted)) {
            Progress.say("The parts are: %s", String.join(", ", PARTS.keySet()));
            System.exit(2);
        }
        Scale scale = Scale.of(System.getenv());
        List<Figure> figures = new ArrayList<>();
        for (Map.Entry<String, Part> part : PARTS.entrySet()) {
            if (wanted.contains(part.getKey())) {
                Progress.say("%n%s", part.getKey());
                List<Figure> measured = part.getValue().measure(scale);
                Progress.say("%n%s", Figure.table(measured));
                figures.addAll(measured);
            }
        }
        Progress.say("%s%n%n%s", Machine.description(), Figure.table(figures));
        System.exit(0);
    }
}
