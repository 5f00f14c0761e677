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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.camel.catalog.CamelCatalog;
import org.apache.camel.catalog.DefaultCamelCatalog;
import org.apache.camel.catalog.EndpointValidationResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Camel's catalogue, and so IDEs and Camel's report plugin, know the component by its class alone. */
class CatalogueTest {

    private final CamelCatalog catalogue = new DefaultCamelCatalog();

    @BeforeEach
    void add() {
        catalogue.addComponent("s3copy", S3CopyComponent.class.getName());
    }

    @Test
    void catalogueFindsTheDescription() {
        assertThat(catalogue.componentJSonSchema("s3copy")).contains("\"copySourceIfMatch\"");
        assertThat(catalogue.componentModel("s3copy").getTitle()).isEqualTo("AWS S3 Copy");
    }

    @Test
    void catalogueValidatesUris() {
        EndpointValidationResult result =
                catalogue.validateEndpointProperties("s3copy:archive?storageClass=COLD&ifExists=skip&keyPrefx=a");
        assertThat(result.getInvalidEnum()).containsEntry("storageClass", "COLD");
        assertThat(result.getUnknown()).containsExactly("keyPrefx");
        assertThat(catalogue
                        .validateEndpointProperties("s3copy:archive?storageClass=GLACIER&metadata.a-key=x")
                        .isSuccess())
                .isTrue();
    }
}
