package io.valence.application.resource;

import io.valence.application.call.Reached;

import java.util.Optional;

/**
 * How a call of a resource is carried out.
 *
 * @param aim what the path leads to
 * @param path what the token of the page that follows is good for
 * @param body what the vendor gets, if it gets anything
 * @param share of the room for documents
 */
record Plan(
        Reached reached,
        Aim aim,
        String path,
        Inquiry inquiry,
        Composition composition,
        Paging paging,
        Shape shape,
        Optional<Composition.Body> body,
        Room.Share share) {}
