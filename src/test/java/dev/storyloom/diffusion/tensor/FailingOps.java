package dev.storyloom.diffusion.tensor;

import static net.bytebuddy.matcher.ElementMatchers.isPublic;
import static net.bytebuddy.matcher.ElementMatchers.isStatic;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.nameMatches;
import static net.bytebuddy.matcher.ElementMatchers.not;

import ai.djl.engine.EngineException;
import ai.djl.pytorch.jni.JniUtils;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.ByteBuddyAgent;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.method.MethodDescription;
import net.bytebuddy.dynamic.loading.ClassReloadingStrategy;
import net.bytebuddy.matcher.ElementMatcher;

/** Makes the n-th of this thread's calls of libtorch fail, as it would where memory runs out: whichever that is. */
public final class FailingOps {
    /** What frees things or only looks at them does not fail. */
    private static final String SAFE = "(delete|get|is|set(Grad|Num|Seed|Graph)|load|enable|empty|start|stop|lambda).*";

    private static final ThreadLocal<Integer> LEFT = new ThreadLocal<>();

    static {
        ByteBuddyAgent.install();
        redefine(JniUtils.class, isPublic().and(isStatic()).and(not(nameMatches(SAFE))).or(named("getGradient")));
        redefine(Kernels.class, named("run"));
    }

    private FailingOps() {}

    private static void redefine(Class<?> type, ElementMatcher<? super MethodDescription> methods) {
        new ByteBuddy()
                .redefine(type)
                .visit(Advice.to(FailingOps.class).on(methods))
                .make()
                .load(type.getClassLoader(), ClassReloadingStrategy.fromInstalledAgent());
    }

    /** The calls that {@code work} makes when none fails. */
    public static int count(Runnable work) {
        LEFT.set(Integer.MAX_VALUE);
        try {
            work.run();
            return Integer.MAX_VALUE - LEFT.get();
        } finally {
            LEFT.remove();
        }
    }

    /** Does {@code work}, whose call {@code n} fails, from 0; throws what the work makes of it. */
    public static void failing(int n, Runnable work) {
        LEFT.set(n);
        try {
            work.run();
        } finally {
            LEFT.remove();
        }
    }

    /** Runs at the start of every call. */
    @Advice.OnMethodEnter
    public static void call() {
        tick();
    }

    /** Public because the engine's own classes call it now. Fails once: clearing up after a failure works. */
    public static void tick() {
        Integer left = LEFT.get();
        if (left != null) {
            if (left == 0) {
                LEFT.remove();
                throw new EngineException("made to fail");
            }
            LEFT.set(left - 1);
        }
    }
}
