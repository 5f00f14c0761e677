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

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a mistyped one may mean. */
public final class Nearest {

    private Nearest() {}

    /**
     * The known word nearest to a text, where one is near: at most a third of its letters differ. Case, dashes,
     * dots and underscores are no difference.
     *
     * @param text what was written; of a long text only the beginning is compared
     * @param known the words that it could have been
     */
    public static Optional<String> to(String text, Collection<String> known) {
        String written = letters(text);
        return known.stream()
                .map(word -> new Candidate(word, distance(written, letters(word))))
                .filter(candidate -> candidate.distance <= Math.max(1, candidate.word.length() / 3))
                .min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::word))
                .map(Candidate::word);
    }

    /** All words, those that differ in the fewest letters first; of equal ones the order is kept. */
    public static List<String> first(String text, Collection<String> words) {
        String written = letters(text);
        return words.stream()
                .map(word -> new Candidate(word, distance(written, letters(word))))
                .sorted(Comparator.comparingInt(Candidate::distance))
                .map(Candidate::word)
                .toList();
    }

    private record Candidate(String word, int distance) {}

    private static String letters(String text) {
        String letters = text.replaceAll("[-._\\s]", "").toLowerCase(Locale.ROOT);
        return letters.length() > 100 ? letters.substring(0, 100) : letters;
    }

    /** How many letters must be added, removed or changed to make one text of the other. */
    private static int distance(String one, String other) {
        int[] costs = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            costs[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = costs[0];
            costs[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = costs[j];
                costs[j] = Math.min(change, 1 + Math.min(costs[j], costs[j - 1]));
            }
        }
        return costs[other.length()];
    }
}
