package dev.storyloom.diffusion.hub;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Objects;

/**
 * Requests to one hub. Follows redirects itself, so that the token goes to the hub alone and never to where it sends us.
 * HttpURLConnection, because java.net.http knows no time limit for a body that stops coming.
 */
final class HubConnection {

    private static final int CONNECT_MILLIS = 20_000;
    private static final int REDIRECTS = 5;

    private final URI endpoint;
    private final String token;
    private final Duration patience;

    /** {@code token} may be null; {@code patience}: how long to wait for the next bytes. */
    HubConnection(URI endpoint, String token, Duration patience) {
        this.endpoint = endpoint;
        this.token = token == null || token.isBlank() ? null : token.strip();
        this.patience = patience;
    }

    /** An answer with status 200 or 206, to be closed. */
    record Answer(int status, long length, String range, InputStream body) implements AutoCloseable {

        /** Whether the body begins at byte {@code from} of {@code size}; otherwise it is the whole file. */
        boolean continuesAt(long from, long size) throws IOException {
            if (status == 200) {
                return from == 0;
            }
            if (("bytes " + from + "-" + (size - 1) + "/" + size).equals(range)) {
                return true;
            }
            throw new HubRefusal(416, null);
        }

        @Override
        public void close() throws IOException {
            body.close();
        }
    }

    /** The address of {@code path} at the hub; what is special in a path is escaped. */
    URI at(String path) {
        try {
            String base = endpoint.getPath();
            return new URI(endpoint.getScheme(), endpoint.getAuthority(), base + path, null, null);
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(path, e);
        }
    }

    /**
     * Asks for {@code uri} from byte {@code from} on; throws HubRefusal for an answer that is none, and other
     * IOExceptions where the line is bad.
     */
    Answer get(URI uri, long from) throws IOException {
        URI at = uri;
        for (int i = 0; i <= REDIRECTS; i++) {
            HttpURLConnection connection = open(at, from);
            int status = connection.getResponseCode();
            if (status == 200 || status == 206) {
                return new Answer(status, connection.getContentLengthLong(), connection.getHeaderField("Content-Range"),
                        connection.getInputStream());
            }
            String wait = connection.getHeaderField("Retry-After");
            String location = connection.getHeaderField("Location");
            connection.disconnect();
            if (status < 300 || status > 399 || location == null) {
                throw new HubRefusal(status, wait);
            }
            at = next(at, location);
        }
        throw new HubRefusal(HubRefusal.LOST, null);
    }

    private HttpURLConnection open(URI uri, long from) throws IOException {
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout((int) patience.toMillis());
        connection.setRequestProperty("User-Agent", "storyloom");
        connection.setRequestProperty("Accept-Encoding", "identity");
        if (from > 0) {
            connection.setRequestProperty("Range", "bytes=" + from + "-");
        }
        if (token != null && isHub(uri) && isPrivate(uri)) {
            connection.setRequestProperty("Authorization", "Bearer " + token);
        }
        return connection;
    }

    private static URI next(URI from, String location) throws IOException {
        try {
            URI next = from.resolve(new URI(location));
            boolean web = "https".equals(next.getScheme()) || "http".equals(next.getScheme());
            if (web && next.getHost() != null && (isPrivate(next) || !isPrivate(from))) {
                return next;
            }
        } catch (URISyntaxException e) {
            // Falls through: an address that is none leads nowhere.
        }
        throw new HubRefusal(HubRefusal.LOST, null);
    }

    private boolean isHub(URI uri) {
        return Objects.equals(uri.getScheme(), endpoint.getScheme()) && uri.getHost().equalsIgnoreCase(endpoint.getHost())
                && uri.getPort() == endpoint.getPort();
    }

    /** Nobody between can read along. */
    private static boolean isPrivate(URI uri) {
        return "https".equals(uri.getScheme()) || uri.getHost().equals("localhost")
                || uri.getHost().startsWith("127.") || uri.getHost().equals("[::1]");
    }
}
