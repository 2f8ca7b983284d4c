package dev.storyloom.account;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;

/** The accounts, found by id or by their email in its stored form. */
@ApplicationScoped
public class Accounts implements PanacheRepositoryBase<Account, UUID> {
    /** Whether a language model may read the stories of the account. */
    @Transactional
    public boolean languageModel(UUID id) {
        return findByIdOptional(id).map(account -> account.languageModel).orElse(false);
    }

    @Transactional
    void allowLanguageModel(UUID id, boolean allowed) {
        update("languageModel = ?1 where id = ?2", allowed, id);
    }

    public Optional<Account> findByEmail(String email) {
        return find("email", email).firstResultOptional();
    }
}
