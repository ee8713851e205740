package io.valence.benchmarks.load;

import io.valence.benchmarks.measure.FreePort;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program nginx, listening on a port of loopback until it is closed. */
final class Nginx implements AutoCloseable {
    private static final Path USUAL = Path.of("/usr/sbin/nginx");
    private static final int LONGEST_SECONDS = 20;

    /** It closes no connection for its age, and writes no line for a request. */
    private static final String CONFIGURATION =
            """
            daemon off;
            <user>
            worker_processes <workers>;
            pid <folder>/nginx.pid;
            error_log <folder>/error.log;
            events {
                worker_connections 1024;
            }
            http {
                access_log off;
                client_body_temp_path <folder>/bodies;
                proxy_temp_path <folder>/proxied;
                fastcgi_temp_path <folder>/fastcgi;
                uwsgi_temp_path <folder>/uwsgi;
                scgi_temp_path <folder>/scgi;
                keepalive_requests 1000000000;
                keepalive_timeout 300s;
                sendfile on;
                open_file_cache max=16 inactive=300s;
                <more>
            }
            """;

    private static final String SERVING =
            """
            types {}
                default_type application/json;
                server {
                    listen 127.0.0.1:<port>;
                    root <folder>;
                }
            """;

    private static final String RELAYING =
            """
            upstream there {
                    server 127.0.0.1:<upstream>;
                    keepalive 64;
                    keepalive_requests 1000000000;
                }
                server {
                    listen 127.0.0.1:<port>;
                    location / {
                        proxy_pass http://there;
                        proxy_http_version 1.1;
                        proxy_set_header Connection "";
                    }
                }
            """;

    private final Process process;
    private final int port;

    private Nginx(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Answers with the files in this folder, by as many processes as it should. */
    static Nginx serving(Path folder, int workers) throws Exception {
        return start(folder, workers, SERVING);
    }

    /** Hands everything on to this port of loopback, and keeps its connections to there. */
    static Nginx relaying(Path folder, int workers, int upstream) throws Exception {
        return start(folder, workers, RELAYING.replace("<upstream>", Integer.toString(upstream)));
    }

    private static Nginx start(Path folder, int workers, String more) throws Exception {
        int port = FreePort.any();
        Path file = folder.resolve("nginx.conf");
        // The folder is its owner's alone, whom the processes run as.
        boolean root = System.getProperty("user.name").equals("root");
        Files.writeString(
                file,
                CONFIGURATION
                        .replace("<more>", more.strip())
                        .replace("<user>", root ? "user root root;" : "")
                        .replace("<workers>", Integer.toString(workers))
                        .replace("<port>", Integer.toString(port))
                        .replace("<folder>", folder.toString()));
        Nginx nginx = new Nginx(begun(folder, file), port);
        nginx.awaitReadiness(folder);
        return nginx;
    }

    private static Process begun(Path folder, Path configuration) {
        String program = Files.isExecutable(USUAL) ? USUAL.toString() : "nginx";
        try {
            return new ProcessBuilder(
                            List.of(
                                    program,
                                    "-p",
                                    folder.toString(),
                                    "-e",
                                    folder.resolve("error.log").toString(),
                                    "-c",
                                    configuration.toString()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException missing) {
            throw new IllegalStateException(
                    "The program nginx is needed: apt-get install nginx", missing);
        }
    }

    private void awaitReadiness(Path folder) throws Exception {
        long began = System.nanoTime();
        while (!isListening()) {
            if (!process.isAlive()
                    || System.nanoTime() - began > TimeUnit.SECONDS.toNanos(LONGEST_SECONDS)) {
                close();
                throw new IllegalStateException(
                        "nginx does not start: " + Files.readString(folder.resolve("error.log")));
            }
            Thread.sleep(10);
        }
    }

    private boolean isListening() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** Its own processes end with it. */
    @Override
    public void close() {
        process.destroy();
        if (process.onExit().completeOnTimeout(process, 10, TimeUnit.SECONDS).join().isAlive()) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().onExit().join();
        }
    }
}
