package io.valence.domain.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The words of a text, up to its end or the first thing that is no word. */
final class Lexer {
    private static final List<String> SYMBOLS =
            List.of("!=", "<=", ">=", "<>", "=", "<", ">", "(", ")", ",");

    private final String text;
    private final List<Token> tokens = new ArrayList<>();

    private Lexer(String text) {
        this.text = text;
    }

    /** The last one, and no other one, is an end or wrong. */
    static List<Token> tokens(String text) {
        Lexer lexer = new Lexer(text);
        int at = 0;
        while (at >= 0) {
            at = lexer.afterToken(lexer.afterSpace(at));
        }
        return List.copyOf(lexer.tokens);
    }

    private int afterSpace(int from) {
        int at = from;
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    /** Adds the word that begins here, and says where it ends; -1 if it is the last one. */
    private int afterToken(int at) {
        if (at == text.length()) {
            tokens.add(new Token.End(at));
            return -1;
        }
        int first = text.codePointAt(at);
        if (first == '\'') {
            return afterText(at);
        }
        if (first == '`' || Field.begins(first)) {
            return afterName(at);
        }
        if (isDigit(first) || first == '-' || first == '+') {
            return afterNumberOrMoment(at);
        }
        for (String symbol : SYMBOLS) {
            if (text.startsWith(symbol, at)) {
                tokens.add(new Token.Symbol(at, symbol));
                return at + symbol.length();
            }
        }
        return wrong(at, Optional.empty());
    }

    private int afterText(int at) {
        StringBuilder content = new StringBuilder();
        int end = afterQuoted(at, '\'', content);
        if (end < 0) {
            return wrong(text.length(), "' after the text from character " + position(text, at));
        }
        tokens.add(new Token.Literal(at, new Value.Text(content.toString())));
        return end;
    }

    private int afterNumberOrMoment(int at) {
        int end = at;
        while (end < text.length() && belongsToNumberOrMoment(text.charAt(end))) {
            end++;
        }
        String word = text.substring(at, end);
        Optional<Value> value = Value.Decimal.parse(word).map(number -> number);
        if (value.isEmpty()) {
            value = Value.Moment.parse(word).map(moment -> moment);
        }
        if (value.isEmpty()) {
            return wrong(at, "a number, or a date such as 2017-02-28T16:11:29Z");
        }
        tokens.add(new Token.Literal(at, value.get()));
        return end;
    }

    private static boolean belongsToNumberOrMoment(char c) {
        return isDigit(c)
                || (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || ".:+-".indexOf(c) >= 0;
    }

    private int afterName(int from) {
        List<String> path = new ArrayList<>();
        int at = from;
        while (true) {
            StringBuilder part = new StringBuilder();
            boolean quoted = at < text.length() && text.charAt(at) == '`';
            int end = quoted ? afterQuoted(at, '`', part) : afterWord(at, part);
            if (end < 0) {
                return wrong(
                        text.length(), "` after the name from character " + position(text, at));
            }
            if (part.isEmpty()) {
                return wrong(at, "the name of a field");
            }
            path.add(part.toString());
            if (end == text.length() || text.charAt(end) != '.') {
                tokens.add(named(from, path, quoted));
                return end;
            }
            at = end + 1;
        }
    }

    private Token named(int at, List<String> path, boolean quoted) {
        String word = path.get(0).toUpperCase(Locale.ROOT);
        if (path.size() > 1 || quoted || !Token.isReserved(word)) {
            return new Token.Name(at, new Field(path));
        }
        return Token.Keyword.NAMES.contains(word)
                ? new Token.Keyword(at, word)
                : new Token.Literal(at, new Value.Truth(word.equals("TRUE")));
    }

    private int afterWord(int from, StringBuilder content) {
        int at = from;
        while (at < text.length()) {
            int character = text.codePointAt(at);
            if (!(at == from ? Field.begins(character) : Field.goesOn(character))) {
                break;
            }
            content.appendCodePoint(character);
            at += Character.charCount(character);
        }
        return at;
    }

    /** Where the quoted content that begins here ends; -1 if it does not. */
    private int afterQuoted(int from, char quote, StringBuilder content) {
        int at = from + 1;
        while (true) {
            int end = text.indexOf(quote, at);
            if (end < 0) {
                return -1;
            }
            content.append(text, at, end);
            boolean doubled = end + 1 < text.length() && text.charAt(end + 1) == quote;
            if (!doubled) {
                return end + 1;
            }
            content.append(quote);
            at = end + 2;
        }
    }

    private int wrong(int at, String expectation) {
        return wrong(at, Optional.of(expectation));
    }

    private int wrong(int at, Optional<String> expectation) {
        tokens.add(new Token.Wrong(at, expectation));
        return -1;
    }

    /** The number of the character at this index. */
    static int position(String text, int at) {
        return text.codePointCount(0, at) + 1;
    }

    private static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }
}
