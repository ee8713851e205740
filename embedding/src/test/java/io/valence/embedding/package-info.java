/**
 * Another service's view of Valence: what the README tells about embedding, compiled and run.
 *
 * <p>{@link io.valence.embedding.DomainAlone} and {@link io.valence.embedding.DomainWithCatalog}
 * hold the README's lines between two marks; {@link io.valence.embedding.ReadmeTest} compares them.
 */
package io.valence.embedding;
