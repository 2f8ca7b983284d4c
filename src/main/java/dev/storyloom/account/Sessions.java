package dev.storyloom.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * The signed-in browsers, kept on the server so that signing out really ends a session, a copied cookie included.
 *
 * <p>A session lasts 14 days after its last use and 30 days in all. A bank would choose minutes; this is a family's
 * bookshelf on its own devices, a book takes a while to make, and people who are thrown out again and again choose
 * worse passwords. Each session can be seen and closed on the account page, and a new password closes the others.
 */
@ApplicationScoped
public class Sessions implements PanacheRepositoryBase<AccountSession, UUID> {
    static final Duration IDLE = Duration.ofDays(14);
    static final Duration LONGEST = Duration.ofDays(30);
    private static final Duration SEEN_EVERY = Duration.ofMinutes(10);
    private static final int MOST = 10;

    private final Clock clock;
    private final Event<SessionClosed> closed;

    Sessions(Clock clock, Event<SessionClosed> closed) {
        this.clock = clock;
        this.closed = closed;
    }

    /** Starts a session and returns its secret, which is not stored; the oldest beyond ten of an account are closed. */
    @Transactional
    public String open(Account account) {
        String token = Tokens.create();
        Instant now = clock.instant();
        persist(new AccountSession(Tokens.hash(token), account, now, now.plus(LONGEST)));
        List<AccountSession> all = ofAccount(account.id);
        all.subList(Math.min(MOST, all.size()), all.size()).forEach(this::close);
        return token;
    }

    /** The session that this secret opens now, its account loaded; empty when it is unknown, closed or too old. */
    @Transactional
    public Optional<AccountSession> find(String token) {
        Instant now = clock.instant();
        Optional<AccountSession> found = find("from AccountSession s join fetch s.account where s.tokenHash = ?1"
                + " and s.revokedAt is null and s.expiresAt > ?2 and s.lastSeenAt > ?3",
                Tokens.hash(token), now, now.minus(IDLE)).firstResultOptional();
        found.filter(session -> session.lastSeenAt.isBefore(now.minus(SEEN_EVERY)))
                .ifPresent(session -> update("lastSeenAt = ?1 where id = ?2", now, session.id));
        return found;
    }

    /** The open sessions of an account, the newest first. */
    public List<AccountSession> ofAccount(UUID accountId) {
        Instant now = clock.instant();
        return list("account.id = ?1 and revokedAt is null and expiresAt > ?2 and lastSeenAt > ?3 order by createdAt desc, id",
                accountId, now, now.minus(IDLE));
    }

    @Transactional
    public void close(String token) {
        find("tokenHash", Tokens.hash(token)).firstResultOptional().ifPresent(this::close);
    }

    /** Closes one session of this account; false when the account has no such open session. */
    @Transactional
    public boolean close(UUID id, UUID accountId) {
        Optional<AccountSession> session = find("id = ?1 and account.id = ?2 and revokedAt is null", id, accountId)
                .firstResultOptional();
        session.ifPresent(this::close);
        return session.isPresent();
    }

    @Transactional
    public void closeAll(UUID accountId) {
        list("account.id = ?1 and revokedAt is null", accountId).forEach(this::close);
    }

    private void close(AccountSession session) {
        if (session.revokedAt == null) {
            session.revokedAt = clock.instant();
            closed.fire(new SessionClosed(session.account.id, session.id));
        }
    }
}
