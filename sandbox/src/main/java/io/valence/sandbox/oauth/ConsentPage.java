package io.valence.sandbox.oauth;

import io.valence.sandbox.http.Answer;

/** The page that asks a user, and the one that tells why it cannot. Both load nothing. */
final class ConsentPage {
    private static final String FRAME =
            """
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s – SAP Anywhere sandbox</title>
            <style nonce="%1$s">
            :root { color-scheme: light dark; --ink: #1b2733; --soft: #526070; --card: #fff;
                    --back: #eef2f6; --line: #d5dde5; --main: #0a5f9e; --on-main: #fff; }
            @media (prefers-color-scheme: dark) {
              :root { --ink: #e8eef4; --soft: #a9b7c5; --card: #1c2630; --back: #10171e;
                      --line: #384654; --main: #6bb8f0; --on-main: #08202f; } }
            * { box-sizing: border-box; }
            body { margin: 0; min-height: 100vh; display: grid; place-items: center; padding: 1rem;
                   background: var(--back); color: var(--ink);
                   font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", sans-serif; }
            main { width: 100%%; max-width: 27rem; background: var(--card); padding: 2rem;
                   border: 1px solid var(--line); border-radius: .75rem; }
            .vendor { margin: 0 0 1.25rem; color: var(--soft); font-size: .875rem; }
            h1 { margin: 0 0 1rem; font-size: 1.375rem; line-height: 1.3; overflow-wrap: anywhere; }
            dl { margin: 0 0 1.5rem; padding: 1rem 0; border: solid var(--line);
                 border-width: 1px 0; }
            dt { color: var(--soft); font-size: .875rem; }
            dd { margin: 0 0 .75rem; overflow-wrap: anywhere; }
            dd:last-child { margin-bottom: 0; }
            form { display: flex; gap: .75rem; }
            button { flex: 1; min-height: 2.75rem; font: inherit; font-weight: 600; cursor: pointer;
                     border-radius: .5rem; border: 1px solid var(--soft); color: var(--ink);
                     background: transparent; }
            button.main { background: var(--main); border-color: var(--main);
                          color: var(--on-main); }
            button:focus-visible { outline: 3px solid var(--main); outline-offset: 2px; }
            </style>
            </head>
            <body>
            <main>
            <p class="vendor">SAP Anywhere sandbox: a stand-in, with no real data</p>
            %3$s
            </main>
            </body>
            </html>
            """;

    private static final String QUESTION =
            """
            <h1>Allow %1$s to use your SAP Anywhere account?</h1>
            <dl>
            <dt>It may</dt>
            <dd>%2$s</dd>
            <dt>You will be sent back to</dt>
            <dd>%3$s</dd>
            </dl>
            <form method="post">
            <input type="hidden" name="ticket" value="%4$s">
            <button type="submit" name="decision" value="deny">Deny</button>
            <button type="submit" name="decision" value="allow" class="main">Allow</button>
            </form>\
            """;

    private static final String REFUSAL =
            """
            <h1>This cannot be asked</h1>
            <p>%s</p>\
            """;

    private ConsentPage() {}

    static Answer question(
            String nonce, Client client, Authorization authorization, String ticket) {
        String content =
                QUESTION.formatted(
                        escape(client.name()),
                        escape(meaning(authorization.scope())),
                        escape(authorization.destination()),
                        escape(ticket));
        return page(200, nonce, "Allow access", content);
    }

    static Answer refusal(int status, String nonce, String sentence) {
        return page(status, nonce, "Not possible", REFUSAL.formatted(escape(sentence)));
    }

    private static String meaning(String scope) {
        return switch (scope) {
            case "" -> "Use the account, within no particular scope";
            case "BusinessData_RW" -> "Read and change business data (BusinessData_RW)";
            case "BusinessData_R" -> "Read business data (BusinessData_R)";
            default -> scope;
        };
    }

    /**
     * No rule for forms: browsers hold the address that a form's answer redirects to against it.
     */
    private static Answer page(int status, String nonce, String title, String content) {
        return Answer.text(
                        status, "text/html; charset=utf-8", FRAME.formatted(nonce, title, content))
                .with(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'nonce-"
                                + nonce
                                + "'; base-uri 'none'; frame-ancestors 'none'")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store");
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
