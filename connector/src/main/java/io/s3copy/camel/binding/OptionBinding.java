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

import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.Origin;
import org.apache.camel.spi.PropertyConfigurerGetter;

/** Reads the mirror's options by their names in the table, through the configurer that Camel generates. */
final class OptionBinding {

    private OptionBinding() {}

    static CopyRequest bind(S3CopyEndpoint endpoint) {
        PropertyConfigurerGetter configurer =
                (PropertyConfigurerGetter) endpoint.getComponent().getEndpointPropertyConfigurer();
        CopyRequest.Builder builder = CopyRequest.builder(Origin.OPTION)
                .set(CopyParameter.BUCKET, endpoint.getBucketNameOrArn(), "s3copy: URI");
        for (CopyParameter row : CopyParameter.requestRows()) {
            if (row != CopyParameter.BUCKET && row.option().isPresent()) {
                builder.set(
                        row, configurer.getOptionValue(endpoint, row.option().get(), false));
            }
        }
        return builder.build();
    }
}
