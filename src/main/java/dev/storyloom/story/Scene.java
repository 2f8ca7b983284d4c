package dev.storyloom.story;

import dev.storyloom.story.condenser.Language;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One page to be: the words for the reader and, in English, the words for the painter. */
@Entity
@Table(name = "scene")
public class Scene {
    @Id
    public UUID id;
    public UUID storyId;
    /** From 1, without gaps. */
    public int position;
    @Column(length = 40_000)
    public String narration;
    @Column(length = 4_000)
    public String prompt;
    @Column(length = 1_000)
    public String style;
    @Column(length = 2_000)
    public String negative;
    @Column(length = 1_000)
    public String castNames;
    public String place;
    public String timeOfDay;
    /** What the prompt costs of the painter's budget. */
    public int tokens;
    /** One a line: words the condenser left out so that the prompt fits. */
    @Column(length = 4_000)
    public String dropped;
    /** Which of its pictures the page shows, from 1; part of the seed. */
    public int version;
    /** How many pictures were asked for so far. */
    public int versions;
    /** The first of those that are wanted to choose from, beside the one that the page shows; 0 for none. */
    public int spareFrom;

    protected Scene() {
    }

    Scene(UUID storyId, int position) {
        this.id = UUID.randomUUID();
        this.storyId = storyId;
        this.position = position;
        this.narration = "";
        this.prompt = "";
        this.style = "";
        this.negative = "";
        this.castNames = "";
        this.place = "";
        this.timeOfDay = "";
        this.dropped = "";
        this.version = 1;
        this.versions = 1;
    }

    /** The versions that are to be painted to choose from. */
    public IntStream spares() {
        return spareFrom == 0 ? IntStream.empty() : IntStream.rangeClosed(spareFrom, versions);
    }

    /** Puts one rare word in the place of another in what the painter is told. */
    void rename(String before, String after) {
        prompt = prompt.replaceAll("(?i)\\b" + Pattern.quote(before) + "\\b", Matcher.quoteReplacement(after));
    }

    /** Whether the painter, who reads English only, is told something in Vietnamese. */
    public boolean foreign() {
        return Language.anyVietnamese(prompt);
    }

    public List<String> droppedWords() {
        return Arrays.stream(dropped.split("\n")).filter(s -> !s.isBlank()).toList();
    }
}
