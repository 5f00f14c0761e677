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

import static io.s3copy.engine.CopierOnStub.MIB;
import static io.s3copy.engine.CopierOnStub.PLANNED;
import static io.s3copy.engine.CopierOnStub.inParts;
import static io.s3copy.engine.CopierOnStub.request;
import static io.s3copy.engine.CopierOnStub.settings;
import static io.s3copy.testkit.S3Operation.COPY_OBJECT;
import static io.s3copy.testkit.S3Operation.CREATE_MULTIPART_UPLOAD;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_ACL;
import static io.s3copy.testkit.S3Operation.GET_OBJECT_TAGGING;
import static io.s3copy.testkit.S3Operation.HEAD_OBJECT;
import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopySettings.Preserve;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.Response;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** preserve: what no copy of S3's carries is read from the source, and said in the request. */
class PreservedTest {

    private static final String ACL = """
            <AccessControlPolicy><Owner><ID>owner</ID></Owner><AccessControlList>
            <Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>owner</ID>
            </Grantee><Permission>FULL_CONTROL</Permission></Grant>
            <Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="Group">
            <URI>http://acs.amazonaws.com/groups/global/AllUsers</URI></Grantee><Permission>READ</Permission></Grant>
            <Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser"><ID>other</ID>
            </Grantee><Permission>READ</Permission></Grant>%s
            </AccessControlList></AccessControlPolicy>""";

    private final CopierOnStub stub = new CopierOnStub();

    @BeforeEach
    void answer() {
        stub.s3.answer(GET_OBJECT_TAGGING, request -> Response.tagging(Map.of()));
        stub.s3.answer(GET_OBJECT_ACL, acl -> Response.xml(200, ACL.formatted("")));
        stub.s3.answer(HEAD_OBJECT, head -> source(9));
        stub.s3.answer(COPY_OBJECT, copy -> Response.copyObjectResult(PLANNED));
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private static Response source(long size) {
        return Response.headObject(size, PLANNED)
                .withHeader("x-amz-storage-class", "STANDARD_IA")
                .withHeader("x-amz-website-redirect-location", "/elsewhere")
                .withHeader("x-amz-object-lock-mode", "GOVERNANCE")
                .withHeader("x-amz-object-lock-retain-until-date", "2090-01-02T03:04:05Z")
                .withHeader("x-amz-object-lock-legal-hold", "ON");
    }

    private static void assertCarriesAll(RecordedRequest request) {
        assertThat(request.header("x-amz-storage-class")).contains("STANDARD_IA");
        assertThat(request.header("x-amz-website-redirect-location")).contains("/elsewhere");
        assertThat(request.header("x-amz-object-lock-mode")).contains("GOVERNANCE");
        assertThat(request.header("x-amz-object-lock-retain-until-date")).contains("2090-01-02T03:04:05Z");
        assertThat(request.header("x-amz-object-lock-legal-hold")).contains("ON");
        assertThat(request.header("x-amz-grant-full-control")).contains("id=\"owner\"");
        assertThat(request.header("x-amz-grant-read"))
                .contains("uri=\"http://acs.amazonaws.com/groups/global/AllUsers\", id=\"other\"");
    }

    @Test
    void oneCallCarriesWhatIsPreserved() {
        stub.copied(settings().preserve(EnumSet.allOf(Preserve.class)));
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, GET_OBJECT_ACL, COPY_OBJECT);
        assertCarriesAll(stub.s3.only(COPY_OBJECT));
        assertThat(stub.s3.only(COPY_OBJECT).header("x-amz-copy-source-if-match"))
                .as("what was read is of that state")
                .contains(PLANNED);
    }

    @Test
    void anUploadCarriesWhatIsPreserved() {
        stub.s3.answer(HEAD_OBJECT, head -> source(16 * MIB));
        stub.copied(inParts().preserve(EnumSet.allOf(Preserve.class)));
        assertCarriesAll(stub.s3.only(CREATE_MULTIPART_UPLOAD));
    }

    @Test
    void onlyWhatIsNamedIsRead() {
        stub.copied(settings().preserve(Set.of(Preserve.storageClass)));
        assertThat(stub.s3.operations()).containsExactly(HEAD_OBJECT, COPY_OBJECT);
        assertThat(stub.s3.only(COPY_OBJECT).header("x-amz-object-lock-mode")).isEmpty();
    }

    @Test
    void whatTheRequestSaysOutweighsTheSource() {
        stub.copied(
                settings().preserve(EnumSet.allOf(Preserve.class)),
                request()
                        .set(CopyParameter.STORAGE_CLASS, "GLACIER_IR")
                        .set(CopyParameter.ACL, "private")
                        .build(),
                KnownSource.NOTHING);
        RecordedRequest copy = stub.s3.only(COPY_OBJECT);
        assertThat(copy.header("x-amz-storage-class")).contains("GLACIER_IR");
        assertThat(copy.header("x-amz-grant-read")).isEmpty();
        assertThat(stub.s3.operations()).doesNotContain(GET_OBJECT_ACL);
    }

    @Test
    void aRetentionThatHasEndedIsNotCarried() {
        stub.s3.answer(
                HEAD_OBJECT,
                head -> Response.headObject(9, PLANNED)
                        .withHeader("x-amz-object-lock-mode", "GOVERNANCE")
                        .withHeader("x-amz-object-lock-retain-until-date", "2020-01-02T03:04:05Z"));
        stub.copied(settings().preserve(Set.of(Preserve.objectLock)));
        assertThat(stub.s3.only(COPY_OBJECT).header("x-amz-object-lock-mode")).isEmpty();
    }

    @Test
    void aGrantThatNoRequestCanSayIsToldAndStrictRefusesTheCopy() {
        stub.s3.answer(
                GET_OBJECT_ACL,
                acl -> Response.xml(
                        200,
                        ACL.formatted(
                                "<Grant><Grantee xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"AmazonCustomerByEmail\">"
                                        + "<EmailAddress>a@b.c</EmailAddress></Grantee><Permission>READ</Permission></Grant>")));
        assertThat(stub.copied(settings().preserve(Set.of(Preserve.acl))).notCarried())
                .containsExactly("ACL (1 grants that no request can say)");
        stub.s3.reset();
        answer();
        stub.s3.answer(
                HEAD_OBJECT, head -> Response.headObject(9, PLANNED).withHeader("x-amz-storage-class", "SERVERS_OWN"));
        assertThat(stub.failure(settings().strict(true).preserve(Set.of(Preserve.storageClass))))
                .hasMessageContaining("strict: the copy cannot carry StorageClass");
        assertThat(stub.s3.operations()).doesNotContain(COPY_OBJECT);
    }
}
