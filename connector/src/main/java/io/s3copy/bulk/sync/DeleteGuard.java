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
package io.s3copy.bulk.sync;

/**
 * Says whether a sync may delete what is at the destination only. It may when deletions were asked for, both listings of
 * the range ended well, the source is not empty as a whole, and the limit is not reached.
 *
 * <p>The counts are of what the filters leave in: what they leave out at the source is not missing there, and its counterpart
 * is not to be deleted. The limit is one of the run: a run that is resumed counts on.
 */
public final class DeleteGuard {

    private final boolean asked;
    private final DeleteLimit limit;

    /**
     * A guard.
     *
     * @param asked whether objects are to be deleted at all
     * @param limit how many at most; {@link DeleteLimit#NONE} refuses every one
     */
    public DeleteGuard(boolean asked, DeleteLimit limit) {
        this.asked = asked;
        this.limit = limit;
    }

    /** How a listing stands. */
    public enum Listing {
        /** It goes on. */
        OPEN,
        /** It came to its end, and S3 said so. */
        ENDED,
        /** It failed, or was out of order: what it did not show may be there. */
        FAILED
    }

    /**
     * What a run knows when it asks.
     *
     * @param sourceRange how the listing of this range of the source stands
     * @param destinationRange the same of the destination
     * @param run how the listings of all ranges stand
     * @param sourceObjects how many objects the source has, as far as it was listed
     * @param destinationObjects how many the destination has, as far as it was listed
     * @param deleted how many this run has deleted, or tries to
     */
    public record Known(
            Listing sourceRange,
            Listing destinationRange,
            Listing run,
            long sourceObjects,
            long destinationObjects,
            long deleted) {}

    /** Whether one more object may be deleted. */
    public enum Decision {
        /** Yes, on condition of the listed ETag. */
        DELETE(""),
        /** Not yet known: ask again when more was listed. */
        LATER(""),
        /** No: deletions were not asked for. */
        NOT_ASKED("delete-not-asked"),
        /** No: a listing of its range failed. */
        LISTING_FAILED("listing-failed"),
        /** No: the source is empty as a whole, which is likelier a mistake than a wish. */
        SOURCE_EMPTY("source-empty"),
        /** No: the limit is reached. */
        LIMIT_REACHED("max-delete");

        private final String code;

        Decision(String code) {
            this.code = code;
        }

        /** The reason as reports say it; empty where there is none. */
        public String code() {
            return code;
        }

        /** Whether it is no, for good. */
        public boolean isRefusal() {
            return !code.isEmpty();
        }
    }

    /**
     * Whether one more object may be deleted. A yes counts: add one to what is deleted before asking again, also where the
     * deletion then fails.
     */
    public Decision decide(Known known) {
        if (!asked) {
            return Decision.NOT_ASKED;
        } else if (known.sourceRange() == Listing.FAILED || known.destinationRange() == Listing.FAILED) {
            return Decision.LISTING_FAILED;
        } else if (known.sourceRange() == Listing.OPEN || known.destinationRange() == Listing.OPEN) {
            return Decision.LATER;
        } else if (known.sourceObjects() == 0) {
            return switch (known.run()) {
                case OPEN -> Decision.LATER;
                case ENDED -> Decision.SOURCE_EMPTY;
                case FAILED -> Decision.LISTING_FAILED;
            };
        } else if (known.deleted() < limit.of(known.destinationObjects())) {
            // a share of what was listed so far is never more than that of all
            return Decision.DELETE;
        }
        return limit.isShare() && known.run() == Listing.OPEN ? Decision.LATER : Decision.LIMIT_REACHED;
    }

    /**
     * Whether as many objects as a finished comparison found may be deleted, all of them: for runs that delete nothing
     * rather than a part.
     *
     * @param surplus how many objects are at the destination only
     */
    public Decision decideAll(Known known, long surplus) {
        Decision first = decide(known);
        boolean within = known.deleted() + surplus <= limit.of(known.destinationObjects());
        return first == Decision.DELETE && !within ? Decision.LIMIT_REACHED : first;
    }
}
