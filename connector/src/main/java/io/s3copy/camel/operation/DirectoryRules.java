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

import io.s3copy.bulk.check.CheckLevel;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.parameter.InvalidParameterException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What runs cannot do where a side is a directory bucket: it has neither versions nor tags, and lists its keys in no order.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html">ListObjectsV2</a>
 */
final class DirectoryRules {

    private DirectoryRules() {}

    /**
     * Checks them.
     *
     * @throws InvalidParameterException if an option asks for what is not there
     */
    static void check(S3CopyConfiguration configuration, BulkSides sides) {
        if (!sides.isAnyUnordered()) {
            return;
        }
        refuse(
                sides.isSourceUnordered() && configuration.getAsOf() != null,
                "asOf",
                configuration.getAsOf(),
                "asks for versions, and a directory bucket has none",
                "Leave it out");
        refuse(
                configuration.isDelete(),
                "delete",
                true,
                "needs both listings side by side, and a directory bucket lists its keys in no order",
                "Leave it out; operation=check names what is at the destination only");
        String checkpoint = configuration.getCheckpoint();
        boolean keeps = checkpoint != null || configuration.getCheckpointRepository() != null;
        refuse(
                keeps && (sides.isSourceUnordered() || isCheck(configuration)),
                checkpoint == null ? "checkpointRepository" : "checkpoint",
                checkpoint == null ? configuration.getCheckpointRepository() : checkpoint,
                "is ignored: a directory bucket lists its keys in no order, so that no run over it goes on where another ended",
                "Leave it out");
        if (isCheck(configuration)) {
            check(configuration, sides, BulkOptions.checkLevels(configuration));
        }
    }

    private static boolean isCheck(S3CopyConfiguration configuration) {
        return configuration.getOperation() == S3CopyOperation.check;
    }

    private static void check(S3CopyConfiguration configuration, BulkSides sides, Set<CheckLevel> levels) {
        refuse(
                levels.contains(CheckLevel.VERSIONS) || levels.contains(CheckLevel.TAGS),
                "check",
                configuration.getCheck(),
                "asks for versions or tags, and a directory bucket has none",
                "Leave them out");
        refuse(
                configuration.getFilterTags() != null,
                "filterTags",
                configuration.getFilterTags(),
                "asks for tags, and objects in a directory bucket have none",
                "Use the other filters, or leave it out");
        String prefix = sides.destinationPrefix();
        refuse(
                sides.isDestinationUnordered() && !prefix.isEmpty() && !prefix.endsWith("/"),
                "keyPrefix",
                prefix,
                "is what keys of the destination begin with, and does not end in /: S3 lists a directory bucket by no other"
                        + " prefix",
                "Let keyPrefix and prefix end in /");
    }

    private static void refuse(boolean broken, String option, @Nullable Object value, String rule, String fix) {
        if (broken) {
            throw new InvalidParameterException("option " + option, value, rule, fix);
        }
    }
}
