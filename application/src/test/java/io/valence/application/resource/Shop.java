package io.valence.application.resource;

import io.valence.application.bench.Bench;
import io.valence.application.bench.Node;
import io.valence.application.call.Presence;
import io.valence.application.call.Setback;
import io.valence.application.call.Through;
import io.valence.application.resource.CallResource.Outcome;
import io.valence.domain.account.User;
import io.valence.domain.call.Content;
import io.valence.domain.call.Header;
import io.valence.domain.configuration.Supplied;
import io.valence.domain.element.Element;
import io.valence.domain.instance.Instance;
import io.valence.domain.query.Dialect;
import io.valence.domain.resource.Resource;
import io.valence.domain.resource.Resources;
import io.valence.domain.resource.VendorApi;
import io.valence.domain.secret.Seals;
import io.valence.domain.transformation.Transformation;
import io.valence.testkit.memory.InMemoryDocuments;
import io.valence.testkit.memory.InMemorySeals;
import io.valence.testkit.memory.InMemoryVendors;
import io.valence.testkit.memory.InMemoryVendors.Reply;
import io.valence.testkit.memory.InMemoryVendors.Sent;
import io.valence.testkit.sample.SampleElement;
import io.valence.testkit.sample.SampleElements;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An element of some resources, an instance of it, and whoever calls them through it. */
final class Shop {
    /** How many records its vendor gives at once. */
    static final int MOST = 3;

    static final String HOST = "mysite.example.com";
    static final String BASE = "/v1";

    private static final Pattern NUMBER = Pattern.compile("\"n\":(\\d+)");

    final Bench bench;
    final Instance instance;
    final Seals seals = new InMemorySeals();
    private CallResource resource;

    Shop(Shelf... shelves) {
        this(1, shelves);
    }

    /** Whose vendor's first page has this number. */
    Shop(int firstPage, Shelf... shelves) {
        this(firstPage, Optional.empty(), Shelf.resources(shelves));
    }

    Shop(int firstPage, Optional<Dialect> dialect, List<Resource> resources) {
        bench = new Bench(element(firstPage, dialect, resources));
        instance = another(Map.of());
        resource = useCase();
    }

    private static Element element(
            int firstPage, Optional<Dialect> dialect, List<Resource> resources) {
        return SampleElement.like(SampleElements.oracleSalesCloud())
                .called(4001, "shop")
                .withDefault("base.url", "https://{site.url}" + BASE)
                .withDefault("pagination.max", Integer.toString(MOST))
                .withDefault("pagination.page.startindex", Integer.toString(firstPage))
                .offering(new VendorApi(Resources.of(resources), List.of(), dialect))
                .element();
    }

    private CallResource useCase() {
        return useCase(Room.ofThisProcess());
    }

    private CallResource useCase(Room room) {
        return new CallResource(
                new Node(bench, "node-1").reach,
                new InMemoryDocuments(),
                seals,
                bench.kept,
                bench.clock,
                room);
    }

    /** There is no more room for documents than this. */
    void within(Room room) {
        resource = useCase(room);
    }

    /** One more instance of the same element, with these settings too. */
    Instance another(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Bench.oracle());
        all.putAll(settings);
        return bench.provisioned("shop", Bench.draft("Shop", List.of(), Supplied.of(all)));
    }

    /** Whoever holds the seals is another process now. */
    void restart() {
        resource = useCase();
    }

    /** Its vendor answers so at a path. */
    void answer(String path, int status, String json) {
        vendor().answer(BASE + "/" + path, Reply.json(status, json));
    }

    /** Its vendor answers with what follows from this parameter, which may be empty. */
    void answerThings(String parameter, Function<String, Reply> answer) {
        vendor().answer(
                        BASE + "/things",
                        sent -> answer.apply(Pages.query(sent).getOrDefault(parameter, "")));
    }

    /** The instance has these objects of its own. */
    void reshape(Transformation... transformations) {
        bench.instances
                .transformations()
                .transformations()
                .add(instance.id(), List.of(transformations));
    }

    InMemoryVendors vendor() {
        return bench.api;
    }

    List<Sent> sent() {
        return bench.api.sent();
    }

    Outcome get(String path, String... query) {
        return call(instance, "GET", path, query);
    }

    Outcome call(Instance through, String method, String path, String... query) {
        return call(through, method, path, pairs(query), List.of(), Optional.empty());
    }

    Outcome send(String method, String path, String type, String body) {
        return call(
                instance,
                method,
                path,
                Map.of(),
                type.isEmpty() ? List.of() : List.of(new Header("Content-Type", type)),
                Optional.of(content(body)));
    }

    Outcome call(
            Instance through,
            String method,
            String path,
            Map<String, String> query,
            List<Header> headers,
            Optional<Content> content) {
        return call(
                bench.ada, through, method, List.of(path.split("/", -1)), query, headers, content);
    }

    /** The same to a path of which each segment is given, whatever is in it. */
    Outcome at(List<String> segments, Map<String, String> query) {
        return call(bench.ada, instance, "GET", segments, query, List.of(), Optional.empty());
    }

    /** By somebody else. */
    Outcome getBy(User caller, String path) {
        return call(
                caller,
                instance,
                "GET",
                List.of(path.split("/", -1)),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    private Outcome call(
            User caller,
            Instance through,
            String method,
            List<String> segments,
            Map<String, String> query,
            List<Header> headers,
            Optional<Content> content) {
        return resource.call(
                new CallResource.Request(
                        caller,
                        new Through.ByToken(through.token()),
                        method,
                        segments,
                        query,
                        headers,
                        content,
                        false));
    }

    /** By a caller who waits as long as this lasts. */
    Outcome getWhile(Presence presence, String path, String... query) {
        return resource.call(
                new CallResource.Request(
                        bench.ada,
                        new Through.ByToken(instance.token()),
                        "GET",
                        List.of(path.split("/", -1)),
                        pairs(query),
                        List.of(),
                        Optional.empty(),
                        true,
                        false,
                        Optional.empty(),
                        presence));
    }

    static Content content(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return new Content(new ByteArrayInputStream(bytes), OptionalLong.of(bytes.length));
    }

    private static Map<String, String> pairs(String... query) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String pair : query) {
            int equal = pair.indexOf('=');
            pairs.put(pair.substring(0, equal), pair.substring(equal + 1));
        }
        return pairs;
    }

    static Outcome.Answered answered(Outcome outcome) {
        if (outcome instanceof Outcome.Answered answered) {
            return answered;
        }
        throw new AssertionError(outcome.toString());
    }

    static String json(Outcome outcome) {
        return new String(answered(outcome).json().bytes(), StandardCharsets.UTF_8);
    }

    static String token(Outcome outcome) {
        return answered(outcome).nextPage().orElseThrow();
    }

    static List<String> problems(Outcome outcome) {
        if (outcome instanceof Outcome.Unacceptable(var instance, var problems)) {
            return problems;
        }
        throw new AssertionError(outcome.toString());
    }

    static String failure(Outcome outcome) {
        if (outcome instanceof Outcome.NotCarriedOut(Setback.VendorFailed failed)) {
            return failed.reason();
        }
        throw new AssertionError(outcome.toString());
    }

    /** The numbers of the records in an answer. */
    static List<Integer> numbers(Outcome outcome) {
        List<Integer> numbers = new ArrayList<>();
        Matcher matcher = NUMBER.matcher(json(outcome));
        while (matcher.find()) {
            numbers.add(Integer.valueOf(matcher.group(1)));
        }
        return numbers;
    }
}
