package dev.storyloom.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Makes accounts for people who try the sample before they register; registering later keeps all they made. */
@ApplicationScoped
public class Guests {
    private final Accounts accounts;
    private final Clock clock;

    Guests(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A new account without email; call {@link Entrance#admit} with it to let this browser in as its owner. */
    @Transactional
    public Account create() {
        Account guest = new Account(clock.instant());
        accounts.persist(guest);
        return guest;
    }
}
