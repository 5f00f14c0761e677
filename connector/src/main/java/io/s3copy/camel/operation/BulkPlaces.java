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
package io.s3copy.camel.operation;

import io.s3copy.bulk.checkpoint.CheckpointStore;
import io.s3copy.bulk.checkpoint.DocumentCheckpoints;
import io.s3copy.bulk.report.DocumentReports;
import io.s3copy.bulk.report.FileReports;
import io.s3copy.bulk.report.NoopReports;
import io.s3copy.bulk.report.ReportSink;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3Place;
import io.s3copy.camel.journal.StateRepositoryCheckpoints;
import io.s3copy.engine.request.Requests;
import io.s3copy.engine.s3.DocumentCalls;
import io.s3copy.engine.s3.ObjectQuery;
import io.s3copy.engine.s3.S3Calls;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.apache.camel.CamelContext;
import org.apache.camel.spi.StateRepository;
import org.jspecify.annotations.Nullable;

/** Where runs keep their checkpoints and their reports, as options say. */
final class BulkPlaces {

    private static final String FILE = "file:";

    private BulkPlaces() {}

    /** Starts the repository of checkpoints, which would be empty otherwise: Camel does not start it by itself. */
    static void start(CamelContext camel, S3CopyConfiguration configuration) throws Exception {
        StateRepository<String, String> repository = configuration.getCheckpointRepository();
        if (repository != null && !camel.hasService(repository)) {
            camel.addService(repository, true, true);
        }
    }

    /**
     * Checks the options that name places.
     *
     * @throws InvalidParameterException if one names none
     */
    static void check(S3CopyConfiguration configuration) {
        if (configuration.getCheckpoint() != null) {
            S3Place.parse("option checkpoint", configuration.getCheckpoint());
        }
        if (configuration.getDeleteTo() != null) {
            S3Place.parse("option deleteTo", configuration.getDeleteTo());
        }
        check("report", configuration.getReport());
        check("manifest", configuration.getManifest());
    }

    private static void check(String option, @Nullable String text) {
        if (text != null && S3Place.isOne(text)) {
            S3Place.parse("option " + option, text);
        } else if (text != null) {
            file(option, text);
        }
    }

    /**
     * Where checkpoints are kept.
     *
     * @param otherwise where they are without an option
     */
    static CheckpointStore checkpoints(
            S3CopyConfiguration configuration,
            S3Calls calls,
            Requests requests,
            CheckpointStore otherwise,
            Executor blocking) {
        if (configuration.getCheckpointRepository() != null) {
            return new StateRepositoryCheckpoints(configuration.getCheckpointRepository(), blocking);
        } else if (configuration.getCheckpoint() == null) {
            return otherwise;
        }
        S3Place place = S3Place.parse("option checkpoint", configuration.getCheckpoint())
                .folder();
        return new DocumentCheckpoints(
                new Repeated(calls, requests),
                query -> requests.send(() -> calls.deleteObject(query)),
                query(place.bucket(), place.key() + "checkpoint"),
                place.key(),
                blocking);
    }

    /**
     * Where a report goes.
     *
     * @throws InvalidParameterException if the option names no place
     */
    static ReportSink reports(S3CopyConfiguration configuration, S3Calls calls, Requests requests, Executor blocking) {
        String report = configuration.getReport();
        if (report == null) {
            return new NoopReports();
        } else if (S3Place.isOne(report)) {
            S3Place place = S3Place.parse("option report", report).folder();
            return new DocumentReports(
                    new Repeated(calls, requests),
                    query(place.bucket(), place.key() + "report"),
                    place.key(),
                    blocking);
        }
        return new FileReports(file("report", report), blocking);
    }

    /** The path of an option. */
    static Path file(String option, String text) {
        boolean isFile = text.toLowerCase(Locale.ROOT).startsWith(FILE);
        try {
            if (isFile && text.length() > FILE.length()) {
                return Path.of(text.substring(FILE.length()));
            }
        } catch (InvalidPathException e) {
            // said below, in the words of the option
        }
        throw new InvalidParameterException(
                "option " + option,
                text,
                "is neither a place in a bucket nor a file",
                "Write s3://bucket/… or file:path");
    }

    /** Asks about an object, on no condition. */
    static ObjectQuery query(String bucket, String key) {
        return ObjectQuery.ofDestination(
                CopyRequest.builder().destination(bucket, key).build());
    }

    /** Documents whose requests are repeated while they fail in passing. */
    private record Repeated(DocumentCalls calls, Requests requests) implements DocumentCalls {

        @Override
        public CompletableFuture<Document> getObject(ObjectQuery query) {
            return requests.settle(() -> calls.getObject(query));
        }

        /** Whether a write whose answer was lost has taken place is known by its condition, or does not matter. */
        @Override
        public CompletableFuture<String> putObject(
                ObjectQuery where, byte[] content, String contentType, @Nullable Condition condition) {
            return requests.settle(() -> calls.putObject(where, content, contentType, condition));
        }
    }
}
