package io.valence.adapters.rest.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** A file that ships inside the program, read when it is first asked for. */
final class Asset {
    private static final String SWAGGER_UI =
            "/META-INF/maven/org.webjars/swagger-ui/pom.properties";

    private final String resource;
    private volatile byte[] bytes = {};

    Asset(String resource) {
        this.resource = resource;
    }

    /**
     * The path of a file of the library that shows the description, which has its version in it.
     */
    static String ofSwaggerUi(String file) {
        Properties properties = new Properties();
        try (InputStream in = open(SWAGGER_UI)) {
            properties.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return "/META-INF/resources/webjars/swagger-ui/"
                + properties.getProperty("version")
                + "/"
                + file;
    }

    byte[] bytes() {
        if (bytes.length == 0) {
            try (InputStream in = open(resource)) {
                bytes = in.readAllBytes();
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return bytes;
    }

    private static InputStream open(String resource) {
        InputStream in = Asset.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("the program lacks its file " + resource);
        }
        return in;
    }
}
