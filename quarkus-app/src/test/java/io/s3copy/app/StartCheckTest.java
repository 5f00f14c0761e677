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
package io.s3copy.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.s3copy.app.config.SettingsException;
import io.s3copy.testkit.Response;
import io.s3copy.testkit.S3Operation;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StartCheckTest {

    @AutoClose
    private final AppOnStub app = AppOnStub.with("source.prefix", "photos/");

    private StartCheck check() {
        return new StartCheck(app.settings(), app.service());
    }

    private List<String> mistakes() {
        return catchThrowableOfType(SettingsException.class, check()::check).mistakes();
    }

    @Test
    void bucketsThatAreThereCostOneRequestEach() {
        check().check();
        assertThat(app.s3().only(S3Operation.LIST_OBJECTS_V2))
                .satisfies(
                        list -> assertThat(list.bucket()).isEqualTo("from-bucket"),
                        list -> assertThat(list.queryParameter("prefix")).contains("photos/"),
                        list -> assertThat(list.queryParameter("max-keys")).contains("1"));
        assertThat(app.s3().only(S3Operation.HEAD_BUCKET).bucket()).isEqualTo("to-bucket");
    }

    @Test
    void bothBucketsAreToldAtOnce() {
        app.s3().answer(S3Operation.LIST_OBJECTS_V2, list -> Response.error(403, "AccessDenied", "no"));
        app.s3().answer(S3Operation.HEAD_BUCKET, head -> Response.empty(404));
        assertThat(mistakes())
                .satisfiesExactly(
                        source -> assertThat(source)
                                .startsWith(
                                        "bucket from-bucket (s3copy.source.bucket) cannot be listed: 403 AccessDenied")
                                .contains("Allow s3:ListBucket"),
                        destination -> assertThat(destination)
                                .startsWith("bucket to-bucket (s3copy.destination.bucket) cannot be copied to: 404"));
    }

    @Test
    void headThatIsForbiddenKeepsNoCopyFromBeingMade() {
        app.s3().answer(S3Operation.HEAD_BUCKET, head -> Response.empty(403));
        assertThatCode(check()::check).doesNotThrowAnyException();
    }

    @Test
    void answerThatMayPassIsWaitedFor() {
        app.s3().next(S3Operation.LIST_OBJECTS_V2, Response.error(503, "SlowDown", "later"));
        check().check();
        assertThat(app.s3().requests(S3Operation.LIST_OBJECTS_V2)).hasSizeGreaterThan(1);
    }
}
