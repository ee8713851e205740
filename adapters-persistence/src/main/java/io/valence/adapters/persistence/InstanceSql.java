package io.valence.adapters.persistence;

/** The statements of {@link JdbiInstances} that concern an instance as a whole. */
final class InstanceSql {
    static final String NEXT_ID =
            """
            select nextval('instance_number')
            """;

    static final String ADD =
            """
            insert into instance (id, organization_id, account_id, user_id, element_id, name,
                                  token_fingerprint, token_sealed, token_key_id, trace_logging,
                                  caching, cache_time_to_live, max_cache_size,
                                  external_authentication, created_at, disabled_since,
                                  broken_since, broken_reason, sound, version)
            values (:id, :organization, :account, :user, :element, :name,
                    :fingerprint, :sealed, :keyId, :traceLogging,
                    :caching, :cacheTimeToLive, :maxCacheSize,
                    :externalAuthentication, :createdAt, :disabledSince,
                    :brokenSince, :brokenReason, :sound, :version)
            """;

    /** Whether the vendor lets it in is not for whoever replaces it to say. */
    static final String REPLACE =
            """
            update instance
               set element_id = :element,
                   name = :name,
                   trace_logging = :traceLogging,
                   caching = :caching,
                   cache_time_to_live = :cacheTimeToLive,
                   max_cache_size = :maxCacheSize,
                   external_authentication = :externalAuthentication,
                   disabled_since = :disabledSince,
                   version = version + 1
             where id = :id
               and organization_id = :organization
               and version = :version
            """;

    static final String MEND =
            """
            update instance
               set broken_since = null,
                   broken_reason = null,
                   sound = true
             where id = :instance
               and not sound
            """;

    static final String BREAK_IF_CURRENT =
            """
            update instance
               set broken_since = :since,
                   broken_reason = :reason,
                   sound = false
             where id = :instance
               and exists (select *
                             from instance_grant g
                            where g.instance_id = :instance
                              and g.generation = :generation)
            """;

    static final String MEND_IF_CURRENT =
            MEND
                    + """
                       and exists (select *
                                     from instance_grant g
                                    where g.instance_id = :instance
                                      and g.generation = :generation)
                    """;

    /**
     * By organization, since that is what an index on soundness begins with; there are few of them.
     */
    static final String COUNT_BROKEN =
            """
            select count(*)
              from organization o
              join instance i on i.organization_id = o.id
             where i.sound = false
            """;

    static final String LOCK =
            """
            select id
              from instance
             where id = :id
               and organization_id = :organization
               for update
            """;

    /** What hangs on it goes with it, by the tables' foreign keys. */
    static final String REMOVE =
            """
            delete from instance
             where id = :id
               and organization_id = :organization
            """;

    /**
     * A whole instance is one row and one statement: its tags are an array, and so are its
     * settings, each as its key, its origin and, unless it is hidden, its text. Of its grant, if it
     * has one, there is what its settings show.
     */
    static final String COLUMNS =
            """
            select i.id,
                   i.organization_id,
                   i.account_id,
                   i.user_id,
                   u.email,
                   u.first_name,
                   u.last_name,
                   i.element_id,
                   i.name,
                   i.token_sealed,
                   i.trace_logging,
                   i.caching,
                   i.cache_time_to_live,
                   i.max_cache_size,
                   i.external_authentication,
                   i.created_at,
                   i.disabled_since,
                   i.broken_since,
                   i.broken_reason,
                   i.version,
                   (select array_agg(t.tag order by t.position)
                      from instance_tag t
                     where t.instance_id = i.id) as tags,
                   (select array_agg(s.entry_key || ' ' || s.origin || coalesce(' ' || s.entry_text, '')
                                     order by s.position)
                      from instance_setting s
                     where s.instance_id = i.id) as settings,
                   g.refresh_sealed is not null as grant_has_refresh,
                   g.obtained_at as grant_obtained_at,
                   g.expires_at as grant_expires_at
            """;

    /**
     * The same, and what its transformations are of: name and vendor's name, a tab between them.
     */
    private static final String SHOWN =
            COLUMNS.stripTrailing()
                    + """
                    ,
                           (select array_agg(r.name || '\t' || r.vendor_name)
                              from transformation r
                             where r.instance_id = i.id) as renamed
                    """;

