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
package io.s3copy.camel.binding;

import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.Origin;
import java.util.Set;
import java.util.function.Function;

/** Reads the mirror's options by their names in the table. */
final class OptionBinding {

    private OptionBinding() {}

    /**
     * The options of an endpoint. Those of its URI override the component's defaults, as messages override options: a
     * source, tags or grants that the URI gives in one form replace a default in the other form.
     */
    static CopyRequest bind(String bucket, Function<String, Object> values, Set<CopyParameter> saidInUri) {
        CopyRequest.Builder defaults = CopyRequest.builder(Origin.OPTION);
        CopyRequest.Builder own = CopyRequest.builder(Origin.OPTION).set(CopyParameter.BUCKET, bucket, "s3copy: URI");
        for (CopyParameter row : CopyParameter.requestRows()) {
            if (row != CopyParameter.BUCKET && row.option().isPresent()) {
                CopyRequest.Builder layer = saidInUri.contains(row) ? own : defaults;
                layer.set(row, values.apply(row.option().get()));
            }
        }
        return defaults.build().overlaidBy(own.build());
    }
}
