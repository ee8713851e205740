package io.valence.server;

import io.valence.sandbox.OracleSalesCloud;
import io.valence.sandbox.Sandbox;
import io.valence.sandbox.SapAnywhere;

import java.util.regex.Pattern;

/** What a server prints when it has started: where it is, and after the first start what to do. */
final class Banner {
    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9/._+-]+");

    private Banner() {}

    /** The secrets themselves are shown only where nobody keeps what is printed. */
    static String of(Server server, boolean isInteractive) {
        Storage storage = server.storage();
        StringBuilder text = new StringBuilder(where(server));
        server.standIns().sandbox().ifPresent(sandbox -> text.append(sandbox(sandbox)));
        storage.firstSecrets()
                .ifPresent(
                        secrets -> {
                            text.append(first(storage));
                            if (isInteractive) {
                                text.append(shown(secrets));
                            }
                            text.append(example(storage, server));
                        });
        return text.toString();
    }

    private static String where(Server server) {
        return """

        Valence %s listens on %s

          API          %s/elements/api-v2
          API docs     %s/elements/api-docs
          Data folder  %s
          Database     %s
          Elements     %d

        """
                .formatted(
                        Version.text(),
                        server.address().url(),
                        server.url(),
                        server.url(),
                        server.storage().folder().path(),
                        server.storage().database(),
                        server.numberOfElements());
    }

    private static String first(Storage storage) {
        return """
        This was the first start. The secrets of the first user, its organization and the operator are in
        %s, which you alone can read.
        """
                .formatted(storage.folder().firstSecrets().path());
    }

    private static String shown(FirstSecrets secrets) {
        return """

          User secret          %s
          Organization secret  %s
          Operator secret      %s
        """
                .formatted(
                        secrets.user().secret().reveal(),
                        secrets.organization().secret().reveal(),
                        secrets.operator().secret().reveal());
    }

    private static String sandbox(Sandbox sandbox) {
        return """
        Stand-in vendors (sandbox), which the elements oraclesalescloud and sapanywhere lead to:

          Oracle Sales Cloud   %s
            username           %s
            password           %s
          SAP Anywhere         %s
            oauth.api.key      %s
            oauth.api.secret   %s

        """
                .formatted(
                        sandbox.oracleSalesCloud().baseUrl(),
                        OracleSalesCloud.USER,
                        OracleSalesCloud.PASSWORD,
                        sandbox.sapAnywhere().baseUrl(),
                        SapAnywhere.CLIENT_ID,
                        SapAnywhere.CLIENT_SECRET);
    }

    /** Without a sandbox the account is nobody's, so the vendor is not asked about it. */
    private static String example(Storage storage, Server server) {
        boolean isSandboxed = server.standIns().sandbox().isPresent();
        return """

        Paste this into another terminal to create an instance of Oracle Sales Cloud:

        . %s
        curl -X POST '%s/elements/api-v2/instances%s' \\
          -H "Authorization: User $VALENCE_USER_SECRET, Organization $VALENCE_ORGANIZATION_SECRET" \\
          -H 'Content-Type: application/json' \\
          -d '{
          "element": {
            "key": "oraclesalescloud"
          },
          "configuration": {
            "username": "%s",
            "password": "%s",
            "site.url": "mysite.oracle.com"
          },
          "tags": [
            "first"
          ],
          "name": "My first instance"
        }'

        """
                .formatted(
                        inShell(storage.folder().firstSecrets().path().toString()),
                        server.url(),
                        isSandboxed ? "" : "?check=false",
                        isSandboxed ? OracleSalesCloud.USER : "ada.lovelace",
                        isSandboxed ? OracleSalesCloud.PASSWORD : "not-a-real-password");
    }

    private static String inShell(String path) {
        return PLAIN_PATH.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
