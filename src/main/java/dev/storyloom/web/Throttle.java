package dev.storyloom.web;

import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts tries by key (an account, an address) and says when there were too many; remembers the last 10,000 keys. */
public final class Throttle {
    private static final int KEYS = 10_000;

    private final int tries;
    private final Duration window;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > KEYS;
        }
    };

    public Throttle(int tries, Duration window) {
        this.tries = tries;
        this.window = window;
    }

    /** Counts a try; zero when it may go on, else how long to wait. */
    public Duration take(String key) {
        var probe = bucket(key).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed() ? Duration.ZERO : Duration.ofNanos(probe.getNanosToWaitForRefill());
    }

    /** Takes back the last try, which turned out to be a good one. */
    public void giveBack(String key) {
        bucket(key).addTokens(1);
    }

    public void forget(String key) {
        synchronized (buckets) {
            buckets.remove(key);
        }
    }

    private Bucket bucket(String key) {
        synchronized (buckets) {
            return buckets.computeIfAbsent(key, k -> Bucket.builder()
                    .addLimit(limit -> limit.capacity(tries).refillIntervally(tries, window)).build());
        }
    }
}
