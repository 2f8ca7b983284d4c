package dev.storyloom.character;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.storyloom.job.Job;
import dev.storyloom.job.JobEvent;
import dev.storyloom.job.JobQueue;
import dev.storyloom.job.JobState;
import dev.storyloom.job.JobView;
import dev.storyloom.job.Jobs;
import dev.storyloom.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Gathers what the page of a learning shows, from the job's row and its events, so that a reload misses nothing. */
@ApplicationScoped
class TrainingView {

    private final Jobs jobs;
    private final LearnedStates states;
    private final JobQueue queue;
    private final ObjectMapper mapper;
    private final Page page;

    TrainingView(Jobs jobs, LearnedStates states, JobQueue queue, ObjectMapper mapper, Page page) {
        this.jobs = jobs;
        this.states = states;
        this.queue = queue;
        this.mapper = mapper;
        this.page = page;
    }

    Sheet of(Character character, Job job) {
        Map<Integer, Double> curve = new TreeMap<>();
        for (TrainingReport.LossTold piece : told(job, "loss", TrainingReport.LossTold.class)) {
            for (int i = 0; i < piece.values().size(); i++) {
                curve.put(piece.first() + i, piece.values().get(i));
            }
        }
        Map<Integer, TrainingReport.SampleTold> samples = new TreeMap<>();
        told(job, "sample", TrainingReport.SampleTold.class).forEach(sample -> samples.put(sample.step(), sample));
        Map<Integer, TrainingReport.LikenessTold> likeness = new TreeMap<>();
        told(job, "likeness", TrainingReport.LikenessTold.class).forEach(one -> likeness.put(one.step(), one));
        return new Sheet(character, job.id, queue.view(job), write(curve.entrySet().stream()
                .map(point -> List.<Number>of(point.getKey(), point.getValue())).toList()),
                List.copyOf(samples.values()), List.copyOf(likeness.values()),
                job.state == JobState.DONE ? states.of(character.id) : List.of(), error(job.error));
    }

    private <T> List<T> told(Job job, String type, Class<T> payload) {
        return jobs.events(job.id, type).stream().map(event -> read(event, payload)).toList();
    }

    private <T> T read(JobEvent event, Class<T> payload) {
        try {
            return mapper.readValue(event.payload, payload);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Event " + event.seq + " of job " + event.jobId + " is broken", e);
        }
    }

    private String write(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String error(String code) {
        CharacterMessages words = page.words(CharacterMessages.class);
        return switch (code == null ? "" : code) {
            case "" -> null;
            case "model_missing" -> words.errorModelMissing();
            case "model_damaged" -> words.errorModelDamaged();
            case "disk_full" -> words.errorDiskFull();
            case "out_of_memory" -> words.errorOutOfMemory();
            case "crashed" -> words.errorCrashed();
            default -> words.errorUnknown();
        };
    }

    /** The curve is JSON, [[step, loss], …]; the error is null unless the job failed. */
    record Sheet(Character character, UUID jobId, JobView job, String curve, List<TrainingReport.SampleTold> samples,
            List<TrainingReport.LikenessTold> likeness, List<LearnedState> learned, String error) {

        public String stepWords() {
            return Integer.toString(job.step());
        }

        public String stepsWords() {
            return Integer.toString(job.steps());
        }
    }
}
