package dev.storyloom.diffusion.hub;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.storyloom.diffusion.ModelException;

/** What a repository holds at one commit. */
record HubListing(String commit, List<HubFile> files) {

    private static final int LARGEST = 16 << 20;

    static HubListing parse(HubConnection.Answer answer, String repository) throws IOException {
        byte[] bytes = answer.body().readNBytes(LARGEST + 1);
        try {
            JsonNode json = new ObjectMapper().readTree(bytes.length > LARGEST ? new byte[0] : bytes);
            String commit = json.path("sha").asText();
            List<HubFile> files = new ArrayList<>();
            for (JsonNode each : json.path("siblings")) {
                String sha256 = each.path("lfs").path("sha256").asText("");
                var file = new HubFile(each.path("rfilename").asText(), each.path("size").asLong(-1),
                        sha256.isEmpty() ? null : sha256, each.path("blobId").asText());
                boolean checkable = sha256.isEmpty() ? file.blob().matches("[0-9a-f]{40}") : sha256.matches("[0-9a-f]{64}");
                if (checkable && file.size() >= 0) {
                    files.add(file);
                }
            }
            if (commit.matches("[0-9a-f]{7,64}") && !files.isEmpty()) {
                return new HubListing(commit, files);
            }
        } catch (JsonProcessingException e) {
            throw foreign(repository, e);
        }
        throw foreign(repository, null);
    }

    private static ModelException foreign(String repository, Throwable cause) {
        return new ModelException("hub_foreign", "What answered for " + repository
                + " is no model hub, or the model has no files with checksums.", cause);
    }
}
