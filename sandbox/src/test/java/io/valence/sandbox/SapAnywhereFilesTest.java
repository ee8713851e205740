package io.valence.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

class SapAnywhereFilesTest {
    private Sandbox sandbox;
    private SapAnywhere vendor;
    private Browser browser;

    @BeforeEach
    void start() {
        sandbox = Sandbox.start(SandboxOptions.defaults());
        vendor = sandbox.sapAnywhere();
        var token = new Application(vendor).granted().access();
        browser = new Browser().with("Authorization", "Bearer " + token);
    }

    @AfterEach
    void stop() {
        sandbox.close();
    }

    private String url(String rest) {
        return vendor.baseUrl() + rest;
    }

    private JsonNode read(String rest) {
        var response = browser.get(url(rest));
        assertThat(response.statusCode()).as(rest + " " + response.body()).isEqualTo(200);
        return Browser.json(response);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Customers/3/Attachments", "Products/4/Attachments/", "Products/4/Images/"})
    void givesBackTheFileThatItWasGiven(String place) {
        var content = new byte[5 << 20];
        var files = url(place).replaceAll("/$", "") + "/";
        new Random(7).nextBytes(content);

        var created = upload(place, content);
        var list = read(place + "?meta=true");
        var file =
                browser.send(
                        "GET",
                        files + created.body(),
                        HttpRequest.BodyPublishers.noBody(),
                        HttpResponse.BodyHandlers.ofByteArray());

        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        assertThat(list.at("/0/fileName").asString()).isEqualTo("pícture.png");
        assertThat(list.at("/0/fileSize").asInt()).isEqualTo(content.length);
        assertThat(list.get(0).has("key")).isFalse();
        assertThat(file.headers().firstValue("Content-Type")).hasValue("image/png");
        assertThat(file.headers().firstValue("Content-Disposition").orElseThrow())
                .isEqualTo("attachment; filename*=UTF-8''p%C3%ADcture.png");
        assertThat(Arrays.equals(file.body(), content)).isTrue();
        assertThat(browser.delete(files + created.body()).statusCode()).isEqualTo(204);
        assertThat(read(place)).isEmpty();
    }

    private HttpResponse<String> upload(String place, byte[] content) {
        browser.with("Content-Type", "multipart/form-data; boundary=limit");
        var head =
                "--limit\r\nContent-Disposition: form-data; name=\"file\";"
                        + " filename=\"pícture.png\"\r\nContent-Type: image/png\r\n\r\n";
        return browser.send(
                "POST",
                url(place),
                HttpRequest.BodyPublishers.ofInputStream(
                        () ->
                                chain(
                                        head.getBytes(StandardCharsets.UTF_8),
                                        content,
                                        "\r\n--limit--\r\n".getBytes(StandardCharsets.UTF_8))));
    }

    private static InputStream chain(byte[]... pieces) {
        List<InputStream> streams =
                Stream.of(pieces).<InputStream>map(ByteArrayInputStream::new).toList();
        return new SequenceInputStream(Collections.enumeration(streams));
    }

    @Test
    void removesAllImagesAtOnce() {
        upload("Products/9/Images/", new byte[10]);
        upload("Products/9/Images/", new byte[10]);
        assertThat(read("Products/9/Images")).hasSize(2);

        var removed = browser.delete(url("Products/9/Images/"));

        assertThat(removed.statusCode()).isEqualTo(204);
        assertThat(read("Products/9/Images")).isEmpty();
    }

    @Test
    void refusesAnUploadWithoutAFile() {
        assertThat(browser.post(url("Products/4/Images"), "{}").statusCode()).isEqualTo(415);
        browser.with("Content-Type", "multipart/form-data; boundary=limit");
        var broken =
                browser.send(
                        "POST",
                        url("Products/4/Images"),
                        HttpRequest.BodyPublishers.ofString("no part in sight"));
        assertThat(broken.statusCode()).isEqualTo(400);
    }
}
