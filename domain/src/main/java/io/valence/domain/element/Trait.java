package io.valence.domain.element;

import java.util.Optional;

/** A yes-or-no property of an element: one for each boolean member of element files. */
public enum Trait {
    /** Offered for new instances. */
    ACTIVE("active"),
    /** Kept for its instances only. */
    DELETED("deleted"),
    /** What the platform calls an OAuth element; often false for those that are. */
    TYPE_OAUTH("typeOauth"),
    /** The vendor gives trial accounts. */
    TRIAL_ACCOUNT("trialAccount"),
    /** Objects can be reshaped. */
    TRANSFORMATIONS_ENABLED("transformationsEnabled"),
    /** Child objects can be reshaped. */
    CHILD_TRANSFORMATIONS_ENABLED("childTransformationsEnabled"),
    /** Records can be fetched in bulk. */
    BULK_DOWNLOAD_ENABLED("bulkDownloadEnabled"),
    /** Records can be sent in bulk. */
    BULK_UPLOAD_ENABLED("bulkUploadEnabled"),
    /** Can be copied. */
    CLONEABLE("cloneable"),
    /** Can be given further resources. */
    EXTENDABLE("extendable"),
    /** Has been given further resources. */
    EXTENDED("extended"),
    /** Not finished. */
    BETA("beta"),
    /** An organization's own. */
    PRIVATE("private"),
    /** Metadata is read from the models. */
    USE_MODELS_FOR_METADATA("useModelsForMetadata");

    private final String wireName;

    Trait(String wireName) {
        this.wireName = wireName;
    }

    /** The member's name in element files and answers. */
    public String wireName() {
        return wireName;
    }

    /** The trait of this member, if there is one. */
    public static Optional<Trait> named(String wireName) {
        for (Trait trait : values()) {
            if (trait.wireName.equals(wireName)) {
                return Optional.of(trait);
            }
        }
        return Optional.empty();
    }
}
