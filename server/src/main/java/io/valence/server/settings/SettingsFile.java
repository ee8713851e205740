package io.valence.server.settings;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A properties file in UTF-8: its texts by name, and what is wrong with it as a file. */
record SettingsFile(Map<String, String> texts, List<String> problems, String name) {
    static SettingsFile read(Path file) {
        Strict properties = new Strict();
        List<String> problems = new ArrayList<>();
        String shown = Messages.quoted(file.toString());
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (CharacterCodingException notText) {
            problems.add("The settings file " + shown + " is not text in UTF-8");
        } catch (IOException unreadable) {
            problems.add("The settings file " + shown + " cannot be read");
        } catch (IllegalArgumentException malformed) {
            problems.add(
                    "The settings file "
                            + shown
                            + " has a \\u that four hexadecimal digits do not"
                            + " follow; write a backslash as \\\\");
        }
        for (String name : properties.repeated) {
            problems.add(Messages.quoted(name) + " stands twice in " + shown);
        }
        Map<String, String> texts = new HashMap<>();
        properties.forEach((name, text) -> texts.put(name.toString(), text.toString()));
        return new SettingsFile(texts, problems, file.toString());
    }

    /** Notices what a plain one would silently replace. */
    private static final class Strict extends Properties {
        private static final long serialVersionUID = 1L;

        private final transient List<String> repeated = new ArrayList<>();

        @Override
        public synchronized Object put(Object name, Object text) {
            if (containsKey(name)) {
                repeated.add(name.toString());
            }
            return super.put(name, text);
        }
    }
}
