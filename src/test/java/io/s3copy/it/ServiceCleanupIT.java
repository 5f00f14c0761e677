/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.s3copy.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.s3copy.demo.JobService;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs of kind cleanup. No server lets a test begin an upload days ago: the stub says so of two. */
class ServiceCleanupIT {

    @TempDir
    private Path folder;

    private static String upload(String key, Instant initiated) {
        return "<Upload><Key>" + key + "</Key><UploadId>of-" + key.replace('/', '-') + "</UploadId><Initiated>"
                + initiated + "</Initiated></Upload>";
    }

    private static Response uploads(RecordedRequest request) {
        return Response.xml(
                200,
                "<ListMultipartUploadsResult><Bucket>archive</Bucket>"
                        + upload("in/old", Instant.parse("2026-04-01T10:00:00Z"))
                        + upload("in/refused", Instant.parse("2026-04-02T10:00:00Z"))
                        + upload("in/young", Instant.now())
                        + "<IsTruncated>false</IsTruncated></ListMultipartUploadsResult>");
    }

    @Test
    void oldUploadsAreAbortedAndWhatCannotBeIsTold() throws Exception {
        try (RecordingS3 s3 = RecordingS3.start()) {
            s3.answer(S3Operation.LIST_MULTIPART_UPLOADS, ServiceCleanupIT::uploads);
            s3.answer(
                    S3Operation.ABORT_MULTIPART_UPLOAD,
                    abort -> abort.key().equals("in/refused")
                            ? Response.error(403, "AccessDenied", "Access Denied")
                            : Response.empty(204));
            s3.answer(S3Operation.LIST_PARTS, list -> Response.error(404, "NoSuchUpload", "It is gone"));
            JobService.configure(
                    folder,
                    s3,
                    List.of(
                            "s3copy.jobs.old-uploads.kind=cleanup",
                            "s3copy.jobs.old-uploads.destination=s3://archive/in/",
                            "s3copy.jobs.old-uploads.options.initiator=any",
                            "s3copy.jobs.old-uploads.options.older-than=2d",
                            "s3copy.jobs.dry.kind=cleanup",
                            "s3copy.jobs.dry.destination=s3://archive/in/",
                            "s3copy.jobs.dry.options.initiator=any",
                            "s3copy.jobs.dry.options.dry-run=true"));
            try (JobService service = JobService.start(folder, line -> {})) {
                JsonNode dry = service.run("dry");
                assertThat(dry.path("state").asText()).as("%s", dry).isEqualTo("done");
                assertThat(dry.path("message").asText()).startsWith("Dry run: nothing was aborted");
                assertThat(objects(dry, "aborted")).isEqualTo(2);
                assertThat(s3.requests(S3Operation.ABORT_MULTIPART_UPLOAD)).isEmpty();

                JsonNode run = service.run("old-uploads");
                assertThat(run.path("state").asText()).as("%s", run).isEqualTo("warnings");
                assertThat(run.path("message").asText()).startsWith("1 could not be aborted");
                assertThat(objects(run, "aborted")).isEqualTo(1);
                assertThat(objects(run, "kept")).isEqualTo(1);
                assertThat(objects(run, "failed")).isEqualTo(1);
                JsonNode failures =
                        service.get(run.path("links").path("failures").asText()).path("failures");
                assertThat(failures).hasSize(1);
                assertThat(failures.get(0).path("key").asText()).isEqualTo("in/refused");
                assertThat(service.send("POST", "/api/runs/" + run.path("id").asLong() + "/retry")
                                .statusCode())
                        .isEqualTo(409);
                assertThat(service.send("GET", "/jobs/old-uploads").body())
                        .contains("s3://archive/in/")
                        .doesNotContain("aria-label=\"to\"");
            }
        }
    }

    private static long objects(JsonNode run, String outcome) {
        return run.path("progress")
                .path("outcomes")
                .path(outcome)
                .path("objects")
                .asLong();
    }
}
