package dev.storyloom.diffusion.hub;

import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.storyloom.diffusion.ModelException;

/**
 * Which model: a repository of a hub and a revision of it.
 *
 * @param endpoint the hub, where the address itself names one; else null
 * @param repository owner and name
 * @param folder what its folder is called here
 */
public record ModelAddress(URI endpoint, String repository, String revision, String folder) {

    /** The names that Storyloom gives to models it knows. */
    public static final Map<String, String> KNOWN = Map.of(
            "sdxl-base", "stabilityai/stable-diffusion-xl-base-1.0",
            "sdxl-refiner", "stabilityai/stable-diffusion-xl-refiner-1.0",
            "sdxl-vae-fp16-fix", "madebyollin/sdxl-vae-fp16-fix");

    private static final String WORD = "[A-Za-z0-9][A-Za-z0-9._-]{0,95}";
    private static final Pattern REPOSITORY = Pattern.compile("(" + WORD + "/" + WORD + ")(?:@(" + WORD + "))?");
    private static final Pattern PAGE = Pattern.compile("/(" + WORD + "/" + WORD + ")(?:/tree/(" + WORD + "))?/?");

    /** Reads one of the {@link #KNOWN} names, {@code owner/name}, {@code owner/name@revision}, or a repository's URL. */
    public static ModelAddress of(String text) {
        if (KNOWN.containsKey(text)) {
            return new ModelAddress(null, KNOWN.get(text), "main", text);
        }
        if (text.startsWith("https://") || text.startsWith("http://")) {
            URI page = uri(text);
            Matcher path = PAGE.matcher(String.valueOf(page.getPath()));
            if (page.getHost() == null || page.getUserInfo() != null || !path.matches()) {
                throw unreadable(text);
            }
            return at(page.resolve("/"), path);
        }
        Matcher repository = REPOSITORY.matcher(text);
        if (!repository.matches()) {
            throw unreadable(text);
        }
        return at(null, repository);
    }

    private static ModelAddress at(URI endpoint, Matcher found) {
        String repository = found.group(1);
        String revision = found.group(2) == null ? "main" : found.group(2);
        return new ModelAddress(endpoint, repository, revision, repository.substring(repository.indexOf('/') + 1));
    }

    /** The hub's address; throws ModelException for what is no http or https address. */
    public static URI endpoint(String text) {
        URI uri = uri(text.endsWith("/") ? text : text + "/");
        boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
        if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getQuery() != null) {
            throw unreadable(text);
        }
        return uri;
    }

    private static URI uri(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw unreadable(text);
        }
    }

    private static ModelException unreadable(String text) {
        return new ModelException("hub_address", "\"" + text + "\" is no model's name, no owner/name and no address.");
    }
}
