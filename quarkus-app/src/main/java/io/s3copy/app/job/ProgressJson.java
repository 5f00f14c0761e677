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
package io.s3copy.app.job;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;

/** Counts as the database has them. What it has of another release is read as far as it is known. */
@ApplicationScoped
class ProgressJson {

    private final ObjectMapper mapper;

    ProgressJson(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    String write(RunProgress progress) {
        try {
            return mapper.writeValueAsString(progress);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("counts can be written", e);
        }
    }

    RunProgress read(String text) {
        try {
            return mapper.readValue(text, RunProgress.class);
        } catch (JsonProcessingException e) {
            return RunProgress.NONE;
        }
    }
}
