package dev.storyloom.job;

import dev.storyloom.account.SocketDoor;
import dev.storyloom.web.Origins;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.websockets.next.HttpUpgradeCheck;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * Lets only our own pages (403), signed in (401), follow their own jobs (404), five at a time (429). Browsers let any
 * site try to open a socket with the visitor's cookies, so the origin is checked first.
 */
@ApplicationScoped
class JobSocketGuard implements HttpUpgradeCheck {

    static final TypedKey<UUID> ACCOUNT = new TypedKey<>("account");
    static final TypedKey<UUID> SESSION = new TypedKey<>("session");
    private static final int MOST_SOCKETS = 5;

    private final Origins origins;
    private final SocketDoor door;
    private final JobQueue queue;
    private final OpenConnections connections;

    JobSocketGuard(Origins origins, SocketDoor door, JobQueue queue, OpenConnections connections) {
        this.origins = origins;
        this.door = door;
        this.queue = queue;
        this.connections = connections;
    }

    @Override
    public boolean appliesTo(String endpointId) {
        return endpointId.equals(JobSocket.class.getName());
    }

    @Override
    public Uni<CheckResult> perform(HttpUpgradeContext context) {
        if (!origins.sameOrigin(context.httpRequest())) {
            return CheckResult.rejectUpgrade(403);
        }
        Context loop = Vertx.currentContext();
        return door.caller(context.httpRequest())
                .map(caller -> caller.map(known -> check(known, context))
                        .orElseGet(() -> CheckResult.rejectUpgradeSync(401)))
                .emitOn(command -> {
                    if (loop == null) {
                        command.run();
                    } else {
                        loop.runOnContext(ignored -> command.run());
                    }
                });
    }

    private CheckResult check(SocketDoor.Caller caller, HttpUpgradeContext context) {
        Optional<UUID> jobId = parse(context.pathParam("id"));
        boolean own = jobId.isPresent() && QuarkusTransaction.requiringNew()
                .call(() -> queue.find(jobId.get(), caller.accountId()).isPresent());
        if (!own) {
            return CheckResult.rejectUpgradeSync(404);
        }
        long open = connections.stream()
                .filter(connection -> caller.accountId().equals(connection.userData().get(ACCOUNT)))
                .count();
        if (open >= MOST_SOCKETS) {
            return CheckResult.rejectUpgradeSync(429);
        }
        context.userData().put(ACCOUNT, caller.accountId());
        context.userData().put(SESSION, caller.sessionId());
        return CheckResult.permitUpgradeSync();
    }

    private static Optional<UUID> parse(String id) {
        try {
            return Optional.of(UUID.fromString(id));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
