package dev.storyloom.account;

import dev.storyloom.web.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** How often a password may be tried: 10 times an account and 30 times an address in 15 minutes; a good try is free. */
@ApplicationScoped
class SignInLimits {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Throttle byAccount = new Throttle(10, WINDOW);
    private final Throttle byAddress = new Throttle(30, WINDOW);
    private final Throttle registrations = new Throttle(30, WINDOW);

    /** Counts a try; zero when it may go on, else how long to wait. */
    Duration take(String email, String address) {
        Duration ofAddress = byAddress.take(address);
        return ofAddress.isZero() ? byAccount.take(email) : ofAddress;
    }

    Duration takeRegistration(String address) {
        return registrations.take(address);
    }

    void succeeded(String email, String address) {
        byAccount.forget(email);
        byAddress.giveBack(address);
    }
}
