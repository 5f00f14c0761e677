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
package io.s3copy.bulk.run;

import io.s3copy.bulk.BulkOutcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A listener whose failures do no harm to a run. */
record GuardedListener(RunListener listener) implements RunListener {

    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    @Override
    public void ended(BulkOutcome outcome) {
        try {
            listener.ended(outcome);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    @Override
    public void read(long keys) {
        try {
            listener.read(keys);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    @Override
    public void made(String call, long number) {
        try {
            listener.made(call, number);
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private static void failed(RuntimeException e) {
        LOG.warn("A listener of runs failed; the run goes on", e);
    }
}
