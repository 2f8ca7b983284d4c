package dev.storyloom.cli;

import dev.storyloom.diffusion.DiffusionException;
import dev.storyloom.storage.PhotoRefused;
import dev.storyloom.storage.StorageFailure;
import dev.storyloom.story.condenser.StoryException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says any failure of a command as one line in the user's language; exit code 1. */
final class WhatWentWrong implements IExecutionExceptionHandler {

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        command.getErr().println(sentence(failure));
        if (System.getenv("STORYLOOM_TRACE") != null) {
            failure.printStackTrace(command.getErr());
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    static String sentence(Throwable failure) {
        if (failure instanceof UncheckedIOException wrapped) {
            return sentence(wrapped.getCause());
        }
        if (StorageFailure.isFull(failure)) {
            return Words.say("failed.disk_full");
        }
        if (failure instanceof CommandFailed) {
            return failure.getMessage();
        }
        if (failure instanceof StoryException story) {
            return story.message(Locale.getDefault());
        }
        if (failure instanceof PhotoRefused photo) {
            return PhotoWords.say(photo.reason());
        }
        if (failure instanceof DiffusionException engine) {
            // The engine's own sentence is English and names the file; other languages have one for each code.
            return Words.find("engine." + engine.code(), engine.getMessage()).orElse(engine.getMessage());
        }
        if (failure instanceof IOException file) {
            return file(file);
        }
        String message = String.valueOf(failure.getMessage());
        if (message.contains("allocate memory") || message.contains("out of memory")) {
            return Words.say("failed.no_memory");
        }
        return Words.say("failed.unexpected", failure.getMessage() == null ? failure : failure.getMessage());
    }

    private static String file(IOException failure) {
        String what = failure.getMessage();
        if (failure instanceof NoSuchFileException) {
            return Words.say("failed.no_such_file", what);
        }
        if (failure instanceof AccessDeniedException) {
            return Words.say("failed.not_allowed", what);
        }
        if (failure instanceof FileAlreadyExistsException || failure instanceof NotDirectoryException) {
            return Words.say("failed.not_a_folder", what);
        }
        if (failure instanceof CharacterCodingException) {
            return Words.say("failed.not_utf8");
        }
        return Words.say("failed.file", what == null ? failure : what);
    }
}
