package dev.storyloom.web;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The JAX-RS routes that the compiled classes really have. */
record Routes(List<Route> all) {
    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target", "classes");

    /** One route; consumes is the media type its body must have, empty for a form. */
    record Route(String method, String path, String consumes) {
        String key() {
            return method + " " + path;
        }

        boolean unsafe() {
            return !method.equals("GET") && !method.equals("HEAD");
        }

        boolean api() {
            return path.startsWith("/api/");
        }

        /** The path with an id that nobody has in the place of every parameter. */
        String example() {
            return path.replace("{file}", "book.pdf").replaceAll("\\{[^}]*}", "00000000-0000-4000-8000-000000000000");
        }
    }

    static Routes found() {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES.resolve("dev/storyloom"))) {
            return new Routes(files.filter(file -> file.toString().endsWith("Resource.class")).map(Routes::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()).flatMap(method -> routes(type, method)))
                    .collect(Collectors.toMap(Route::key, route -> route, (one, variant) -> one)).values().stream()
                    .sorted((a, b) -> (a.path + a.method).compareTo(b.path + b.method)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(java.nio.file.Path file) {
        String name = CLASSES.relativize(file).toString().replaceAll("\\.class$", "").replaceAll("[/\\\\]", ".");
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Route> routes(Class<?> type, Method method) {
        String own = method.isAnnotationPresent(Path.class) ? method.getAnnotation(Path.class).value() : "";
        String path = ("/" + type.getAnnotation(Path.class).value() + "/" + own)
                .replaceAll("/+", "/").replaceAll("(?<=.)/$", "").replaceAll("\\s*:[^}]*}", "}");
        Consumes consumes = method.getAnnotation(Consumes.class);
        return Arrays.stream(method.getAnnotations()).map(a -> a.annotationType().getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(verb -> new Route(verb.value(), path, consumes == null ? "" : consumes.value()[0]));
    }
}
