package io.valence.server;

import io.valence.server.settings.Settings;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/** Where the server listens. */
record Address(String host, int port) {
    /** Finds out that nobody can listen there before anything else has happened. */
    static void requireFree(Settings.Listening listening) {
        Address address = new Address(listening.host(), listening.port());
        try (ServerSocket probe = new ServerSocket()) {
            probe.setReuseAddress(true);
            probe.bind(
                    new InetSocketAddress(
                            InetAddress.getByName(listening.host()), listening.port()));
        } catch (UnknownHostException unknown) {
            throw Refusal.ofWish(
                    "VALENCE_HOST " + listening.host() + " is not the name of a host.");
        } catch (BindException taken) {
            throw address.refusal();
        } catch (IOException forbidden) {
            throw Refusal.ofCircumstance(
                    address.hostAndPort() + " cannot be listened on: that is not permitted.");
        }
    }

    Refusal refusal() {
        return Refusal.ofCircumstance(
                hostAndPort()
                        + " cannot be listened on: either another program does so already, or this"
                        + " machine has no such address. Stop that program, or set VALENCE_PORT or"
                        + " VALENCE_HOST.");
    }

    /** As a URL that works on this machine. */
    String url() {
        String reachable =
                switch (host) {
                    case "0.0.0.0" -> "127.0.0.1";
                    case "::" -> "[::1]";
                    default -> bracketed();
                };
        return "http://" + reachable + ":" + port;
    }

    private String hostAndPort() {
        return bracketed() + ":" + port;
    }

    private String bracketed() {
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
