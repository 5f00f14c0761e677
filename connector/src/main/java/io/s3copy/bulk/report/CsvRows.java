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
package io.s3copy.bulk.report;

import io.s3copy.bulk.BulkOutcome;
import io.s3copy.bulk.BulkOutcome.What;
import io.s3copy.text.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.jspecify.annotations.Nullable;

/**
 * Outcomes as S3 Batch Operations writes and reads them: no line of names, keys URL-encoded. A space is {@code %20}, which
 * readers decode alike, whether or not they take a plus sign for a space.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/batch-ops-examples-reports.html">Completion reports</a>
 */
final class CsvRows {

    /**
     * The columns of a completion report, as its manifest names them. The documentation's rows of Lambda functions have the
     * status before the code; we keep to what the manifest says.
     */
    static final String SCHEMA = "Bucket, Key, VersionId, TaskStatus, ErrorCode, HTTPStatusCode, ResultMessage";

    static final String SUCCEEDED = "succeeded";
    static final String FAILED = "failed";

    private static final int OK = 200;

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();

    private CsvRows() {}

    /** The rows of a completion report. */
    static byte[] results(List<BulkOutcome> outcomes) {
        return print(outcomes, CsvRows::result);
    }

    /** The rows of a manifest, which a job of S3 Batch takes, and {@code copyManifest}. */
    static byte[] manifest(List<BulkOutcome> outcomes) {
        return print(outcomes, one -> List.of(one.bucket(), encoded(one.key()), text(one.versionId())));
    }

    static String status(What what) {
        return what.isLeftToDo() ? FAILED : SUCCEEDED;
    }

    private interface Row {
        List<String> of(BulkOutcome outcome);
    }

    private static List<String> result(BulkOutcome one) {
        boolean succeeded = !one.what().isLeftToDo();
        int status = one.status() == 0 && succeeded ? OK : one.status();
        return List.of(
                one.bucket(),
                encoded(one.key()),
                text(one.versionId()),
                status(one.what()),
                Printable.of(code(one)),
                status == 0 ? "" : Integer.toString(status),
                Printable.of(message(one)));
    }

    /** A class of differences is a code as S3 writes them. */
    private static String code(BulkOutcome one) {
        return switch (one.what()) {
            case DIFFERS -> "Differs";
            case MISSING -> "Missing";
            case EXTRA -> "Extra";
            case UNPROVABLE -> "Unprovable";
            case FAILED -> text(one.code());
            case COPIED, SKIPPED, DELETED, SAME -> "";
        };
    }

    private static String message(BulkOutcome one) {
        StringBuilder message = new StringBuilder(one.what().name().toLowerCase(Locale.ROOT));
        if (one.code() != null && one.what() != What.FAILED) {
            message.append(" (").append(one.code()).append(')');
        }
        if (!one.message().isEmpty()) {
            message.append(": ").append(one.message());
        }
        return message.toString();
    }

    private static byte[] print(List<BulkOutcome> outcomes, Row row) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, FORMAT)) {
            for (BulkOutcome outcome : outcomes) {
                printer.printRecord(row.of(outcome));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("a text is written to memory", e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2F", "/");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
