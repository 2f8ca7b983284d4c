package dev.storyloom.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes accounts with an email and a password, changes passwords, and tells whether a pair is right. */
@ApplicationScoped
class Registrations {
    private static final Pattern EMAIL = Pattern.compile(
            "[^\\s\\p{C}@,;<>\"]{1,64}@[^\\s\\p{C}@,;<>\"]+\\.[^\\s\\p{C}@,;<>\".]{2,}");

    private final Accounts accounts;
    private final Sessions sessions;
    private final Administrators administrators;
    private final Clock clock;

    Registrations(Accounts accounts, Sessions sessions, Administrators administrators, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.administrators = administrators;
        this.clock = clock;
    }

    /** A server that could not keep a password does not start. */
    void knowWhatAGuessCosts(@Observes StartupEvent started) {
        Passwords.cost();
    }

    static String stored(String email) {
        return email == null ? "" : email.strip().toLowerCase(Locale.ROOT);
    }

    static boolean isEmail(String stored) {
        return stored.length() <= 254 && EMAIL.matcher(stored).matches();
    }

    /** Registers, turning the guest with this id into the new account if there is one; empty when the email is taken. */
    @Transactional
    Optional<Account> register(String email, String password, UUID guestId) {
        if (administrators.names(email) || accounts.findByEmail(email).isPresent()) {
            return Optional.empty();
        }
        Account account = Optional.ofNullable(guestId).map(accounts::findById).filter(Account::guest)
                .orElseGet(() -> new Account(clock.instant()));
        account.email = email;
        account.passwordHash = Passwords.hash(password);
        accounts.persistAndFlush(account);
        return Optional.of(account);
    }

    /** Whose pair this is; a password that was kept at another cost is kept anew, so that every guess takes as long. */
    @Transactional
    Optional<Account> check(String email, String password) {
        Optional<Account> account = accounts.findByEmail(email);
        boolean right = Passwords.matches(password, account.map(found -> found.passwordHash).orElse(null));
        Optional<Account> owner = account.filter(found -> right);
        owner.filter(found -> Passwords.isOfAnotherCost(found.passwordHash))
                .ifPresent(found -> found.passwordHash = Passwords.hash(password));
        return owner;
    }

    /** Sets a new password and closes every session of the account, this browser's too. */
    @Transactional
    void changePassword(UUID accountId, String password) {
        accounts.findById(accountId).passwordHash = Passwords.hash(password);
        sessions.closeAll(accountId);
    }
}