    static final String FIND =
            SHOWN
                    + """
                      from instance i
                      join app_user u on u.id = i.user_id
                      left join instance_grant g on g.instance_id = i.id
                     where i.id = :id
                       and i.organization_id = :organization
                    """;

    static final String FIND_BY_TOKEN =
            SHOWN
                    + """
                      from instance i
                      join app_user u on u.id = i.user_id
                      left join instance_grant g on g.instance_id = i.id
                     where i.token_fingerprint = :fingerprint
                       and i.organization_id = :organization
                    """;

    static final String SELECT =
            page(
                    """
                    select p.id
                      from instance p
                     where p.organization_id = :organization
                       and p.id > :after
                     order by p.organization_id, p.id
                    """);

    static final String SELECT_BY_SOUNDNESS =
            page(
                    """
                    select p.id
                      from instance p
                     where p.organization_id = :organization
                       and p.sound = :sound
                       and p.id > :after
                     order by p.organization_id, p.sound, p.id
                    """);

    static final String SELECT_BY_ELEMENT =
            page(
                    """
                    select p.id
                      from instance p
                     where p.organization_id = :organization
                       and p.element_id = :element
                       and p.id > :after
                     order by p.organization_id, p.element_id, p.id
                    """);

    static final String SELECT_BY_ELEMENT_AND_SOUNDNESS =
            page(
                    """
                    select p.id
                      from instance p
                     where p.organization_id = :organization
                       and p.element_id = :element
                       and p.id > :after
                       and p.sound = :sound
                     order by p.organization_id, p.element_id, p.id
                    """);

    static final String SELECT_BY_TAG =
            page(
                    """
                    select p.instance_id as id
                      from instance_tag p
                     where p.organization_id = :organization
                       and p.tag = :tag
                       and p.instance_id > :after
                     order by p.organization_id, p.tag, p.instance_id
                    """);

    /**
     * Two tags are joined, so that the database may begin with the rarer one. Where a page begins
     * is told of both, since PostgreSQL does not conclude the one from the other and would read all
     * that lies before it.
     */
    static final String SELECT_BY_TWO_TAGS =
            page(
                    """
                    select p.instance_id as id
                      from instance_tag p
                      join instance_tag o on o.instance_id = p.instance_id
                     where p.organization_id = :organization
                       and p.tag = :tag
                       and p.instance_id > :after
                       and o.instance_id > :after
                       and o.organization_id = :organization
                       and o.tag = :otherTag
                     order by p.organization_id, p.tag, p.instance_id
                    """);

    /** Like two tags, one being joined with itself; all further ones are counted. */
    static final String SELECT_BY_TAGS_AND_MORE =
            page(
                    """
                    select p.instance_id as id
                      from instance_tag p
                      join instance_tag o on o.instance_id = p.instance_id
                      join instance q on q.id = p.instance_id
                     where p.organization_id = :organization
                       and p.tag = :tag
                       and p.instance_id > :after
                       and o.instance_id > :after
                       and o.organization_id = :organization
                       and o.tag = :otherTag
                       and (:soundOrNot or q.sound = :sound)
                       and (:anyElement or q.element_id = :element)
                       and (:furtherTagCount = 0
                            or (select count(*)
                                  from instance_tag f
                                 where f.instance_id = p.instance_id
                                   and f.tag = any(:furtherTags)) = :furtherTagCount)
                     order by p.organization_id, p.tag, p.instance_id
                    """);

    private InstanceSql() {}

    /**
     * A page is cut from an index alone, by its numbers, and only what is on it is read whole. Each
     * is ordered by all columns of its index, which is how H2 knows that it need not sort.
     *
     * @param ids selects the numbers, in their order
     */
    private static String page(String ids) {
        return SHOWN
                + """
                  from (
                """
                + ids
                + """
                         limit <limit> offset <skip>) page
                  join instance i on i.id = page.id
                  join app_user u on u.id = i.user_id
                  left join instance_grant g on g.instance_id = i.id
                 order by i.id
                """;
    }
}
