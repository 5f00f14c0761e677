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
package io.s3copy.engine.answer;

import io.s3copy.engine.failure.S3CallException;
import java.util.Set;

/**
 * If the answer to a HEAD does not say whether it is S3's, or what S3 refuses, it is asked once more, by a call whose refusals
 * have a body. AWS is asked twice after a 400 only: each of its answers has its id, and says all with its status but that. A
 * 400 may be of one object, which was encrypted with a customer key, or of all, as the token of the caller has expired.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadObject.html">HeadObject</a>
 */
public final class SecondLook {

    /** What S3 says of a HEAD that decides something. */
    private static final Set<Integer> DECIDING = Set.of(400, 404, 405, 410, 412);

    private static final Set<Integer> TELLING = Set.of(304, 400, 403, 404, 405, 412);

    private SecondLook() {}

    /** Whether the failure of a HEAD leaves open who has answered, or what is refused. */
    public static boolean isNeeded(S3CallException failure) {
        return failure.code() == null
                && (DECIDING.contains(failure.status()) || failure.answer() == S3CallException.Answer.UNREADABLE);
    }

    /** Whether S3 says of the object, and not of the way it is asked, why it refuses. */
    public static boolean isTelling(S3CallException refusal) {
        return refusal.code() != null && TELLING.contains(refusal.status());
    }
}
