package io.valence.application.resource;

import io.valence.application.call.Reached;

import java.util.Optional;

/**
 * How a call of a resource is carried out.
 *
 * @param body what the vendor gets, if it gets anything
 * @param share of the room for documents
 */
record Plan(
        Reached reached,
        Inquiry inquiry,
        Composition composition,
        Paging paging,
        Shape shape,
        Optional<Composition.Body> body,
        Room.Share share) {}
