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
package io.s3copy.testkit.fault;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.S3Xml;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who sends a request, by its access key, as a listing of uploads names an initiator. */
record Requester(String user) {

    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/]+)/");

    static Requester of(RecordedRequest request) {
        Matcher key = CREDENTIAL.matcher(request.header("Authorization").orElse(""));
        boolean other = key.find() && !key.group(1).equals(FaultyS3.ACCESS_KEY);
        return new Requester(other ? key.group(1) : "stub");
    }

    String asInitiator() {
        return "<Initiator>" + S3Xml.element("ID", "arn:aws:iam::111111111111:user/" + user)
                + S3Xml.element("DisplayName", user) + "</Initiator><Owner><ID>owner</ID></Owner>";
    }
}
