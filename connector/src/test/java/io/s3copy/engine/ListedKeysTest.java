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
package io.s3copy.engine;

import static io.s3copy.testkit.S3Operation.LIST_MULTIPART_UPLOADS;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.http.CallsUnderTest;
import io.s3copy.engine.s3.UploadPage;
import io.s3copy.engine.s3.UploadQuery;
import io.s3copy.testkit.RecordingS3;
import io.s3copy.testkit.Response;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Listings ask for encoded keys, as XML cannot carry every one; keys are decoded once, and only where they were encoded. */
@Tag("sdk")
class ListedKeysTest {

    private final RecordingS3 s3 = RecordingS3.start();
    private final S3AsyncClient client = s3.newClient();

    @AfterEach
    void close() {
        client.close();
        s3.close();
    }

    private String keyOf(String encoding, String key) {
        s3.answer(
                LIST_MULTIPART_UPLOADS,
                list -> Response.xml(
                        200,
                        "<ListMultipartUploadsResult><Bucket>out</Bucket>" + encoding
                                + "<IsTruncated>false</IsTruncated>"
                                + "<Upload><Key>" + key + "</Key><UploadId>u</UploadId>"
                                + "<Initiated>2026-04-01T10:00:00.000Z</Initiated></Upload></ListMultipartUploadsResult>"));
        UploadPage page = CallsUnderTest.on(client)
                .listMultipartUploads(new UploadQuery("out", "", null, null, null, null))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
        assertThat(s3.only(LIST_MULTIPART_UPLOADS).queryParameter("encoding-type"))
                .contains("url");
        return page.uploads().get(0).key();
    }

    @Test
    void anEncodedKeyIsDecodedOnce() {
        assertThat(keyOf("<EncodingType>url</EncodingType>", "bell%07%2525+a%2Bb"))
                .isEqualTo("bell\u0007%25 a+b");
    }

    @Test
    void aKeyOfAServerThatDoesNotEncodeStaysAsItIs() {
        assertThat(keyOf("", "a%2Bb+c")).isEqualTo("a%2Bb+c");
    }
}
