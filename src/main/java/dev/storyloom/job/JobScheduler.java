package dev.storyloom.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.DeadExecutionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * db-scheduler on the application's own database: one thread, since one painting model works at a time. A task's data
 * is the job's id alone; everything else stands in the job row.
 */
@ApplicationScoped
class JobScheduler {

    private static final Logger LOG = LoggerFactory.getLogger(JobScheduler.class);
    private static final String TABLE = "gpu_task";
    private static final TaskDescriptor<Void> SLICE = TaskDescriptor.of("job-slice");
    private static final Duration HEARTBEAT = Duration.ofSeconds(10);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    private final DataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;
    private final Jobs jobs;
    private final JobRunner runner;
    private final String node;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;

    JobScheduler(DataSource dataSource, TransactionSynchronizationRegistry transactions, Jobs jobs, JobRunner runner,
            @ConfigProperty(name = "storyloom.node") Optional<String> node) {
        this.dataSource = dataSource;
        this.transactions = transactions;
        this.jobs = jobs;
        this.runner = runner;
        this.node = node.orElse("storyloom");
        this.task = Tasks.custom(SLICE)
                .onFailure((complete, operations) -> operations.reschedule(complete, Instant.now().plusSeconds(5)))
                .onDeadExecution(new DeadExecutionHandler.ReviveDeadExecution<>())
                .execute((instance, context) -> {
                    Optional<Duration> next = somethingMoreUrgent(instance.getId())
                            ? Optional.of(Duration.ofMillis(50))
                            : runner.runSlice(UUID.fromString(instance.getId()));
                    return (complete, operations) -> settle(next, complete, operations);
                });
        this.scheduler = Scheduler.create(dataSource, List.of(task))
                .tableName(TABLE)
                .schedulerName(new SchedulerName.Fixed(this.node))
                .threads(1)
                .pollUsingFetch(0.5, 1.0)
                .enablePriority()
                .pollingInterval(Duration.ofSeconds(1))
                .heartbeatInterval(HEARTBEAT)
                .missedHeartbeatsLimit(4)
                .shutdownMaxWait(LONGEST_STOP)
                .build();
    }

    void start(@Observes StartupEvent event) throws SQLException {
        releaseOwn();
        enqueueForgotten();
        scheduler.start();
    }

    void stop(@Observes ShutdownEvent event) {
        runner.yieldSoon();
        scheduler.stop();
    }

    /** Puts the first slice into the queue, in the transaction of the caller. */
    void enqueue(Job job) {
        scheduler.scheduleIfNotExists(
                task.instanceBuilder(job.id.toString()).priority(job.kind.priority()).scheduledTo(Instant.now()));
        afterCommit(scheduler::triggerCheckForDueExecutions);
    }

    private void settle(Optional<Duration> next, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        if (next.isPresent()) {
            operations.reschedule(complete, Instant.now().plus(next.get()));
        } else {
            operations.stop();
        }
        scheduler.triggerCheckForDueExecutions();
    }

    /** db-scheduler picks by priority, but some tasks ahead: one picked early steps back for a more urgent newcomer. */
    private boolean somethingMoreUrgent(String taskInstance) {
        String sql = "select 1 from " + TABLE + " mine, " + TABLE + " other where mine.task_instance = ?"
                + " and other.priority > mine.priority and other.picked = false and other.execution_time <= ?";
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setString(1, taskInstance);
            statement.setObject(2, Instant.now().atOffset(ZoneOffset.UTC));
            return statement.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read the queue", e);
        }
    }

    void cancelRunning(UUID jobId) {
        runner.cancel(jobId);
    }

    void afterCommit(Runnable action) {
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing to do before the end is known
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) {
                    action.run();
                }
            }
        });
    }

    /** After a crash this node's own picked tasks would wait for missed heartbeats: nobody works on them, so free them. */
    void releaseOwn() throws SQLException {
        String sql = "update " + TABLE + " set picked = false, picked_by = null, last_heartbeat = null,"
                + " version = version + 1, execution_time = ? where picked = true and picked_by = ?";
        try (var connection = dataSource.getConnection(); var statement = connection.prepareStatement(sql)) {
            statement.setObject(1, Instant.now().atOffset(ZoneOffset.UTC));
            statement.setString(2, node);
            int freed = statement.executeUpdate();
            if (freed > 0) {
                LOG.info("Going on with {} job(s) from before the restart", freed);
            }
        }
    }

    private void enqueueForgotten() {
        List<Job> unfinished = QuarkusTransaction.requiringNew()
                .call(() -> jobs.list("state in ?1", List.of(JobState.QUEUED, JobState.RUNNING)));
        unfinished.forEach(job -> scheduler.scheduleIfNotExists(
                task.instanceBuilder(job.id.toString()).priority(job.kind.priority()).scheduledTo(Instant.now())));
    }
}
