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

import io.s3copy.engine.SystemicFailureException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.Predicate;
import org.apache.camel.util.ObjectHelper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * True of failures that may be those of one object: S3 denies access to it, or to the key that it is encrypted with, and
 * has not done so to many objects in a row. A policy may deny some objects, and they must not keep a run from the others;
 * but where it denies all, a run that goes on through a whole bucket is of no use.
 */
public final class DeniedObjects implements Predicate {

    private static final Logger LOG = LoggerFactory.getLogger(DeniedObjects.class);

    private final AtomicInteger inARow = new AtomicInteger();
    private int max = 100;

    /** Sets how many denied objects in a row are taken for objects' faults. */
    public void setMax(int max) {
        if (max < 0) {
            throw new IllegalArgumentException(max + " denied objects");
        }
        this.max = max;
    }

    /** An object was not denied. */
    public void allowed() {
        inARow.set(0);
    }

    @Override
    public boolean matches(Exchange exchange) {
        // that the list is denied is nobody else's fault
        boolean ofAnObject = exchange.getProperty(ExchangePropertyKey.SPLIT_INDEX) != null;
        Exception failure = exchange.getException() == null
                ? exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Exception.class)
                : exchange.getException();
        if (!ofAnObject || !isDenied(failure)) {
            return false;
        }
        if (inARow.incrementAndGet() <= max) {
            return true;
        }
        inARow.set(0);
        LOG.warn("S3 denies more than {} objects in a row: the run ends", max);
        return false;
    }

    private static boolean isDenied(Exception failure) {
        SystemicFailureException copy = ObjectHelper.getException(SystemicFailureException.class, failure);
        if (copy != null) {
            return copy.code() != null
                    && (copy.code().equals("AccessDenied") || copy.code().startsWith("KMS."));
        }
        S3Exception other = ObjectHelper.getException(S3Exception.class, failure);
        if (other == null || other.statusCode() != 403) {
            return false;
        }
        AwsErrorDetails details = other.awsErrorDetails();
        // the answer to a HEAD has no code
        return details == null
                || details.errorCode() == null
                || details.errorCode().equals("AccessDenied");
    }
}
