package io.valence.adapters.persistence;

/** The statements of the {@link Ledger}. */
final class LedgerSql {
    /**
     * Nothing if the grant is gone. Its row is locked, since H2 does not do so for a foreign key
     * and would leave an attempt behind of an instance that somebody is just removing.
     */
    static final String ADD =
            """
            insert into grant_attempt (instance_id, attempted_at, cause, node, generation,
                                       vendor_status, vendor_said, result)
            select g.instance_id,
                   cast(:at as timestamp(6) with time zone),
                   cast(:cause as varchar),
                   cast(:node as varchar),
                   cast(:generation as bigint),
                   cast(:status as integer),
                   cast(:said as varchar),
                   cast(:result as varchar)
              from instance_grant g
             where g.instance_id = :instance
               for update
            """;

    static final String READ =
            """
            select attempted_at,
                   cause,
                   node,
                   generation,
                   vendor_status,
                   vendor_said,
                   result
              from grant_attempt
             where instance_id = :instance
             order by instance_id desc, id desc
             limit :most
            """;

    static final String FORGET_OLD =
            """
            delete from grant_attempt
             where attempted_at < :before
            """;

    static final String TOO_LONG =
            """
            select instance_id
              from grant_attempt
             group by instance_id
            having count(*) > :most
            """;

    static final String FORGET_ALL_BUT_THE_LATEST =
            """
            delete from grant_attempt
             where instance_id = :instance
               and id <= (select a.id
                            from grant_attempt a
                           where a.instance_id = :instance
                           order by a.instance_id desc, a.id desc
                           limit 1 offset :most)
            """;

    private LedgerSql() {}
}
