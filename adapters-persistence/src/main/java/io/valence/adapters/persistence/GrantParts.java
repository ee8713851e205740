package io.valence.adapters.persistence;

import io.valence.domain.authorization.Tokens;
import io.valence.domain.instance.Authorization;
import io.valence.domain.instance.FirstGrant;
import io.valence.domain.instance.Instance;
import io.valence.domain.instance.InstanceId;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

import java.util.Optional;

/** What an instance's own writer does to its grant, in the transaction of the instance. */
final class GrantParts {
    private static final int FIRST = 1;

    private final Handle handle;
    private final Instance instance;
    private final SealedTokens tokens;

    GrantParts(Handle handle, Instance of, SealedTokens tokens) {
        this.handle = handle;
        this.instance = of;
        this.tokens = tokens;
    }

    void add(FirstGrant grant) {
        Optional<Integer> broken =
                switch (instance.authorization()) {
                    case Authorization.Sound() -> Optional.empty();
                    case Authorization.Broken _ -> Optional.of(FIRST);
                };
        add(grant, broken);
    }

    private void add(FirstGrant grant, Optional<Integer> brokenGeneration) {
        bind(handle.createUpdate(GrantSql.ADD), grant)
                .bind("brokenGeneration", Statements.number(brokenGeneration))
                .execute();
        Ledger.add(handle, instance.id(), grant.attempt());
    }

    /** The instance is sound afterwards. Its row is locked by now, so that nobody adds a grant. */
    void replace(FirstGrant grant) {
        InstanceId id = instance.id();
        handle.createUpdate(InstanceSql.MEND).bind("instance", id.value()).execute();
        if (bind(handle.createUpdate(GrantSql.BEGIN_ANEW), grant).execute() == 0) {
            add(grant, Optional.empty());
        } else {
            Ledger.add(handle, id, grant.attempt());
        }
    }

    private <S extends SqlStatement<S>> S bind(S statement, FirstGrant grant) {
        Tokens first = grant.tokens();
        Binding home = Binding.ofGrant(instance.owner().organization(), instance.id());
        return tokens.bind(statement, first, home)
                .bind("instance", instance.id().value())
                .bind("refreshAt", Statements.moment(grant.refreshAt()));
    }
}
