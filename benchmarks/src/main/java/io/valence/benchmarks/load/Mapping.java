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

    /** How many seconds it takes until the resources' code is compiled for good. */
    private static final int WARM_UP = 40;

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
        Wrk warmUp = new Wrk(scale.clients(), Math.max(WARM_UP, scale.seconds()));
        through(warmUp, LIST).call();
        through(warmUp, RESHAPED).call();
        Wrk wrk = new Wrk(scale.clients(), scale.seconds());
        direct(wrk).call();
        Duel<Relayed> plain = fight(wrk, LIST);
        Progress.say("  with a transformation");
        Duel<Relayed> reshaped = fight(wrk, RESHAPED);
        return List.of(
                Relayed.rate(
                        "a vendor's list of 2 KB through a resource / nginx `proxy_pass`",
                        plain,
                        new Figure.Target.AtLeast(0.28)),
                Relayed.slowest(plain, new Figure.Target.AtMost(4)),
                Relayed.effort(plain),
                Relayed.rate(
                        "the same with a transformation / nginx `proxy_pass`",
                        reshaped,
                        new Figure.Target.None()),
                Relayed.slowest(reshaped, new Figure.Target.None()),
                Relayed.effort(reshaped));
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

    private Duel<Relayed> fight(Wrk wrk, String list) throws Exception {
        return Duel.fight(
                scale.rounds(),
                Relayed.counted(through(wrk, list), door.server().handle(), scale),
                Relayed.counted(direct(wrk), relay.handle(), scale));
    }

    private Callable<Throughput> through(Wrk wrk, String list) {
        return () -> wrk.read(door.url(), door.resource(list), door.authorization());
    }

    private Callable<Throughput> direct(Wrk wrk) {
        return () -> wrk.read(relay.url(), ASKED, NOBODY);
    }
}
