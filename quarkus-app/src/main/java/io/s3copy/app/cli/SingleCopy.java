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
package io.s3copy.app.cli;

import io.s3copy.app.cli.ServiceOptions.Where;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyTask;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Copies one object of any size. */
final class SingleCopy {

    private static final int ALL = 100;

    private final CliContext context;
    private final Output output;
    private final String verb;

    SingleCopy(CliContext context, Output output, String verb) {
        this.context = context;
        this.output = output;
        this.verb = verb;
    }

    CliExit run(Scope scope, Where where, Map<String, String> options, boolean dryRun) throws Exception {
        Lines lines = new Lines(verb, dryRun);
        String from = S3Uri.text(scope.source());
        CopyResult result;
        try (Session session = Session.open(context.config())) {
            S3CopyEndpoint endpoint =
                    session.endpoint(where.store(), scope.destination().bucket(), options);
            S3CopyConfiguration own = endpoint.getConfiguration();
            own.setOperation(S3CopyOperation.copy);
            own.setCopySourceBucket(scope.source().bucket());
            own.setCopySourceKey(scope.source().key());
            own.setKey(scope.destination().key());
            own.setSourceRegion(where.sourceRegion());
            own.setDryRun(dryRun);
            own.setCopyListener(new Parts());
            Interruption interruption = new Interruption(endpoint::stop);
            try {
                result = Session.run(endpoint, CopyResult.class);
                tell(result, lines, from);
            } finally {
                interruption.close();
            }
        }
        boolean skipped = result.way() == CopyResult.Way.SKIPPED;
        return CopyNotes.hasWarning(result)
                        || (skipped && String.valueOf(result.skipped()).startsWith(CopyResult.ARCHIVED))
                ? CliExit.WARNINGS
                : CliExit.DONE;
    }

    private void tell(CopyResult result, Lines lines, String from) {
        if (result.way() == CopyResult.Way.SKIPPED) {
            output.done("skipped: " + from + " " + result.skipped(), lines.fields(result, from));
            return;
        }
        output.done(lines.of(result, from), lines.fields(result, from));
        if (CopyNotes.hasWarning(result) && !output.isJson()) {
            output.wrong(
                    "warning: " + from + ": " + CopyNotes.text(result), lines.warning(from, CopyNotes.text(result)));
        }
    }

    /** Shows how many parts of a large object are copied. */
    private final class Parts implements CopyListener {
        private final AtomicLong done = new AtomicLong();
        private final AtomicLong bytes = new AtomicLong();
        private final long begun = System.nanoTime();

        @Override
        public void partDone(CopyTask copy, int number, int parts, long size) {
            long ready = done.incrementAndGet();
            long sofar = bytes.addAndGet(size);
            double seconds = Math.max(1, System.nanoTime() - begun) / 1e9;
            output.progress(ProgressText.bar((int) (ALL * ready / parts)) + " " + ready + " of " + parts + " parts, "
                    + ProgressText.size(sofar) + ", " + ProgressText.size((long) (sofar / seconds)) + "/s, "
                    + ProgressText.time(Math.round(seconds * (parts - ready) / ready)) + " left");
        }
    }
}
