package dev.storyloom.pretrain.painter;

import java.util.List;

/** A thing the painter can draw, with the words that captions use for it. */
public interface Word {
    /** English words, the plainest first. */
    List<String> english();

    /** Vietnamese words, the plainest first. */
    List<String> vietnamese();
}
