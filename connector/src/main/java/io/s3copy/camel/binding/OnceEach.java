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
package io.s3copy.camel.binding;

import io.s3copy.text.Printable;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** Selects each name once, and at most 50: names may come from strangers, and be endless. Never blocks. */
public final class OnceEach {

    /** The most names that are selected. */
    public static final int MOST = 50;

    private static final int SHOWN_LENGTH = 100;

    private final Set<String> told = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean full = new AtomicBoolean();

    /**
     * Whether a name is new, and to be logged.
     *
     * @param lastWord run once, at the first name beyond {@value #MOST}
     */
    public boolean isNews(String name, Runnable lastWord) {
        String shown = shown(name);
        if (told.contains(shown)) {
            return false;
        }
        if (told.size() < MOST) {
            return told.add(shown);
        }
        if (full.compareAndSet(false, true)) {
            lastWord.run();
        }
        return false;
    }

    /** A name as a log may show it: cut if it is long, and only printable characters. */
    public static String shown(String name) {
        return Printable.of(name.length() > SHOWN_LENGTH ? name.substring(0, SHOWN_LENGTH) + "…" : name);
    }
}
