package dev.storyloom.account;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * All that is kept for somebody, as a zip file: texts as JSON, photos and pictures as they are. What was learned from
 * photos is not in it: a LoRA of a child does not belong into a download folder.
 */
@Path("/account/export")
class ExportResource {
    private final Viewer viewer;
    private final Event<AccountExport> export;
    private final ObjectMapper json;

    ExportResource(Viewer viewer, Event<AccountExport> export, ObjectMapper json) {
        this.viewer = viewer;
        this.export = export;
        this.json = json;
    }

    @GET
    public Response export() {
        Account account = viewer.account();
        UUID id = account.id;
        var about = new About(account.email, account.createdAt);
        StreamingOutput body = out -> {
            try (var zip = new ZipPack(out, json)) {
                zip.json("account.json", about);
                export.fire(new AccountExport(id, zip));
            }
        };
        return Response.ok(body, "application/zip")
                .header("Content-Disposition", "attachment; filename=\"storyloom.zip\"")
                .header("Content-Security-Policy", "default-src 'none'; sandbox").build();
    }

    /** The account itself; a guest has no email. */
    record About(String email, Instant createdAt) {
    }

    private static final class ZipPack implements AccountExport.Pack, AutoCloseable {
        private final ZipOutputStream zip;
        private final ObjectMapper json;

        ZipPack(OutputStream out, ObjectMapper json) {
            this.zip = new ZipOutputStream(out);
            this.json = json;
        }

        @Override
        public void json(String name, Object content) {
            try {
                file(name, new ByteArrayInputStream(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(content)));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void file(String name, InputStream bytes) {
            try (bytes) {
                zip.putNextEntry(new ZipEntry(name));
                bytes.transferTo(zip);
                zip.closeEntry();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            zip.finish();
        }
    }
}
