package io.valence.server;

import java.util.regex.Pattern;

/** What a server prints when it has started: where it is, and after the first start what to do. */
final class Banner {
    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9/._+-]+");

    private Banner() {}

    /** The secrets themselves are shown only where nobody keeps what is printed. */
    static String of(Server server, boolean isInteractive) {
        Storage storage = server.storage();
        StringBuilder text = new StringBuilder(where(server));
        storage.firstSecrets()
                .ifPresent(
                        secrets -> {
                            text.append(first(storage));
                            if (isInteractive) {
                                text.append(shown(secrets));
                            }
                            text.append(example(storage, server.url()));
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

    private static String example(Storage storage, String url) {
        return """

        Paste this into another terminal to create an instance of Oracle Sales Cloud:

        . %s
        curl -X POST '%s/elements/api-v2/instances' \\
          -H "Authorization: User $VALENCE_USER_SECRET, Organization $VALENCE_ORGANIZATION_SECRET" \\
          -H 'Content-Type: application/json' \\
          -d '{
          "element": {
            "key": "oraclesalescloud"
          },
          "configuration": {
            "username": "ada.lovelace",
            "password": "not-a-real-password",
            "site.url": "mysite.oracle.com"
          },
          "tags": [
            "first"
          ],
          "name": "My first instance"
        }'

        """
                .formatted(inShell(storage.folder().firstSecrets().path().toString()), url);
    }

    private static String inShell(String path) {
        return PLAIN_PATH.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
