package dev.storyloom.cli;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A bar with the time that is left, on a terminal. */
final class ProgressBars implements Progress {

    private ProgressBar bar;

    @Override
    public void begin(String task, int steps) {
        close();
        bar = new ProgressBarBuilder().setTaskName(task).setInitialMax(steps).setUpdateIntervalMillis(250)
                .setStyle(ProgressBarStyle.UNICODE_BLOCK).build();
    }

    @Override
    public void step(int step, String remark) {
        bar.stepTo(step);
        bar.setExtraMessage(remark.isEmpty() ? "" : " " + remark);
    }

    @Override
    public void close() {
        if (bar != null) {
            bar.close();
            bar = null;
        }
    }
}
