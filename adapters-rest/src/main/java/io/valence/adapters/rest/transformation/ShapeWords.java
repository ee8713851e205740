package io.valence.adapters.rest.transformation;

import io.valence.domain.transformation.ObjectDefinition;
import io.valence.domain.transformation.Transformation;

import tools.jackson.core.JsonGenerator;

import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How one kind of what shapes records goes over the wire.
 *
 * @param noun what one is called
 * @param attempt what somebody tries who sends some
 * @param all where all of an instance's are
 * @param one where one of an instance's is
 * @param reader of bodies, given whether the vendor has objects of a name
 */
record ShapeWords<T>(
        String noun,
        String attempt,
        String all,
        String one,
        Function<Predicate<String>, ShapeJson<T>> reader,
        BiConsumer<JsonGenerator, T> writer) {
    static final ShapeWords<ObjectDefinition> DEFINITIONS =
            new ShapeWords<>(
                    "definition",
                    "define objects",
                    "/objects/definitions",
                    "/objects/{objectName}/definitions",
                    isVendors -> new DefinitionJson(),
                    ShapeAnswers::write);

    static final ShapeWords<Transformation> TRANSFORMATIONS =
            new ShapeWords<>(
                    "transformation",
                    "transform objects",
                    "/transformations",
                    "/transformations/{objectName}",
                    TransformationJson::new,
                    ShapeAnswers::write);
}
