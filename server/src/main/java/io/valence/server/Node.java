package io.valence.server;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** This server process, as others on the same database know it. */
record Node(String name) {
    private static final int LONGEST = 60;

    static Node ofThisProcess() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            host = "localhost";
        }
        String shown = host.length() > LONGEST ? host.substring(0, LONGEST) : host;
        return new Node(shown + "-" + ProcessHandle.current().pid());
    }
}
