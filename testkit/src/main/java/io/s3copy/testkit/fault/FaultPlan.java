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
package io.s3copy.testkit.fault;

import io.s3copy.testkit.RecordedRequest;
import io.s3copy.testkit.S3Operation;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;

/**
 * Which request meets which fault. What the n-th attempt of a request meets depends on nothing but the seed and on what
 * the request is (operation, object and part), so that a run can be repeated, however its requests meet each other.
 * Immutable.
 */
public final class FaultPlan {

    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan(0, List.of(), Duration.ofMillis(50));

    /**
     * One attempt of a request.
     *
     * @param number counted from 1
     */
    public record Attempt(RecordedRequest request, int number) {

        public S3Operation operation() {
            return request.operation();
        }
    }

    private record Rule(Predicate<Attempt> when, double share, List<Fault> faults) {}

    private final long seed;
    private final List<Rule> rules;
    private final Duration maxDelay;

    private FaultPlan(long seed, List<Rule> rules, Duration maxDelay) {
        this.seed = seed;
        this.rules = List.copyOf(rules);
        this.maxDelay = maxDelay;
    }

    /** A plan that takes its seed from the system property {@code s3copy.faults.seed}, and prints it. */
    public static FaultPlan seeded() {
        long seed = Long.getLong("s3copy.faults.seed", 20_261_121L);
        System.out.println("Faults by seed: repeat with -Ds3copy.faults.seed=" + seed);
        return seeded(seed);
    }

    public static FaultPlan seeded(long seed) {
        return new FaultPlan(seed, List.of(), NONE.maxDelay);
    }

    /** So many of all requests, 0 to 1, meet one of the faults that fit them. */
    public FaultPlan share(double share, Fault... faults) {
        return share(share, any -> true, faults);
    }

    /** So many of the requests that fit meet one of the faults. */
    public FaultPlan share(double share, Predicate<Attempt> when, Fault... faults) {
        List<Rule> more = new ArrayList<>(rules);
        more.add(new Rule(when, share, Arrays.asList(faults)));
        return new FaultPlan(seed, more, maxDelay);
    }

    /** Every request of the operation that fits meets the fault. */
    public FaultPlan always(S3Operation operation, Predicate<Attempt> when, Fault fault) {
        return share(1, attempt -> attempt.operation() == operation && when.test(attempt), fault);
    }

    /** The first attempt of every request of the operation meets the fault. */
    public FaultPlan first(S3Operation operation, Fault fault) {
        return always(operation, attempt -> attempt.number() == 1, fault);
    }

    /** How long {@link Fault#DELAY} takes at most; 50 ms unless told. */
    public FaultPlan delays(Duration atMost) {
        return new FaultPlan(seed, rules, atMost);
    }

    public long seed() {
        return seed;
    }

    Optional<Fault> decide(Attempt attempt) {
        for (int i = 0; i < rules.size(); i++) {
            Rule rule = rules.get(i);
            if (rule.when.test(attempt)) {
                double dice = random(attempt, i).nextDouble();
                List<Fault> fitting = rule.faults.stream()
                        .filter(fault -> fault.fits(attempt.operation()))
                        .toList();
                if (dice < rule.share && !fitting.isEmpty()) {
                    return Optional.of(fitting.get((int) (dice / rule.share * fitting.size())));
                }
            }
        }
        return Optional.empty();
    }

    Duration delay(Attempt attempt) {
        return Duration.ofNanos((long) (random(attempt, -1).nextDouble() * maxDelay.toNanos()));
    }

    private SplittableRandom random(Attempt attempt, int rule) {
        long hash = seed * 31 + rule;
        String identity = identity(attempt.request()) + '#' + attempt.number();
        for (int i = 0; i < identity.length(); i++) {
            hash = (hash ^ identity.charAt(i)) * 0x100000001b3L;
        }
        return new SplittableRandom(hash);
    }

    /** What makes two requests attempts of one: not the upload, whose id depends on who came first. */
    static String identity(RecordedRequest request) {
        return request.operation() + " " + request.rawPath() + " "
                + request.queryParameter("partNumber").orElse("");
    }
}
