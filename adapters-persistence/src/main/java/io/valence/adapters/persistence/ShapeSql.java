package io.valence.adapters.persistence;

/**
 * The statements of {@link JdbiTransformations}. Rows are read as lines of texts with tabs between
 * them, which no name and no path has: so a whole instance stays one row and one statement.
 */
final class ShapeSql {
    /** Two columns: the transformations of the instance {@code i}, and their fields. */
    static final String TRANSFORMATION_COLUMNS =
            """
            (select array_agg(t.name || '\t' || t.vendor_name || '\t' || cast(t.legacy as varchar)
                              || '\t' || t.configuration)
                      from transformation t
                     where t.instance_id = i.id) as transformations,
                   (select array_agg(f.name || '\t' || f.path || '\t' || f.vendor_path
                                     || '\t' || coalesce(f.type, '')
                                     || '\t' || coalesce(f.vendor_type, '')
                                     || '\t' || f.configuration
                                     order by f.name, f.position)
                      from transformation_field f
                     where f.instance_id = i.id) as transformation_fields
            """;

    static final String FIND =
            """
            select (select array_agg(d.name)
                      from object_definition d
                     where d.instance_id = i.id) as definitions,
                   (select array_agg(f.name || '\t' || f.path || '\t' || f.type
                                     order by f.name, f.position)
                      from object_definition_field f
                     where f.instance_id = i.id) as definition_fields,
                   <transformations>
              from instance i
             where i.id = :instance
            """
                    .replace("<transformations>", TRANSFORMATION_COLUMNS.strip());

    /** Whoever writes waits for whoever is writing. */
    static final String LOCK =
            """
            select id
              from instance
             where id = :instance
               for update
            """;

    static final String DEFINITION_NAMES =
            """
            select name
              from object_definition
             where instance_id = :instance
            """;

    static final String TRANSFORMATION_NAMES =
            """
            select name
              from transformation
             where instance_id = :instance
            """;

    static final String ADD_DEFINITION =
            """
            insert into object_definition (instance_id, name)
            values (:instance, :name)
            """;

    static final String ADD_DEFINITION_FIELD =
            """
            insert into object_definition_field (instance_id, name, position, path, type)
            values (:instance, :name, :position, :path, :type)
            """;

    static final String ADD_TRANSFORMATION =
            """
            insert into transformation (instance_id, name, vendor_name, configuration, legacy)
            values (:instance, :name, :vendorName, :configuration, :legacy)
            """;

    static final String ADD_TRANSFORMATION_FIELD =
            """
            insert into transformation_field (instance_id, name, position, path, vendor_path, type,
                                              vendor_type, configuration)
            values (:instance, :name, :position, :path, :vendorPath, :type,
                    :vendorType, :configuration)
            """;

    /** Their fields go with them, by the tables' foreign keys. */
    static final String REMOVE_DEFINITIONS =
            """
            delete from object_definition
             where instance_id = :instance
               and name = any(:names)
            """;

    static final String REMOVE_TRANSFORMATIONS =
            """
            delete from transformation
             where instance_id = :instance
               and name = any(:names)
            """;

    private ShapeSql() {}
}
