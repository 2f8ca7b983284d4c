package dev.storyloom.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** A bare connection, for requests that no well-behaved client sends. */
public final class Wire implements AutoCloseable {
    private final Socket socket;

    public Wire() {
        try {
            var address = URI.create(Visitor.url());
            socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout(20_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The request line and the headers of this visitor, token included; the blank line that ends them is left to the caller. */
    public static String head(Visitor visitor, String method, String path) {
        var cookies = visitor.cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                .collect(Collectors.joining("; "));
        return method + " " + path + " HTTP/1.1\r\nHost: " + URI.create(Visitor.url()).getAuthority() + "\r\nCookie: " + cookies
                + "\r\nX-CSRF-TOKEN: " + visitor.token + "\r\n";
    }

    /** False where the other side does not listen any more. */
    public boolean send(byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            return true;
        } catch (IOException hungUp) {
            return false;
        }
    }

    public boolean send(String text) {
        return send(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Says that nothing more will come, and listens on. */
    public Wire finish() {
        try {
            socket.shutdownOutput();
        } catch (IOException hungUp) {
            // then it has answered
        }
        return this;
    }

    /** The status of the answer; 0 where the connection was closed without one. */
    public int status() {
        var line = line();
        return line.startsWith("HTTP/1.1 ") ? Integer.parseInt(line.substring(9, 12)) : 0;
    }

    /** The next line, without its end; empty where there is none. */
    public String line() {
        var line = new ByteArrayOutputStream();
        for (var next = read(); next >= 0 && next != '\n'; next = read()) {
            if (next != '\r') {
                line.write(next);
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    /** The next byte; -1 where the connection was closed. */
    public int read() {
        try {
            return socket.getInputStream().read();
        } catch (java.net.SocketTimeoutException silent) {
            throw new UncheckedIOException(silent);
        } catch (IOException cut) {
            return -1;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
