package dev.storyloom.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Makes accounts for people who try the sample before they register; registering later keeps all they made. */
@ApplicationScoped
public class Guests {
    private final Accounts accounts;
    private final Clock clock = Clock.systemUTC();

    Guests(Accounts accounts) {
        this.accounts = accounts;
    }

    @Transactional
    public Account create() {
        Account guest = new Account(clock.instant());
        accounts.persist(guest);
        return guest;
    }
}
