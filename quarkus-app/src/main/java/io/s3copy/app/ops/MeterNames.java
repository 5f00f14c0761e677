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
package io.s3copy.app.ops;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.s3copy.app.config.ReplicationSpec;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/**
 * Names the meters of the component as those of the service: by the job of the configuration, not by its route. There is one
 * context of Camel in the process, whose name tells nothing.
 */
@Singleton
class MeterNames implements MeterFilter {

    /** The label is job_name: Prometheus has its own label job, and would rename ours. */
    static final String JOB = "job.name";

    private static final String OURS = "s3copy.";

    @Override
    public Meter.Id map(Meter.Id id) {
        if (!id.getName().startsWith(OURS)) {
            return id;
        }
        List<Tag> tags = new ArrayList<>();
        for (Tag tag : id.getTags()) {
            if (tag.getKey().equals("route")) {
                tags.add(Tag.of(JOB, job(tag.getValue())));
            } else if (!tag.getKey().equals("camelContext")) {
                tags.add(tag);
            }
        }
        return id.replaceTags(tags);
    }

    private static String job(String route) {
        return route.endsWith(ReplicationSpec.ROUTE)
                ? route.substring(0, route.length() - ReplicationSpec.ROUTE.length())
                : route;
    }
}
