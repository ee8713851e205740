package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.Client;
import io.valence.benchmarks.measure.Duel;
import io.valence.benchmarks.measure.Figure;
import io.valence.benchmarks.measure.Folder;
import io.valence.benchmarks.measure.Progress;
import io.valence.benchmarks.measure.Scale;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * A vendor's list of five records, 2 KB of JSON, through a resource: read, mapped, freed of nulls
 * and written anew, beside nginx that hands on the same from the same upstream as it is. Once more
 * with a transformation that gives the fields other names.
 */
public final class Mapping {
    private static final int CORES = Runtime.getRuntime().availableProcessors();
    private static final int RECORDS = 5;
    private static final String ASKED = Account.PATH + Account.QUERY.formatted(RECORDS);
    private static final String LIST = "/hubs/crm/accounts?pageSize=" + RECORDS;
    private static final String OWN = "myaccounts";
    private static final String RESHAPED = "/hubs/crm/" + OWN + "?pageSize=" + RECORDS;
    private static final String NOBODY = "Basic eDp5";

    private static final Figure.Target SLOWEST = new Figure.Target.AtMost(4);

    private static final String TRANSFORMATION =
            """
            {"vendorName": "accounts",
             "fields": [{"path": "number", "vendorPath": "PartyNumber"},
                        {"path": "name", "vendorPath": "OrganizationName"},
                        {"path": "kind", "vendorPath": "Type"},
                        {"path": "founded", "vendorPath": "YearEstablished"},
                        {"path": "contact.phone", "vendorPath": "FormattedPhoneNumber"},
                        {"path": "contact.email", "vendorPath": "EmailAddress"},
                        {"path": "places[*].street", "vendorPath": "PrimaryAddress[*].AddressLine1"},
                        {"path": "places[*].city", "vendorPath": "PrimaryAddress[*].City"},
                        {"path": "made", "vendorPath": "CreationDate"}],
             "configuration": [{"type": "passThrough",
                                "properties": {"fromVendor": true, "toVendor": false}}]}
            """;

    private final Door door;
    private final Nginx relay;
    private final Scale scale;

    private Mapping(Door door, Nginx relay, Scale scale) {
        this.door = door;
        this.relay = relay;
        this.scale = scale;
    }

    /** Measures it. */
    public static List<Figure> measure(Scale scale) throws Exception {
        try (Folder folder = Folder.temporary();
                Nginx upstream = upstream(folder);
                Nginx relay = Nginx.relaying(below(folder, "relay"), CORES, upstream.port());
                Door door = Door.beforeOracle(below(folder, "door"), upstream.port(), List.of())) {
            return new Mapping(door, relay, scale).figures();
        }
    }

    private static Nginx upstream(Folder folder) throws Exception {
        Path files = below(folder, "upstream");
        Path accounts = files.resolve(Account.PATH.substring(1));
        Files.createDirectories(accounts.getParent());
        Files.writeString(accounts, Account.page(0, RECORDS, RECORDS));
        Progress.say("  the vendor's answer has %d bytes", Files.size(accounts));
        return Nginx.serving(files, CORES);
    }

    private static Path below(Folder folder, String name) throws Exception {
        return Files.createDirectory(folder.path().resolve(name));
    }

    private List<Figure> figures() throws Exception {
        door.reshape(OWN, TRANSFORMATION);
        require(relay.url(), ASKED, NOBODY, Account.KEY, true);
        require(door.url(), door.resource(LIST), door.authorization(), Account.KEY, false);
        require(door.url(), door.resource(RESHAPED), door.authorization(), "\"founded\":", false);
        Progress.say("  warming up");
        H2load warmUp = Relayed.warmUp(scale);
        through(warmUp, LIST).call();
        H2load load = new H2load(scale.clients(), scale.seconds());
        direct(load).call();
        Duel<Relayed> plain = fight(load, LIST);
        int more = Relayed.crowd(scale);
        Progress.say("  %d clients", more);
        Duel<Relayed> crowd = fight(new H2load(more, scale.seconds()), LIST);
        Progress.say("  with a transformation");
        through(warmUp, RESHAPED).call();
        Duel<Relayed> reshaped = fight(load, RESHAPED);
        List<Figure> figures = new ArrayList<>();
        figures.add(
                Relayed.rate(
                        "a vendor's list of 2 KB through a resource / nginx `proxy_pass`",
                        plain,
                        new Figure.Target.AtLeast(0.28)));
        figures.add(Relayed.slowest(plain, SLOWEST));
        figures.add(Relayed.effort(plain));
        figures.addAll(Relayed.crowded(more, crowd, SLOWEST));
        figures.add(
                Relayed.rate(
                        "the same with a transformation / nginx `proxy_pass`",
                        reshaped,
                        new Figure.Target.None()));
        figures.add(Relayed.slowest(reshaped, new Figure.Target.None()));
        figures.add(Relayed.effort(reshaped));
        return figures;
    }

    /** Every record is there, and its nulls if they should be. */
    private static void require(
            String url, String path, String authorization, String member, boolean nulls)
            throws Exception {
        try (Client client = new Client(url, authorization)) {
            String list = new String(client.get(path), StandardCharsets.UTF_8);
            if (list.split(member, -1).length != RECORDS + 1 || list.contains("null") != nulls) {
                throw new IllegalStateException(url + path + " does not answer the list");
            }
        }
    }

    private Duel<Relayed> fight(H2load load, String list) throws Exception {
        return Duel.fight(
                scale.rounds(),
                Relayed.counted(through(load, list), door.server().handle(), scale),
                Relayed.counted(direct(load), relay.handle(), scale));
    }

    private Callable<Throughput> through(H2load load, String list) {
        return () -> load.read(door.url(), door.resource(list), door.authorization());
    }

    private Callable<Throughput> direct(H2load load) {
        return () -> load.read(relay.url(), ASKED, NOBODY);
    }
}
