package dev.storyloom.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** The accounts, found by id or by their email in its stored form. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {
    public Optional<Account> findByEmail(String email) {
        return find("email", email).firstResultOptional();
    }
}
