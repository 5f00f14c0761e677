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
import static org.assertj.core.api.Assertions.catchThrowable;

import io.s3copy.parameter.InvalidParameterException;
import io.s3copy.parameter.S3CopyException;
import org.apache.camel.Exchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with an endpoint's options is told when its route starts: option, value, rule and fix. */
class BadInputTest {

    private final CamelOnStub stub = CamelOnStub.withCredentials();

    @AfterEach
    void close() {
        stub.close();
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root != null && root.getCause() != null && !(root instanceof S3CopyException)) {
            root = root.getCause();
        }
        return root;
    }

    private Throwable startOf(String options) {
        return root(catchThrowable(() -> stub.route("s3copy:archive?" + options)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    storageClass=COLD                | option storageClass = 'COLD': is not a value that S3 knows. Use one of STANDARD
                    acl=everyone                     | option acl = 'everyone': is not a value that S3 knows
                    ifNoneMatch=abc                  | option ifNoneMatch = 'abc': is not a value that S3 knows. Use one of *
                    metadataDirective=KEEP           | option metadataDirective = 'KEEP': is not a value
                    serverSideEncryption=rot13       | option serverSideEncryption = 'rot13': is not a value
                    checksumAlgorithm=CRC16          | option checksumAlgorithm = 'CRC16': is not a value
                    copySource=a/b&copySourceKey=b   | the source is said twice
                    copySource=nobucket              | option copySource = 'nobucket': is not of the form bucket/key
                    copySourceIfModifiedSince=soon   | option copySourceIfModifiedSince = 'soon'
                    expires=tomorrow                 | option expires = 'tomorrow'
                    objectLockRetainUntilDate=2027-13-01 | option objectLockRetainUntilDate = '2027-13-01'
                    contentType=image/svg+xml&metadataDirective=REPLACE | option contentType = 'image/svg xml': is not a MIME type (type/subtype; parameter=value). A + in a URI became a space: write RAW(image/svg+xml)
                    tagging=a=b&tagging.c=d          | the tags are said twice
                    grantRead=emailAddress=a@b.c     | option grantRead
                    expectedBucketOwner=12           | option expectedBucketOwner = '12': is not an account id of 12 digits
                    expectedSourceBucketOwner=me     | option expectedSourceBucketOwner = 'me'
                    acl=private&grantRead=id=x       | Leave
                    key=a&keyPrefix=b                | option key: stands beside keyPrefix or stripPrefix
                    keyPrefix=a&keyExpression=b      | stands beside keyExpression
                    bodyAs=parameters                | option bodyAs=parameters: lets messages name the source, but nothing limits the sources that they may name. Set allowedSourceBuckets or expectedSourceBucketOwner
                    uploadId=u                       | option uploadId: is no parameter of CopyObject (operation=copy), which would ignore it
                    copySourceRange=bytes=0-1        | option copySourceRange: is no parameter of CopyObject
                    partNumber=1                     | option partNumber: is no parameter of CopyObject
                    operation=uploadPartCopy&copySourceRange=0-1 | option copySourceRange = '0-1'
                    operation=uploadPartCopy&partNumber=10001 | option partNumber = '10001'
                    operation=uploadPartCopy&storageClass=GLACIER | option storageClass: is no parameter of UploadPartCopy
                    operation=uploadPartCopy&metadata.a=b | option metadata: is no parameter of UploadPartCopy
                    operation=uploadPartCopy&tagging.a=b | option tags: is no parameter of UploadPartCopy
                    operation=uploadPartCopy&storageclass=GLACIER | option storageClass: is no parameter of UploadPartCopy
                    operation=completeMultipartUpload&mpuObjectSize=big | option mpuObjectSize = 'big'
                    operation=abortMultipartUpload&acl=private | option acl: is no parameter of AbortMultipartUpload
                    operation=listParts&maxParts=0   | option maxParts = '0'
                    overrideEndpoint=false           | option uriEndpointOverride
                    accelerate=true                  | option accelerate = 'true': does not go with forcePathStyle
                    proxyHost=localhost              | option proxyHost: proxyHost and proxyPort go together
                    proxyPort=3128                   | option proxyPort: proxyHost and proxyPort go together
                    useSessionCredentials=true       | option useSessionCredentials = 'true': needs accessKey, secretKey and sessionToken
                    useDefaultCredentialsProvider=true | option useDefaultCredentialsProvider = 'true': stands beside accessKey and secretKey
                    profileCredentialsName=other     | option profileCredentialsName = 'other': is ignored without useProfileCredentialsProvider=true
                    maxPending=0                     | option maxPending = '0': is less than 1. Give 1 or more
                    maxConnections=0                 | option maxConnections = '0': is less than 1
                    readTimeout=0                    | option readTimeout = '0': is less than 1
                    apiCallTimeout=-5                | option apiCallTimeout = '-5': is less than 0
                    """)
    void badOptionFailsTheStart(String options, String message) {
        assertThat(startOf(options))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource({"operation=copyEverything", "bodyAs=xml", "headerParameters=some", "httpEngine=apache"})
    void optionOfCamelsOwnKindFailsTheStartAndIsNamed(String options) {
        assertThat(startOf(options)).hasMessageContaining(options.substring(options.indexOf('=') + 1));
    }

    @Test
    void digestOfAnotherCustomerKeyFailsTheCopyBeforeARequest() throws Exception {
        stub.camel().getRegistry().bind("key", new byte[32]);
        stub.route("s3copy:archive?sseCustomerKey=#bean:key&sseCustomerKeyMD5=RAW(1B2M2Y8AsgTpgAmY7PhCfg==)");
        assertThat(stub.copy().getException())
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("option sseCustomerKeyMD5")
                .hasMessageContaining("is not the MD5 of the customer key");
        assertThat(stub.s3().requests()).isEmpty();
    }

    @Test
    void rawValueKeepsItsPlus() throws Exception {
        stub.route("s3copy:archive?metadataDirective=REPLACE&contentType=RAW(image/svg+xml)");
        Exchange copy = stub.copy();
        assertThat(copy.getException()).isNull();
        assertThat(stub.onlyCopy().header("Content-Type")).contains("image/svg+xml");
    }

    @Test
    void pathStyleIsRefusedForADirectoryBucket() {
        Throwable refusal = root(catchThrowable(() -> stub.route("s3copy:archive--use1-az4--x-s3")));
        assertThat(refusal).hasMessageContaining("directory buckets do not support path-style requests");
    }

    @Test
    void uriThatNamesNoBucketIsRefused() {
        assertThat(root(catchThrowable(() -> stub.route("s3copy:?key=a"))))
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining("names no bucket");
    }

    @ParameterizedTest
    @CsvSource({"bucket/with/key", "bucket%20name", "arn:aws:s3:eu-west-1:1:bucket"})
    void uriWhoseBucketIsNoneIsRefused(String bucket) {
        assertThat(root(catchThrowable(() -> stub.route("s3copy:" + bucket)))).hasMessageContaining("names no bucket");
    }
}
