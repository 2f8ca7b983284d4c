package dev.storyloom.cli;

import dev.storyloom.diffusion.tensor.Torch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code storyloom doctor}: what it found on this machine, a line each; exit code 1 if something is missing. */
@Command(name = "doctor", mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    @Mixin
    Talk talk;

    @Mixin
    ModelOptions model;

    /** One thing looked at. */
    record Finding(String what, boolean good, String found) {
    }

    /** The answer of {@code --json}. */
    record Diagnosis(boolean good, List<Finding> findings) {
    }

    /** Looks at one thing; what it throws is what it found. */
    private interface Look {
        String at() throws Exception;
    }

    @Override
    public Integer call() throws IOException {
        QuietLog.warningsOnly();
        List<Finding> findings = new ArrayList<>();
        findings.add(look("java", Machine::java));
        findings.add(look("engine", Torch::version));
        findings.add(look("device", Machine::processor));
        findings.add(look("memory", Machine::memory));
        findings.add(look("model", this::model));
        findings.add(look("plan", model::needed));
        findings.add(look("data", () -> Machine.folder(DataFolder.serving())));
        findings.add(look("database", () -> Machine.database(DataFolder.serving())));
        boolean good = findings.stream().allMatch(Finding::good);
        talk.answer(new Diagnosis(good, findings), findings.stream().map(DoctorCommand::line)
                .collect(Collectors.joining(System.lineSeparator())));
        return good ? 0 : 1;
    }

    private String model() throws IOException {
        try (var loaded = model.load()) {
            return Words.say("doctor.model_found", model.name(), loaded.defaultSize());
        }
    }

    private static Finding look(String what, Look look) {
        try {
            return new Finding(what, true, look.at());
        } catch (Exception | LinkageError failure) {
            return new Finding(what, false, WhatWentWrong.sentence(failure));
        }
    }

    private static String line(Finding finding) {
        String mark = finding.good() ? "ok  " : "!!  ";
        return mark + String.format("%-12s", Words.say("doctor." + finding.what())) + finding.found();
    }
}
