package dev.storyloom.admin;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Sizes, times and reasons as an administrator reads them. */
record Told(Locale locale, AdminMessages words, DateTimeFormatter times) {
    private static final double THOUSAND = 1000;

    static Told in(Locale locale, AdminMessages words) {
        return new Told(locale, words, DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale).withZone(ZoneOffset.UTC));
    }

    /** For example 12.3 MB. */
    public String bytes(long bytes) {
        return bytes < THOUSAND ? bytes + " B" : scaled(bytes, new String[] {"kB", "MB", "GB", "TB"});
    }

    /** For example 2.6 B, or – where it is not known. */
    public String weights(long weights) {
        return weights == 0 ? "–" : weights < THOUSAND ? Long.toString(weights) : scaled(weights, new String[] {"K", "M", "B"});
    }

    public String time(Instant time) {
        return time == null ? "–" : times.format(time);
    }

    public String reason(String code) {
        return switch (code == null ? "" : code) {
            case "lora_unusable" -> words.whyLora();
            case "disk_full" -> words.whyDisk();
            case "out_of_memory" -> words.whyMemory();
            case "crashed" -> words.whyCrashed();
            default -> code != null && code.startsWith("model_") ? words.whyModel() : words.whyUnknown();
        };
    }

    private String scaled(long number, String[] units) {
        double value = number / THOUSAND;
        int unit = 0;
        while (value >= THOUSAND && unit < units.length - 1) {
            value /= THOUSAND;
            unit++;
        }
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMaximumFractionDigits(1);
        return format.format(value) + " " + units[unit];
    }
}
