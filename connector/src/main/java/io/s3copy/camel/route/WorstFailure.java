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

import io.s3copy.camel.event.FailedEventsException;
import io.s3copy.engine.failure.ErrorClass;
import io.s3copy.text.Printable;
import java.util.List;
import org.apache.camel.AggregationStrategy;
import org.apache.camel.Exchange;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Returns the branch of a multicast that failed worst, or the last if none failed. So a message is dead-lettered only if no
 * branch failed for a transient or a configuration fault: another attempt would help that one. The other failures are
 * logged here, because nothing else sees them.
 */
public final class WorstFailure implements AggregationStrategy {

    private static final Logger LOG = LoggerFactory.getLogger(WorstFailure.class);

    private static final List<ErrorClass> WORSE =
            List.of(ErrorClass.OBJECT, ErrorClass.TRANSIENT, ErrorClass.UNKNOWN, ErrorClass.SYSTEMIC);

    @Override
    public Exchange aggregate(Exchange before, Exchange branch) {
        if (before == null) {
            return branch;
        }
        boolean isWorse = rank(branch) >= rank(before);
        Throwable other = (isWorse ? before : branch).getException();
        if (other != null) {
            LOG.warn("Another branch failed, too: {}", Printable.of(String.valueOf(other.getMessage())));
        }
        return isWorse ? branch : before;
    }

    private static int rank(Exchange exchange) {
        Throwable failure = exchange.getException();
        if (failure == null) {
            return -1;
        }
        return WORSE.indexOf(
                failure instanceof FailedEventsException some ? some.errorClass() : ErrorClass.of(failure));
    }
}
