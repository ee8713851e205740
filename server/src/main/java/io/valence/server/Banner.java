package io.valence.server;

import java.util.regex.Pattern;

/** What a server prints when it has started: where it is, and after the first start what to do. */
final class Banner {
    private static final Pattern PLAIN_PATH = Pattern.compile("[A-Za-z0-9/._+-]+");
    private static final String WHERE =
            """

            Valence %s listens on %s

              API          %s/elements/api-v2
              API docs     %s/elements/api-docs
              Data folder  %s
              Database     %s
              Elements     %d

            """;
    private static final String FIRST =
            """
            This was the first start. The secrets of the first user, its organization and the operator are in
            %s, which you alone can read.
            """;
    private static final String SECRETS =
            """

              User secret          %s
              Organization secret  %s
              Operator secret      %s
            """;
    private static final String EXAMPLE =
            """

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

            """;

    private Banner() {}

    /** The secrets themselves are shown only where nobody keeps what is printed. */
    static String of(Server server, boolean isInteractive) {
        Storage storage = server.storage();
        String url = server.url();
        StringBuilder text =
                new StringBuilder(
                        WHERE.formatted(
                                Version.text(),
                                server.address().url(),
                                url,
                                url,
                                storage.folder().path(),
                                storage.database(),
                                server.numberOfElements()));
        storage.firstSecrets()
                .ifPresent(
                        secrets -> {
                            String file = storage.folder().firstSecrets().path().toString();
                            text.append(FIRST.formatted(file));
                            if (isInteractive) {
                                text.append(shown(secrets));
                            }
                            text.append(EXAMPLE.formatted(inShell(file), url));
                        });
        return text.toString();
    }

    private static String shown(FirstSecrets secrets) {
        return SECRETS.formatted(
                secrets.user().secret().reveal(),
                secrets.organization().secret().reveal(),
                secrets.operator().secret().reveal());
    }

    private static String inShell(String path) {
        return PLAIN_PATH.matcher(path).matches() ? path : "'" + path.replace("'", "'\\''") + "'";
    }
}
