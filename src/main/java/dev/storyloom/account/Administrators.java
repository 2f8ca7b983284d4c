package dev.storyloom.account;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The accounts that {@code storyloom.administrators} names by their email. */
@ApplicationScoped
class Administrators {
    private static final Logger LOG = Logger.getLogger(Administrators.class);

    private final Accounts accounts;
    private final Set<String> emails;

    Administrators(Accounts accounts,
            @ConfigProperty(name = "storyloom.administrators") Optional<List<String>> configured) {
        this.accounts = accounts;
        this.emails = configured.orElse(List.of()).stream().map(Registrations::stored).filter(email -> !email.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    boolean include(Account account) {
        return names(account.email);
    }

    /** Whether the stored form of an email is an administrator's; nobody proves an email, so none may be registered. */
    boolean names(String email) {
        return email != null && emails.contains(email);
    }

    @Transactional
    void warn(@Observes StartupEvent started) {
        if (emails.stream().anyMatch(email -> accounts.findByEmail(email).isEmpty())) {
            LOG.warn("storyloom.administrators names an account that is not there. Make the account first, then name it.");
        }
    }
}
