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
package io.s3copy.behaviour;

import static io.s3copy.behaviour.Capability.COPY;
import static io.s3copy.camel.S3CopyOperation.copyObject;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE;
import static io.s3copy.parameter.CopyParameter.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.parameter.CopyRequest;
import java.util.Map;
import java.util.UUID;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** Keys are bytes: whatever way they come in, the same bytes are read and written. */
class SpecialKeysBehaviourTest extends Behaviour {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** New for each test, so that no earlier copy passes for this one. */
    private final String content = UUID.randomUUID().toString();

    @ParameterizedTest
    @EnumSource
    @Needs(COPY)
    void headersCarryTheKey(SpecialKey special) {
        arrange(special);
        copy(special.key(), special.key()).succeeds();
        assertCopied(special);
    }

    /** Only this form cannot name a key that itself ends like a version. */
    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "VERSION_QUERY")
    @Needs(COPY)
    void oneTextCarriesTheKey(SpecialKey special) {
        arrange(special);
        call(copyObject, bench().destination())
                .with(COPY_SOURCE, bench().source() + "/" + special.key())
                .with(KEY, special.key())
                .succeeds();
        assertCopied(special);
    }

    @ParameterizedTest
    @EnumSource
    @Needs(COPY)
    void typedRequestsCarryTheKey(SpecialKey special) {
        arrange(special);
        call(copyObject, bench().destination())
                .body(CopyRequest.builder()
                        .source(bench().source(), special.key())
                        .set(KEY, special.key())
                        .build())
                .succeeds();
        assertCopied(special);
    }

    @ParameterizedTest
    @EnumSource
    @Needs(COPY)
    void mapsOfKeywordsCarryTheKey(SpecialKey special) {
        arrange(special);
        withKeywords().body(keywords(special)).succeeds();
        assertCopied(special);
    }

    @ParameterizedTest
    @EnumSource
    @Needs(COPY)
    void jsonOfKeywordsCarriesTheKey(SpecialKey special) throws Exception {
        arrange(special);
        withKeywords().body(JSON.writeValueAsString(keywords(special))).succeeds();
        assertCopied(special);
    }

    @ParameterizedTest
    @EnumSource
    @Needs(COPY)
    void derivedKeysCarryTheKeyOfTheSource(SpecialKey special) {
        arrange(special);
        copy(special.key(), special.key()).without(KEY).succeeds();
        assertCopied(special);
    }

    /** But for what Camel itself takes out of every URI: line breaks, and placeholders, which it resolves twice. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NEWLINE", "PLACEHOLDER"})
    @Needs(COPY)
    void rawValuesOfAUriCarryTheKey(SpecialKey special) {
        arrange(special);
        call(copyObject, bench().destination())
                .option("copySourceBucket", bench().source())
                .option("copySourceKey", raw(special))
                .option("key", raw(special))
                .succeeds();
        assertCopied(special);
    }

    /** But for what Camel itself takes out of every URI: line breaks, and placeholders, which it resolves twice. */
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"NEWLINE", "PLACEHOLDER"})
    @Needs(COPY)
    void rawParametersOfYamlCarryTheKey(SpecialKey special) throws Exception {
        arrange(special);
        String yaml = """
                - from:
                    uri: direct:%s
                    steps:
                      - to:
                          uri: s3copy:%s
                          parameters:
                            copySourceBucket: %s
                            copySourceKey: %s
                            key: %s
                """.formatted(
                        content,
                        bench().destination(),
                        bench().source(),
                        JSON.writeValueAsString(raw(special)),
                        JSON.writeValueAsString(raw(special)));
        ProducerTemplate template = server().template();
        PluginHelper.getRoutesLoader(template.getCamelContext())
                .loadRoutes(ResourceHelper.fromString("copy.yaml", yaml));
        template.sendBody("direct:" + content, null);
        assertCopied(special);
    }

    /** What no URI can say, a bean can; Camel resolves placeholders in it, too, and there they can be escaped. */
    @ParameterizedTest
    @EnumSource
    @Needs(COPY)
    void beansCarryTheKey(SpecialKey special) {
        arrange(special);
        String bean = "key" + content;
        server().template()
                .getCamelContext()
                .getRegistry()
                .bind(bean, special.key().replace("{{", "\\{{").replace("}}", "\\}}"));
        call(copyObject, bench().destination())
                .option("copySourceBucket", bench().source())
                .option("copySourceKey", "#bean:" + bean)
                .option("key", "#bean:" + bean)
                .succeeds();
        assertCopied(special);
    }

    private void arrange(SpecialKey special) {
        needs(special.capability());
        bench().put(bench().source(), special.key(), content, put -> {});
    }

    private Call withKeywords() {
        return call(copyObject, bench().destination())
                .option("bodyAs", "parameters")
                .option("allowedSourceBuckets", bench().source());
    }

    private Map<String, Object> keywords(SpecialKey special) {
        return Map.of("CopySource", Map.of("Bucket", bench().source(), "Key", special.key()), "Key", special.key());
    }

    private static String raw(SpecialKey special) {
        return special == SpecialKey.RAW_MARK ? "RAW{" + special.key() + "}" : "RAW(" + special.key() + ")";
    }

    private void assertCopied(SpecialKey special) {
        assertThat(bench().content(bench().destination(), special.key())).isEqualTo(content);
        assertThat(bench().keys(bench().destination(), special.key())).contains(special.key());
    }
}
