package io.valence.sandbox.http;

import java.nio.file.Path;

/** A file that came with a call, and where it was put. */
public record Upload(String name, String mediaType, Path file, long length) {}
