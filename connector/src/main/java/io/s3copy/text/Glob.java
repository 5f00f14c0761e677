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
package io.s3copy.text;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A pattern for keys, as users of rclone write them:
 *
 * <ul>
 *   <li>{@code *} is any number of characters other than a slash, even none;
 *   <li>{@code **} is any number of characters, slashes too;
 *   <li>{@code ?} is one character other than a slash;
 *   <li>{@code \} takes the next character as it is; every other character stands for itself.
 * </ul>
 *
 * <p>A pattern matches to the end of the key, from its beginning or from behind any of its slashes: {@code *.jpg} is also
 * {@code a/b.jpg}, as in s5cmd. With a slash at its beginning it matches the whole key: {@code /*.jpg} is not. The
 * characters <code>[ ] { }</code>, special elsewhere, must be escaped. Matching is linear in the key, whatever the key.
 */
public final class Glob {

    private static final int MAX_LENGTH = 1024;
    private static final int ONE = -1;
    private static final int RUN = -2;
    private static final int RUN_WITH_SLASHES = -3;
    private static final String SPECIAL_ELSEWHERE = "[]{}";

    private final String pattern;
    private final boolean anchored;
    private final int[] tokens;

    private Glob(String pattern) {
        this.pattern = pattern;
        this.anchored = pattern.startsWith("/");
        this.tokens = tokens(anchored ? pattern.substring(1) : pattern);
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException when it is empty, longer than 1,024 characters, or has special characters that
     *     mean nothing here
     */
    public static Glob of(String pattern) {
        if (pattern.isEmpty() || pattern.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "a pattern for keys has 1 to " + MAX_LENGTH + " characters, not " + pattern.length());
        }
        return new Glob(pattern);
    }

    private static int[] tokens(String pattern) {
        int[] points = pattern.codePoints().toArray();
        int[] tokens = new int[points.length];
        int count = 0;
        for (int i = 0; i < points.length; i++) {
            int point = points[i];
            if (point == '\\') {
                if (++i == points.length) {
                    throw new IllegalArgumentException("the pattern " + Printable.quoted(pattern)
                            + " ends in a backslash, which escapes nothing. Write \\\\ for one");
                }
                tokens[count++] = points[i];
            } else if (point == '*') {
                boolean slashes = i + 1 < points.length && points[i + 1] == '*';
                i += slashes ? 1 : 0;
                tokens[count++] = slashes ? RUN_WITH_SLASHES : RUN;
            } else if (SPECIAL_ELSEWHERE.indexOf(point) >= 0) {
                throw new IllegalArgumentException("the pattern " + Printable.quoted(pattern) + " holds "
                        + Character.toString(point) + ", which means nothing here. Write \\"
                        + Character.toString(point) + " for the character itself, and several patterns for several");
            } else {
                tokens[count++] = point == '?' ? ONE : point;
            }
        }
        return Arrays.copyOf(tokens, count);
    }

    /**
     * What every key of this pattern begins with; empty where they need not have a beginning in common. Only a pattern
     * with a slash at its beginning says where keys begin: {@code /2026/*} does, and {@code 2026/*} is also
     * {@code old/2026/a}.
     */
    public String literalPrefix() {
        StringBuilder prefix = new StringBuilder();
        for (int i = 0; anchored && i < tokens.length && tokens[i] >= 0; i++) {
            prefix.appendCodePoint(tokens[i]);
        }
        return prefix.toString();
    }

    /** Whether a key is of this pattern. */
    public boolean matches(String key) {
        BitSet here = new BitSet(tokens.length + 1);
        begin(here);
        int[] points = key.codePoints().toArray();
        for (int i = 0; i < points.length; i++) {
            here = step(here, points[i]);
            if (!anchored && points[i] == '/') {
                begin(here);
            }
            if (anchored && here.isEmpty()) {
                return false;
            }
        }
        return here.get(tokens.length);
    }

    private void begin(BitSet states) {
        reach(states, 0);
    }

    /** A state is how many tokens are behind; a run may also be empty, so the one behind it is reached with it. */
    private void reach(BitSet states, int state) {
        int next = state;
        states.set(next);
        while (next < tokens.length && (tokens[next] == RUN || tokens[next] == RUN_WITH_SLASHES)) {
            states.set(++next);
        }
    }

    private BitSet step(BitSet states, int point) {
        BitSet after = new BitSet(tokens.length + 1);
        for (int state = states.nextSetBit(0);
                state >= 0 && state < tokens.length;
                state = states.nextSetBit(state + 1)) {
            int token = tokens[state];
            if (token == RUN_WITH_SLASHES || (token == RUN && point != '/')) {
                reach(after, state);
            } else if (token == point || (token == ONE && point != '/')) {
                reach(after, state + 1);
            }
        }
        return after;
    }

    /** The pattern as it was given. */
    @Override
    public String toString() {
        return pattern;
    }
}
