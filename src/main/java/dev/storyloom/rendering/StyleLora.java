package dev.storyloom.rendering;

import java.nio.file.Path;

/** What gives a style its look beside its words: a LoRA's file, and the file's SHA-256. */
record StyleLora(Path file, String sha256) {}
