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
package io.s3copy.app.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.app.config.JobSpec;
import io.s3copy.app.job.Execution;
import io.s3copy.app.job.RunProgress;
import io.s3copy.app.job.RunStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a hook is told of a cut-over. */
final class CutOverNews {

    private static final ObjectMapper JSON = new ObjectMapper();

    private CutOverNews() {}

    /**
     * The name of one piece of news: the same after a kill. Another database may give the same number to another run.
     *
     * @param until when the cut-over gives up, by which two of one run differ
     */
    static String id(Execution execution, String state, @Nullable Instant until) {
        return execution.job().name() + "-" + execution.row().id() + "-"
                + execution.row().started().toEpochMilli() + "-" + state
                + (until == null ? "" : "-" + until.toEpochMilli());
    }

    /**
     * The news, as JSON.
     *
     * @param state done, warnings or given-up
     * @param check the check of both sides; null where it did not come to that
     */
    static String json(
            String id, Execution execution, String state, String message, @Nullable RunStatus check, Instant now) {
        JobSpec job = execution.job();
        Map<String, Object> news = new LinkedHashMap<>();
        news.put("id", id);
        news.put("event", "cut-over");
        news.put("state", state);
        news.put("message", message);
        news.put("time", now.toString());
        news.put("job", job.name());
        news.put("run", execution.row().id());
        news.put("source", JobSpec.text(job.source()));
        news.put("destination", JobSpec.text(job.destination()));
        news.put("objects", objects(execution.progress()));
        Map<String, Object> links = new LinkedHashMap<>();
        links.put("run", "/api/runs/" + execution.row().id());
        if (check != null) {
            Map<String, Object> proof = new LinkedHashMap<>();
            proof.put("run", check.row().id());
            proof.put("objects", objects(check.progress()));
            news.put("check", proof);
            links.put("report", "/api/runs/" + check.row().id() + "/report");
        }
        news.put("links", links);
        try {
            return JSON.writeValueAsString(news);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("news can be written", e);
        }
    }

    private static Map<String, Long> objects(RunProgress progress) {
        Map<String, Long> objects = new LinkedHashMap<>();
        progress.outcomes().forEach((what, counted) -> objects.put(what, counted.objects()));
        return objects;
    }
}
