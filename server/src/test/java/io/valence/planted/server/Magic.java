package io.valence.planted.server;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.stereotype.Component;

/** Is found without being named. */
@Component
@ComponentScan
final class Magic {
    String say(@Value("${word}") String word) {
        return word;
    }
}
