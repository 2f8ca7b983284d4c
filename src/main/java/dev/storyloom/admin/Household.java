package dev.storyloom.admin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

/** Who has an account, as numbers and times: nothing of what they wrote, showed or named. */
@ApplicationScoped
class Household {
    static final int AT_ONCE = 50;

    private final EntityManager database;

    Household(EntityManager database) {
        this.database = database;
    }

    /** The newest accounts first, fifty a sheet; sheets count from 1. */
    @Transactional
    Sheet sheet(int number) {
        long all = database.createQuery("select count(a) from Account a", Long.class).getSingleResult();
        int last = (int) Math.max(1, (all + AT_ONCE - 1) / AT_ONCE);
        int shown = Math.max(1, Math.min(number, last));
        return new Sheet(all, database.createQuery("select a.email, a.createdAt,"
                + " (select max(s.lastSeenAt) from AccountSession s where s.account.id = a.id),"
                + " (select count(*) from Character c where c.ownerId = a.id),"
                + " (select count(*) from Book b where b.ownerId = a.id)"
                + " from Account a order by a.createdAt desc, a.id", Object[].class)
                .setFirstResult((shown - 1) * AT_ONCE).setMaxResults(AT_ONCE).getResultList().stream()
                .map(row -> new Person((String) row[0], (Instant) row[1], (Instant) row[2], (Long) row[3], (Long) row[4]))
                .toList(), shown, last);
    }

    record Sheet(long all, List<Person> people, int number, int last) {
    }

    /** @param email null for a guest; lastSeen is told to ten minutes, null where a session never was */
    record Person(String email, Instant created, Instant lastSeen, long characters, long books) {
    }
}
