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
package io.s3copy.camel.route;

import io.s3copy.engine.failure.CopyFailedException;
import io.s3copy.engine.failure.ObjectFailureException;
import io.s3copy.engine.failure.SystemicFailureException;
import io.s3copy.parameter.InvalidParameterException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Decides whether the failure of a listed object ends the run. A run continues after an object that is at fault itself. It
 * also continues after one that S3 denies by a policy or by its encryption key, but not after many in a row: a revoked
 * permission denies all. Any other failure ends the run.
 *
 * <p>Camel's splitter cannot do this: if it ends for one failure, it also ends for handled ones, and logs nothing.
 */
public final class ObjectFaults {

    private static final Logger LOG = LoggerFactory.getLogger(ObjectFaults.class);

    private final AtomicInteger deniedInARow = new AtomicInteger();
    /** What ended the run, or null. */
    private volatile @Nullable Exception end;

    private int maxDenied = 100;

    /** Sets how many denied objects in a row a run steps over. */
    public void setMaxDenied(int maxDenied) {
        if (maxDenied < 0) {
            throw new IllegalArgumentException(maxDenied + " denied objects");
        }
        this.maxDenied = maxDenied;
    }

    /** A run begins. */
    void begin() {
        deniedInARow.set(0);
        end = null;
    }

    /** Whether the run goes on. */
    public boolean goesOn() {
        return end == null;
    }

    /** An object was copied. */
    public void copied() {
        deniedInARow.set(0);
    }

    /** The run is done: fails if something ended it before the list did. */
    public void done() throws Exception {
        if (end != null) {
            throw end;
        }
    }

    /** Whether one object failed. Its failure is logged only if it ends the run. */
    public boolean isOfAnObject(Exchange exchange) {
        return exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX) != null;
    }

    /** Something failed. The engine has logged what became of a copy. */
    public void failed(Exchange exchange) {
        Exception failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class);
        // a failure of the listing is not an object's fault
        boolean listed = isOfAnObject(exchange);
        if (listed && isOfTheObject(failure)) {
            return;
        }
        if (listed && isDenied(failure)) {
            int number = deniedInARow.incrementAndGet();
            if (number <= maxDenied) {
                LOG.warn("Stepped over a denied object, the {}. in a row: {}", number, failure.getMessage());
                return;
            }
        }
        if (end == null) {
            end = failure;
            LOG.warn("The run ends: {}", failure.getMessage());
        }
    }

    private static boolean isOfTheObject(Exception failure) {
        if (failure instanceof CopyFailedException) {
            // the engine gave up: of itself, or as S3 refused what comes after the copy, which may be any class of
            // failure
            return failure.getCause() == null || failure.getCause() instanceof ObjectFailureException;
        }
        return failure instanceof ObjectFailureException
                || failure instanceof InvalidParameterException
                || (failure instanceof NoSuchKeyException missing && isOfS3(missing));
    }

    /** The SDK throws this for every 404 of a HEAD, whatever server answered. */
    private static boolean isOfS3(NoSuchKeyException missing) {
        AwsErrorDetails details = missing.awsErrorDetails();
        boolean hasWords = details != null
                && details.rawResponse() != null
                && details.rawResponse().asByteArrayUnsafe().length > 0;
        return hasWords || missing.requestId() != null;
    }

    private static boolean isDenied(Exception failure) {
        // not the deletion of a source after its copy: that is a permission
        if (failure instanceof SystemicFailureException copy) {
            return copy.code() != null
                    && !copy.api().equals("DeleteObject")
                    && (copy.code().equals("AccessDenied") || copy.code().startsWith("KMS."));
        }
        if (!(failure instanceof S3Exception other) || other.statusCode() != 403) {
            return false;
        }
        AwsErrorDetails details = other.awsErrorDetails();
        // the answer to a HEAD has no code
        return details == null
                || details.errorCode() == null
                || details.errorCode().equals("AccessDenied");
    }
}
