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

import io.s3copy.app.cli.Permissions.At;
import io.s3copy.camel.S3Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Permissions as a document of IAM, and as the statements of a KMS key's policy. */
final class PolicyDocument {

    private static final String VERSION = "2012-10-17";
    private static final String DIRECTORY_BUCKET = "--x-s3";

    private final String partition;
    private final boolean many;
    private final Map<At, Set<String>> actions;
    private final Map<At, S3Place> places;
    private final Map<At, String> keys;

    /**
     * A document.
     *
     * @param partition aws, aws-cn or aws-us-gov
     * @param many whether source and destination are what keys begin with
     * @param places where each kind of permission is for
     * @param keys ARNs of KMS keys
     */
    PolicyDocument(
            String partition,
            boolean many,
            Map<At, Set<String>> actions,
            Map<At, S3Place> places,
            Map<At, String> keys) {
        this.partition = partition;
        this.many = many;
        this.actions = actions;
        this.places = places;
        this.keys = keys;
    }

    /** The policy of who runs the job. */
    Map<String, Object> identity() {
        List<Map<String, Object>> statements = new ArrayList<>();
        actions.forEach((at, allowed) -> {
            S3Place place = places.get(at);
            String key = keys.get(at);
            if (place != null && place.bucket().endsWith(DIRECTORY_BUCKET)) {
                add(statements, statement(sid(at), Set.of("s3express:CreateSession"), directoryBucket(place)));
            } else if (place != null) {
                add(statements, ofPlace(at, allowed, place));
            } else if (key != null) {
                add(statements, statement(sid(at), allowed, key));
            }
        });
        return document(statements);
    }

    private static void add(List<Map<String, Object>> statements, Map<String, Object> statement) {
        boolean there = statements.stream()
                .anyMatch(one -> Stream.of("Action", "Resource", "Condition")
                        .allMatch(field -> Objects.equals(one.get(field), statement.get(field))));
        if (!there) {
            statements.add(statement);
        }
    }

    private Map<String, Object> ofPlace(At at, Set<String> allowed, S3Place place) {
        if (at == At.NOTIFICATIONS) {
            return statement(sid(at), allowed, bucket(place));
        }
        boolean ofBucket = at == At.BUCKETS_SOURCE || at == At.BUCKETS_DESTINATION || at == At.CHECKPOINT_BUCKET;
        if (!ofBucket) {
            return statement(sid(at), allowed, objects(place, at == At.SOURCE || at == At.DESTINATION));
        }
        Map<String, Object> statement = statement(sid(at), allowed, bucket(place));
        // a condition on the prefix would keep uploads from being listed
        if (!place.key().isEmpty() && allowed.stream().noneMatch(action -> action.contains("Uploads"))) {
            statement.put("Condition", Map.of("StringLike", Map.of("s3:prefix", literal(place.key()) + "*")));
        }
        return statement;
    }

    /** What the policies of the KMS keys must say, for who runs the job. */
    List<Map<String, Object>> ofKeys(String principal) {
        List<Map<String, Object>> statements = new ArrayList<>();
        keys.forEach((at, key) -> {
            Set<String> allowed = actions.get(at);
            if (allowed != null) {
                Map<String, Object> statement = new LinkedHashMap<>();
                statement.put("Key", key);
                statement.put("Statement", withPrincipal(statement(sid(at), allowed, "*"), principal));
                statements.add(statement);
            }
        });
        return statements;
    }

    private static Map<String, Object> withPrincipal(Map<String, Object> statement, String principal) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("Sid", statement.get("Sid"));
        all.put("Effect", statement.get("Effect"));
        all.put("Principal", Map.of("AWS", principal));
        all.put("Action", statement.get("Action"));
        all.put("Resource", statement.get("Resource"));
        return all;
    }

    private static Map<String, Object> document(List<Map<String, Object>> statements) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("Version", VERSION);
        document.put("Statement", statements);
        return document;
    }

    private static Map<String, Object> statement(String sid, Set<String> actions, String resource) {
        Map<String, Object> statement = new LinkedHashMap<>();
        statement.put("Sid", sid);
        statement.put("Effect", "Allow");
        statement.put("Action", List.copyOf(new TreeSet<>(actions)));
        statement.put("Resource", resource);
        return statement;
    }

    private static String sid(At at) {
        StringBuilder sid = new StringBuilder("S3copy");
        for (String word : at.name().split("_", -1)) {
            sid.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return sid.toString();
    }

    private String bucket(S3Place place) {
        return isArn(place) ? place.bucket() : "arn:" + partition + ":s3:::" + place.bucket();
    }

    private String directoryBucket(S3Place place) {
        return "arn:" + partition + ":s3express:*:*:bucket/" + place.bucket();
    }

    private String objects(S3Place place, boolean mayBeOne) {
        boolean all = !mayBeOne || place.key().isEmpty() || many;
        return bucket(place) + (isArn(place) ? "/object/" : "/") + literal(place.key()) + (all ? "*" : "");
    }

    private static boolean isArn(S3Place place) {
        return place.bucket().startsWith("arn:");
    }

    /** A key in which IAM finds no wildcard and no variable. */
    private static String literal(String key) {
        return key.replace("$", "${$}").replace("*", "${*}").replace("?", "${?}");
    }

    /** The partition of a Region. */
    static String partition(@Nullable String region) {
        String where = region == null ? "" : region;
        return where.startsWith("cn-") ? "aws-cn" : where.startsWith("us-gov-") ? "aws-us-gov" : "aws";
    }
}
