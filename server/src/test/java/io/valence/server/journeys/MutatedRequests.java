package io.valence.server.journeys;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/** Requests whose first line and headers are wrong in every way that chance finds. */
final class MutatedRequests {
    private static final List<String> METHODS =
            List.of(
                    "GET", "GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE",
                    "FOO");

    private static final List<String> PATHS =
            List.of(
                    "/instances",
                    "/instances/",
                    "//instances",
                    "/instances/configuration",
                    "/instances/enabled",
                    "/elements",
                    "/elements/keys",
                    "/elements/oraclesalescloud",
                    "/elements/1948/instances",
                    "/elements/1948/configuration",
                    "/elements/sapanywhere/configuration/validate",
                    "/hubs",
                    "/hubs/crm/elements",
                    "/nosuch",
                    "/../admin/organizations",
                    "/%2e%2e/x",
                    "/%00",
                    "/%",
                    "/%zz",
                    "/%ff%fe",
                    "/instances/%2F",
                    "/instances;a=b",
                    "/elements/%F0%9F%98%80",
                    "/elements/a b");

    private static final List<String> IDS =
            List.of(
                    "0",
                    "-1",
                    "1.0",
                    "abc",
                    "99999999999999999999",
                    "9223372036854775807",
                    "%20",
                    "1e3",
                    "0x1",
                    "%31",
                    "null",
                    "1/2",
                    "\u00b2");

    private static final List<String> QUERIES =
            List.of(
                    "",
                    "?",
                    "?pageSize=",
                    "?pageSize=0",
                    "?pageSize=-1",
                    "?pageSize=99999999999999",
                    "?pageSize=abc",
                    "?page=0",
                    "?page=999999999",
                    "?nextPage=",
                    "?nextPage=null",
                    "?nextPage=abc",
                    "?nextPage=e30",
                    "?nextPage=eyJwYWdlU2l6ZSI6MCwiYWZ0ZXIiOiIxIn0",
                    "?nextPage=eyJwYWdlU2l6ZSI6MiwiYWZ0ZXIiOiJ4In0",
                    "?nextPage=%00",
                    "?nextPage=WzFd",
                    "?nextPage=eyJhZnRlciI6e30sInBhZ2VTaXplIjpbXX0",
                    "?tags[]=a&tags[]=",
                    "?tags%5B%5D=%00",
                    "?tags=%ff",
                    "?valid=maybe",
                    "?valid=TRUE",
                    "?hydrate=1",
                    "?strict=x",
                    "?%",
                    "?%zz=1",
                    "?a=%ud800",
                    "?where=name%3D'x'",
                    "?where=((((",
                    "?where='",
                    "?where=name%20like%20'%25'",
                    "?where=%00",
                    "?reAuthenticate=x",
                    "?&&&=",
                    "?=x",
                    "?where=a%20in%20('b','c'");

    private static final List<String> ODD_HEADERS =
            List.of(
                    "Accept: text/html",
                    "Accept: */*;q=0",
                    "Accept: ;;;",
                    "Accept: application/problem+json",
                    "Content-Type: text/plain",
                    "Content-Type: application/vnd.odd+json",
                    "Content-Type: application/json; charset=utf-16",
                    "Content-Type: application/json; charset=\"",
                    "Content-Type: ;",
                    "Content-Type: multipart/form-data",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Encoding: gzip",
                    "Origin: null",
                    "Origin: https://evil.example",
                    "Transfer-Encoding: gzip",
                    "X-Odd: \u0001",
                    "X-\u00e9: 1",
                    "Cookie: a=\"",
                    "Range: bytes=0-1",
                    "If-None-Match: *",
                    "Elements-Async-Request: True",
                    "Elements-Version: Helium",
                    "Host: evil.example",
                    "Upgrade: h2c");

    private static final List<String> CALLERS =
            List.of(
                    "Authorization: ",
                    "Authorization: User",
                    "Authorization: User , Organization ",
                    "Authorization: User a, Organization b, Element c",
                    "Authorization: Basic dTpw",
                    "Authorization: Bearer x",
                    "Authorization: User a b, Organization c",
                    "Authorization: ,,,",
                    "Authorization: User \u00ff, Organization \u00fe",
                    "Authorization: Operator x",
                    "Authorization: User a, User b");

    private final Random random;
    private final String caller;
    private final List<String> known;

    /** Requests of this caller as often as not, and for these instances among others. */
    MutatedRequests(Random random, String caller, List<String> known) {
        this.random = random;
        this.caller = caller;
        this.known = known;
    }

    /**
     * A request, one character a byte, with the method apart, since the answer to HEAD has no body.
     */
    record Raw(String method, String text) {}

    Raw next(byte[] body) {
        String method = any(METHODS);
        StringBuilder head = new StringBuilder(method).append(' ').append(target()).append(' ');
        head.append(random.nextInt(25) == 0 ? "HTTP/1.0" : "HTTP/1.1").append("\r\n");
        head.append("Host: localhost\r\nConnection: close\r\n");
        int headers = random.nextInt(3);
        for (int i = 0; i < headers; i++) {
            head.append(any(ODD_HEADERS)).append("\r\n");
        }
        switch (random.nextInt(4)) {
            case 0 -> head.append(any(CALLERS)).append("\r\n");
            case 1 -> {}
            default -> head.append("Authorization: ").append(caller).append("\r\n");
        }
        if (random.nextInt(60) == 0) {
            head.append("X-Long: ").append("x".repeat(20_000)).append("\r\n");
        }
        boolean withBody = random.nextInt(3) == 0;
        if (withBody) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
            if (random.nextInt(20) == 0) {
                head.append("Content-Length: ").append(random.nextInt(9)).append("\r\n");
            }
        }
        head.append("\r\n");
        if (withBody) {
            head.append(new String(body, StandardCharsets.ISO_8859_1));
        }
        return new Raw(method, head.toString());
    }

    private String target() {
        String path =
                switch (random.nextInt(4)) {
                    case 0 -> "/instances/" + id() + part();
                    case 1 -> "/elements/" + id() + "/instances/" + id();
                    default -> any(PATHS);
                };
        String start =
                random.nextInt(30) == 0 ? any(List.of("/", "*", "", "/elements", "http://x")) : "";
        return (start.isEmpty() ? "/elements/api-v2" + path : start) + any(QUERIES);
    }

    private String id() {
        return random.nextInt(3) == 0 ? any(known) : any(IDS);
    }

    private String part() {
        return switch (random.nextInt(4)) {
            case 0 -> "/configuration";
            case 1 -> "/configuration/" + id();
            case 2 -> "/enabled";
            default -> "";
        };
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
