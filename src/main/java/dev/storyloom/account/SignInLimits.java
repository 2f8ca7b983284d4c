package dev.storyloom.account;

import dev.storyloom.web.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How often a password may be tried in 15 minutes for one account and from one address; a good try is free. */
@ApplicationScoped
class SignInLimits {
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Throttle byAccount;
    private final Throttle byAddress;
    private final Throttle registrations;

    SignInLimits(@ConfigProperty(name = "storyloom.sign-in.tries-per-account") int perAccount,
            @ConfigProperty(name = "storyloom.sign-in.tries-per-address") int perAddress) {
        this.byAccount = new Throttle(perAccount, WINDOW);
        this.byAddress = new Throttle(perAddress, WINDOW);
        this.registrations = new Throttle(perAddress, WINDOW);
    }

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
