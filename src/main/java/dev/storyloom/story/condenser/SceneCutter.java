package dev.storyloom.story.condenser;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Cuts the moments of a story into pages of about equal length, best where place, time or cast change. */
final class SceneCutter {

    private static final int CHARACTERS_PER_PAGE = 330;
    private static final int FEWEST = 4;
    private static final int MOST = 12;
    private static final double[] GAP = {0, 0.3, 1.1};
    private static final int MOST_PIECES = 400;
    private static final int PARAGRAPH = 2;

    private SceneCutter() {
    }

    /** @param wanted 0 for as many as suit the length */
    static List<List<Moment>> cut(List<Moment> moments, int wanted) {
        List<List<Moment>> paragraphs = paragraphs(moments);
        if (paragraphs.size() == wanted) {
            return paragraphs;
        }
        List<List<Moment>> pieces = pieces(moments);
        int pages = Math.min(wanted == 0 ? suitable(moments) : wanted, pieces.size());
        int[] ends = bestEnds(pieces, pages);
        List<List<Moment>> scenes = new ArrayList<>();
        int from = 0;
        for (int end : ends) {
            List<Moment> scene = new ArrayList<>();
            pieces.subList(from, end).forEach(scene::addAll);
            scenes.add(scene);
            from = end;
        }
        return scenes;
    }

    /** A writer who asks for as many pages as there are paragraphs has cut the story already. */
    private static List<List<Moment>> paragraphs(List<Moment> moments) {
        List<List<Moment>> paragraphs = new ArrayList<>();
        for (Moment moment : moments) {
            if (paragraphs.isEmpty() || moment.sentence().gap() == PARAGRAPH) {
                paragraphs.add(new ArrayList<>());
            }
            paragraphs.get(paragraphs.size() - 1).add(moment);
        }
        return paragraphs;
    }

    private static int suitable(List<Moment> moments) {
        int length = moments.stream().mapToInt(m -> m.sentence().length()).sum();
        long changes = moments.stream().skip(1).filter(m -> change(m) >= 0.8).count();
        int byLength = Math.round(length / (float) CHARACTERS_PER_PAGE);
        int byChange = (int) Math.min(changes + 1, byLength + 2L);
        return Math.max(FEWEST, Math.min(MOST, Math.max(byLength, byChange)));
    }

    /** Sentences as they are; a very long story is cut from small runs of sentences, so that it stays quick. */
    private static List<List<Moment>> pieces(List<Moment> moments) {
        int run = (moments.size() + MOST_PIECES - 1) / MOST_PIECES;
        List<List<Moment>> pieces = new ArrayList<>();
        for (int i = 0; i < moments.size(); i += run) {
            pieces.add(moments.subList(i, Math.min(moments.size(), i + run)));
        }
        return pieces;
    }

    private static int[] bestEnds(List<List<Moment>> pieces, int pages) {
        int n = pieces.size();
        int[] length = new int[n + 1];
        for (int i = 0; i < n; i++) {
            length[i + 1] = length[i] + pieces.get(i).stream().mapToInt(m -> m.sentence().length() + 1).sum();
        }
        double[] changes = new double[n];
        for (int i = 1; i < n; i++) {
            changes[i] = change(pieces.get(i).get(0));
        }
        double target = length[n] / (double) pages;
        double[][] cost = new double[pages + 1][n + 1];
        int[][] from = new int[pages + 1][n + 1];
        for (double[] row : cost) {
            Arrays.fill(row, Double.POSITIVE_INFINITY);
        }
        cost[0][0] = 0;
        for (int p = 1; p <= pages; p++) {
            for (int end = p; end <= n - (pages - p); end++) {
                for (int start = p - 1; start < end; start++) {
                    double size = (length[end] - length[start]) / target - 1;
                    double total = cost[p - 1][start] + size * size
                            - changes[start];
                    if (total < cost[p][end]) {
                        cost[p][end] = total;
                        from[p][end] = start;
                    }
                }
            }
        }
        int[] ends = new int[pages];
        for (int p = pages, end = n; p > 0; p--) {
            ends[p - 1] = end;
            end = from[p][end];
        }
        return ends;
    }

    /** How much a picture before a moment differs from one after it. */
    private static double change(Moment moment) {
        return (moment.moved() ? 1.0 : 0) + (moment.laterOn() ? 0.8 : 0) + (moment.newcomers() ? 0.35 : 0)
                + GAP[moment.sentence().gap()];
    }
}
