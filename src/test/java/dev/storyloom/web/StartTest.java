package dev.storyloom.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.storyloom.account.Accounts;
import dev.storyloom.account.Guests;
import io.quarkus.test.TestTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StartTest {
    @Inject
    Guests guests;

    @Inject
    Accounts accounts;

    @Test
    @TestTransaction
    void aGuestHasAnAccountWithoutAnEmail() {
        assertThat(accounts.findById(guests.create().id).guest()).isTrue();
    }

    @Test
    void theSigningKeyIsMadeOnceAndKept() {
        String key = ConfigProvider.getConfig().getValue(SecretSource.SIGNATURE_KEY, String.class);
        assertThat(key).hasSizeGreaterThan(32);
        assertThat(ConfigProvider.getConfig().getValue(SecretSource.SIGNATURE_KEY, String.class)).isEqualTo(key);
    }
}
