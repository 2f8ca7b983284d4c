package dev.storyloom.account;

import java.util.UUID;

/** Told after a sign-out, a password change or a closed session, so that open sockets of that session end too. */
public record SessionClosed(UUID accountId, UUID sessionId) {
}
