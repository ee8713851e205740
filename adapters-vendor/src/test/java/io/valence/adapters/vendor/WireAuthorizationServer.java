package io.valence.adapters.vendor;

import io.valence.domain.authorization.OAuthClient;
import io.valence.domain.secret.Secret;
import io.valence.testkit.contract.AuthorizationServer;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** An authorization server on loopback, over real connections, that takes clients in headers. */
final class WireAuthorizationServer implements AuthorizationServer, AutoCloseable {
    private static final String ID = "contract-client";
    private static final String SECRET = "contract-secret";

    private final RawVendor vendor = RawVendor.that(this::answer);
    private final Map<String, Consent> consents = new ConcurrentHashMap<>();
    private final Map<String, String> accessByRefresh = new ConcurrentHashMap<>();
    private final Set<String> good = ConcurrentHashMap.newKeySet();
    private final AtomicInteger last = new AtomicInteger();
    private final AtomicReference<Optional<Mishap>> next = new AtomicReference<>(Optional.empty());

    private record Consent(String callback, Optional<String> challenge) {}

    private boolean answer(RawVendor.Asked asked, OutputStream out, Socket connection)
            throws IOException, InterruptedException {
        Optional<Mishap> mishap = next.getAndSet(Optional.empty());
        if (mishap.filter(Mishap.NO_ANSWER::equals).isPresent()) {
            Thread.sleep(3_000);
        }
        Optional<String> body = mishap.isEmpty() ? Optional.of(answer(asked)) : fail(mishap.get());
        if (body.isEmpty()) {
            return false;
        }
        String text = body.get();
        int status =
                mishap.filter(Mishap.SERVER_ERROR::equals).isPresent()
                        ? 500
                        : text.contains("invalid_client")
                                ? 401
                                : text.contains("error") ? 400 : 200;
        out.write(
                RawVendor.bytes(
                        "HTTP/1.1 "
                                + status
                                + " Said|Content-Type: application/json|Content-Length: "
                                + text.length()
                                + "||"
                                + text));
        return !connection.isClosed();
    }

    private Optional<String> fail(Mishap mishap) {
        return switch (mishap) {
            case NO_LIFETIME -> Optional.of(tokens(true, false));
            case NO_REFRESH_TOKEN -> Optional.of(tokens(false, true));
            case NO_TOKENS -> Optional.of("{\"welcome\":true}");
            case REPEATED_SECRET -> Optional.of(error("invalid_grant", "You said " + SECRET + "!"));
            case SERVER_ERROR -> Optional.of(error("server_error", "Oh"));
            case CONNECTION_LOST, NO_ANSWER -> Optional.empty();
        };
    }

    private String answer(RawVendor.Asked asked) {
        String basic = "Basic " + base64((ID + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        if (!asked.header("Authorization").equals(basic)) {
            return error("invalid_client", "Who?");
        }
        Map<String, String> form = form(asked.text());
        if (asked.line().contains("/revoke")) {
            String token = form.getOrDefault("token", "");
            good.remove(token);
            good.remove(accessByRefresh.getOrDefault(token, ""));
            accessByRefresh.remove(token);
            return "{}";
        }
        return switch (form.getOrDefault("grant_type", "")) {
            case "authorization_code" -> exchanged(form);
            case "client_credentials" -> tokens(false, true);
            case "refresh_token" ->
                    accessByRefresh.remove(form.getOrDefault("refresh_token", "")) == null
                            ? error("invalid_grant", "Gone")
                            : tokens(true, true);
            default -> error("unsupported_grant_type", "What?");
        };
    }

    private String exchanged(Map<String, String> form) {
        Consent consent = consents.remove(form.getOrDefault("code", ""));
        boolean fits =
                consent != null
                        && consent.callback().equals(form.get("redirect_uri"))
                        && consent.challenge()
                                .equals(
                                        Optional.ofNullable(form.get("code_verifier"))
                                                .map(WireAuthorizationServer::challenge));
        return fits ? tokens(true, true) : error("invalid_grant", "Gone");
    }

    private String tokens(boolean refresh, boolean lifetime) {
        int number = last.incrementAndGet();
        String access = "access-" + number;
        good.add(access);
        StringBuilder body = new StringBuilder("{\"access_token\":\"" + access + "\"");
        if (refresh) {
            accessByRefresh.put("refresh-" + number, access);
            body.append(",\"refresh_token\":\"refresh-").append(number).append('"');
        }
        return body.append(lifetime ? ",\"expires_in\":600" : "")
                .append(",\"token_type\":\"bearer\"}")
                .toString();
    }

    private static String error(String code, String description) {
        return "{\"error\":\"" + code + "\",\"error_description\":\"" + description + "\"}";
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        for (String pair : body.split("&", -1)) {
            int equal = pair.indexOf('=');
            form.put(
                    pair.substring(0, equal),
                    URLDecoder.decode(pair.substring(equal + 1), StandardCharsets.UTF_8));
        }
        return form;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            return base64(
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public OAuthClient client() {
        URI address = vendor.address();
        return new OAuthClient(
                address.resolve("/token"),
                address.resolve("/token"),
                Optional.of(address.resolve("/revoke")),
                Secret.of(ID),
                Secret.of(SECRET),
                true,
                Optional.empty());
    }

    @Override
    public Secret consent(String callback, Optional<Secret> verifier) {
        String code = "code-" + last.incrementAndGet();
        consents.put(
                code,
                new Consent(
                        callback,
                        verifier.map(Secret::reveal).map(WireAuthorizationServer::challenge)));
        return Secret.of(code);
    }

    @Override
    public void next(Mishap mishap) {
        next.set(Optional.of(mishap));
    }

    @Override
    public boolean letsIn(Secret access) {
        return good.contains(access.reveal());
    }

    @Override
    public int requests() {
        return vendor.asked().size();
    }

    @Override
    public URI barred() {
        return URI.create("https://10.0.0.1/token");
    }

    @Override
    public void close() {
        vendor.close();
    }
}
