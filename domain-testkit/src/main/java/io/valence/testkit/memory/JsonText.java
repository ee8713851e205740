package io.valence.testkit.memory;

import io.valence.domain.document.Node;
import io.valence.domain.document.Reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A text that may be JSON, read from left to right. */
final class JsonText {
    private static final int DEEPEST = 100;

    private final String text;
    private int at;

    JsonText(String text) {
        this.text = text;
    }

    private static final class NotJson extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    Reading read() {
        try {
            Node document = value(0);
            space();
            if (at < text.length()) {
                throw new NotJson();
            }
            return new Reading.Read(document);
        } catch (NotJson | NumberFormatException | IndexOutOfBoundsException wrong) {
            return new Reading.Unreadable("character " + (at + 1));
        }
    }

    private Node value(int depth) {
        if (depth > DEEPEST) {
            throw new NotJson();
        }
        space();
        char c = text.charAt(at);
        if (c == '{') {
            return members(depth);
        }
        if (c == '[') {
            return items(depth);
        }
        if (c == '"') {
            return new Node.Text(quoted());
        }
        if (takes("true")) {
            return new Node.Truth(true);
        }
        if (takes("false")) {
            return new Node.Truth(false);
        }
        if (takes("null")) {
            return new Node.Nothing();
        }
        return number();
    }

    private Node members(int depth) {
        Map<String, Node> members = new LinkedHashMap<>();
        at++;
        space();
        if (takes("}")) {
            return Node.Members.NONE;
        }
        do {
            space();
            String name = quoted();
            space();
            require(":");
            members.put(name, value(depth + 1));
            space();
        } while (takes(","));
        require("}");
        return new Node.Members(members);
    }

    private Node items(int depth) {
        List<Node> items = new ArrayList<>();
        at++;
        space();
        if (takes("]")) {
            return Node.Items.NONE;
        }
        do {
            items.add(value(depth + 1));
            space();
        } while (takes(","));
        require("]");
        return new Node.Items(items);
    }

    private Node number() {
        int begin = at;
        while (at < text.length() && "+-.eE0123456789".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String digits = text.substring(begin, at);
        boolean wellBegun =
                !digits.isEmpty()
                        && !digits.startsWith("+")
                        && !digits.startsWith(".")
                        && !digits.endsWith(".")
                        && !(digits.length() > 1
                                && digits.startsWith("0")
                                && Character.isDigit(digits.charAt(1)));
        if (!wellBegun || Double.isNaN(Double.parseDouble(digits))) {
            throw new NotJson();
        }
        return new Node.Decimal(digits);
    }

    private String quoted() {
        require("\"");
        StringBuilder words = new StringBuilder();
        while (text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw new NotJson();
            }
            words.append(c == '\\' ? escaped() : c);
        }
        at++;
        return words.toString();
    }

    private char escaped() {
        char c = text.charAt(at++);
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int known = "\"\\/bfnrt".indexOf(c);
        if (known < 0) {
            throw new NotJson();
        }
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean takes(String wanted) {
        boolean there = text.startsWith(wanted, at);
        at += there ? wanted.length() : 0;
        return there;
    }

    private void require(String wanted) {
        if (!takes(wanted)) {
            throw new NotJson();
        }
    }
}
