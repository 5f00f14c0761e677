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
package io.s3copy.parameter;

import java.util.Set;
import java.util.regex.Pattern;

/** What a bucket name or ARN stands for; each kind takes other parameters. */
public enum BucketKind {
    GENERAL_PURPOSE,
    /** S3 Express One Zone: {@code name--zone--x-s3}, or an access point {@code name--zone--xa-s3}. */
    DIRECTORY,
    ACCESS_POINT,
    /** {@code arn:aws:s3::account:accesspoint/name.mrap}: spans Regions, signed with SigV4a, a destination only. */
    MULTI_REGION_ACCESS_POINT,
    OUTPOSTS;

    private static final Set<String> NO_NAMES = Set.of("", ".", "..");
    private static final Pattern MULTI_REGION = Pattern.compile("arn:[^:]+:s3::\\d*:accesspoint[/:].+");
    private static final Pattern ACCESS_POINT_ARN = Pattern.compile("arn:[^:]+:s3[^:]*:[^:]+:\\d*:accesspoint[/:].+");
    private static final Pattern OUTPOSTS_ARN = Pattern.compile("arn:[^:]+:s3-outposts:[^:]+:\\d*:outpost[/:].+");

    /** The kind that a bucket name or ARN has by its form; a text that is no ARN is a name. */
    public static BucketKind of(String bucketNameOrArn) {
        if (bucketNameOrArn.endsWith("--x-s3") || bucketNameOrArn.endsWith("--xa-s3")) {
            return DIRECTORY;
        } else if (!bucketNameOrArn.startsWith("arn:")) {
            return GENERAL_PURPOSE;
        } else if (OUTPOSTS_ARN.matcher(bucketNameOrArn).matches()) {
            return OUTPOSTS;
        } else if (MULTI_REGION.matcher(bucketNameOrArn).matches()) {
            return MULTI_REGION_ACCESS_POINT;
        }
        return ACCESS_POINT_ARN.matcher(bucketNameOrArn).matches() ? ACCESS_POINT : GENERAL_PURPOSE;
    }

    /** Whether the text can be a bucket at all: a name without separators, or an ARN of a form that S3 has. */
    public static boolean isPlausible(String bucketNameOrArn) {
        if (bucketNameOrArn.startsWith("arn:")) {
            return of(bucketNameOrArn) != GENERAL_PURPOSE;
        }
        for (int at = 0; at < bucketNameOrArn.length(); at++) {
            if (!isNameCharacter(bucketNameOrArn.charAt(at))) {
                return false;
            }
        }
        return !NO_NAMES.contains(bucketNameOrArn);
    }

    /** Wider than AWS: other S3 servers allow upper case and underscores, and Ceph tenant:bucket. */
    private static boolean isNameCharacter(int c) {
        return c > ' ' && c < 0x7f && "/\\?#%&\"'<>`{}|^[];,@=+$!*()~".indexOf(c) < 0;
    }
}
