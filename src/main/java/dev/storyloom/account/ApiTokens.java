package dev.storyloom.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The keys that owners gave to programs: made, listed, taken back, and followed. */
@ApplicationScoped
class ApiTokens implements PanacheRepositoryBase<ApiToken, UUID> {
    static final int LONGEST_NAME = 60;
    static final int MOST = 20;
    private static final String PREFIX = "storyloom_";
    private static final Duration SEEN_EVERY = Duration.ofDays(1);

    private final Clock clock;

    ApiTokens(Clock clock) {
        this.clock = clock;
    }

    /** Makes a key; it is known to nobody after this call but to who gets it. Empty when the account has enough. */
    @Transactional
    Optional<String> create(UUID accountId, String name) {
        if (count("account.id", accountId) >= MOST) {
            return Optional.empty();
        }
        var token = PREFIX + Tokens.create();
        var account = getEntityManager().getReference(Account.class, accountId);
        persist(new ApiToken(account, name, Tokens.hash(token), clock.instant()));
        return Optional.of(token);
    }

    List<ApiToken> of(UUID accountId) {
        return list("account.id = ?1 order by createdAt desc", accountId);
    }

    /** False when the account has no such key. */
    @Transactional
    boolean revoke(UUID id, UUID accountId) {
        return delete("id = ?1 and account.id = ?2", id, accountId) == 1;
    }

    /** The account for which this key speaks. */
    @Transactional
    Optional<Account> follow(String token) {
        var now = clock.instant();
        Optional<ApiToken> found = find("from ApiToken t join fetch t.account where t.tokenHash = ?1", Tokens.hash(token))
                .firstResultOptional();
        found.filter(one -> one.lastUsedAt == null || one.lastUsedAt.isBefore(now.minus(SEEN_EVERY)))
                .ifPresent(one -> update("lastUsedAt = ?1 where id = ?2", now, one.id));
        return found.map(one -> one.account);
    }
}
