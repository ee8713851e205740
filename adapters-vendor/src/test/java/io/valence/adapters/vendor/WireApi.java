package io.valence.adapters.vendor;

import io.valence.domain.call.Header;
import io.valence.testkit.contract.ApiServer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;

/** An API on loopback, over real connections. */
final class WireApi implements ApiServer, AutoCloseable {
    private static final String PATH = "/api/v1";
    private static final String OTHER_NAME = "elsewhere.example.com";

    private final RawVendor vendor = RawVendor.that(this::answer);
    private final Map<String, byte[]> answers = new ConcurrentHashMap<>();
    private final AtomicReference<Optional<Mishap>> next = new AtomicReference<>(Optional.empty());

    /** Knows the other name of this server, and asks nobody about it. */
    static Lookup lookup() {
        return host ->
                host.equals(OTHER_NAME)
                        ? List.of(InetAddress.ofLiteral("127.0.0.1"))
                        : List.of(InetAddress.getAllByName(host));
    }

    private boolean answer(RawVendor.Asked asked, OutputStream out, Socket connection)
            throws IOException, InterruptedException {
        Optional<Mishap> mishap = next.getAndSet(Optional.empty());
        if (mishap.isPresent()) {
            if (mishap.get() == Mishap.NO_ANSWER) {
                Thread.sleep(3_000);
            }
            return false;
        }
        String target = target(asked);
        int mark = target.indexOf('?');
        byte[] none = RawVendor.bytes("HTTP/1.1 404 Not Found|Content-Length: 0||");
        out.write(answers.getOrDefault(mark < 0 ? target : target.substring(0, mark), none));
        return !connection.isClosed();
    }

    private static String target(RawVendor.Asked asked) {
        return asked.line().split(" ", -1)[1];
    }

    @Override
    public URI base() {
        return vendor.address().resolve(PATH);
    }

    @Override
    public URI elsewhere() {
        return URI.create("http://" + OTHER_NAME + ":" + vendor.port());
    }

    @Override
    public URI barred() {
        return URI.create("https://10.0.0.1/api");
    }

    @Override
    public void answer(String path, int status, List<Header> headers, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Said|");
        headers.forEach(header -> head.append(header.name() + ": " + header.value()).append('|'));
        head.append("Content-Length: ").append(bytes.length).append("||");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(RawVendor.bytes(head.toString()));
        whole.writeBytes(bytes);
        answers.put(path, whole.toByteArray());
    }

    @Override
    public void next(Mishap mishap) {
        next.set(Optional.of(mishap));
    }

    @Override
    public List<Received> received() {
        return vendor.asked().stream()
                .map(
                        asked ->
                                new Received(
                                        asked.line().substring(0, asked.line().indexOf(' ')),
                                        target(asked),
                                        asked.headers().stream().map(WireApi::header).toList(),
                                        asked.text()))
                .toList();
    }

    private static Header header(String line) {
        int colon = line.indexOf(':');
        return new Header(line.substring(0, colon), line.substring(colon + 1).strip());
    }

    @Override
    public void close() {
        vendor.close();
    }
}
