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

import io.s3copy.bulk.listing.KeyPair;
import io.s3copy.bulk.run.OwnKeys;
import io.s3copy.bulk.run.PairWork;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3Place;
import io.s3copy.engine.s3.ListedObject;
import io.s3copy.parameter.InvalidParameterException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The checkpoints and reports of runs that lie in what is listed: otherwise a run would copy them, call them extra, or delete
 * them.
 *
 * @param inSource beginnings of keys of the source
 * @param inDestination beginnings of keys of the destination
 */
record OwnPlaces(BulkSides sides, List<String> inSource, List<String> inDestination) {

    /**
     * The places that an endpoint names.
     *
     * @throws InvalidParameterException if a place is all that is listed, or {@code deleteTo} lies in it
     */
    static OwnPlaces of(S3CopyConfiguration configuration, BulkSides sides) {
        S3Place deleteTo = place("deleteTo", configuration.getDeleteTo());
        S3Place checkpoint = place("checkpoint", configuration.getCheckpoint());
        S3Place report = place("report", configuration.getReport());
        for (Side side : sides(sides)) {
            if (deleteTo != null && side.holds(deleteTo)) {
                throw new InvalidParameterException(
                        "option deleteTo",
                        configuration.getDeleteTo(),
                        "lies in what is listed (" + side
                                + "): what is moved there would be copied, or be at the destination only again",
                        "Name a prefix outside of it, or another bucket");
            }
            refuseAll("checkpoint", configuration.getCheckpoint(), checkpoint, side);
            refuseAll("report", configuration.getReport(), report, side);
        }
        List<S3Place> own =
                Stream.of(checkpoint, report).filter(Objects::nonNull).toList();
        return new OwnPlaces(
                sides,
                within(own, sides(sides).get(0)),
                within(own, sides(sides).get(1)));
    }

    private static @Nullable S3Place place(String option, @Nullable String text) {
        return text == null || !S3Place.isOne(text)
                ? null
                : S3Place.parse("option " + option, text).folder();
    }

    private static void refuseAll(String option, @Nullable String text, @Nullable S3Place place, Side side) {
        if (place != null && side.holds(place) && place.key().equals(side.prefix)) {
            throw new InvalidParameterException(
                    "option " + option,
                    text,
                    "is where all objects are that are listed (" + side + ")",
                    "Name a prefix of its own, such as s3://" + place.bucket() + "/" + place.key() + "s3copy/");
        }
    }

    private static List<String> within(List<S3Place> places, Side side) {
        return places.stream().filter(side::holds).map(S3Place::key).toList();
    }

    private static List<Side> sides(BulkSides sides) {
        return List.of(
                new Side(sides.sourceBucket(), sides.sourcePrefix()),
                new Side(sides.destinationBucket(), sides.destinationPrefix()));
    }

    /** What is listed of a bucket. */
    private record Side(String bucket, String prefix) {

        boolean holds(S3Place place) {
            return bucket.equals(place.bucket()) && place.key().startsWith(prefix);
        }

        @Override
        public String toString() {
            return "s3://" + bucket + "/" + prefix;
        }
    }

    /** The same work, which leaves them alone. */
    PairWork leftAloneBy(PairWork work) {
        return inSource.isEmpty() && inDestination.isEmpty() ? work : new OwnKeys(work, this::isOwn);
    }

    /** A source whose copy would lie among them is left alone, too: it would take the place of one of them. */
    private boolean isOwn(KeyPair pair) {
        ListedObject source = pair.source();
        ListedObject destination = pair.destination();
        boolean ofSource = source != null
                && (begins(source.key(), inSource)
                        || begins(
                                sides.destinationPrefix()
                                        + source.key()
                                                .substring(sides.sourcePrefix().length()),
                                inDestination));
        return ofSource || (destination != null && begins(destination.key(), inDestination));
    }

    private static boolean begins(String key, List<String> with) {
        return with.stream().anyMatch(key::startsWith);
    }
}
