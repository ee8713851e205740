package io.valence.domain.call;

import io.valence.domain.configuration.Secrets;
import io.valence.domain.instance.Grant;
import io.valence.domain.instance.Instance;

import java.util.Optional;

/**
 * Everything that a call through an instance needs of it.
 *
 * @param secrets the instance's own; its tokens are in the grant
 */
public record Connection(Instance instance, Secrets secrets, Optional<Grant> grant) {}
