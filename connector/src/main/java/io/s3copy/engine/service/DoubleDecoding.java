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
package io.s3copy.engine.service;

import java.util.regex.Pattern;

/**
 * Keys that a server reads as others when it decodes the source of a part twice, as Ceph RGW 16 does. Pure.
 */
public final class DoubleDecoding {

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private DoubleDecoding() {}

    /** Whether the key would be another one if it were decoded once more; RGW takes a plus behind a question mark for a blank. */
    public static boolean readsOtherwise(String key) {
        int query = key.indexOf('?');
        return key.indexOf('%') >= 0 || (query >= 0 && key.indexOf('+', query) >= 0);
    }

    /** Whether it could not be decoded once more, which ends RGW's process. */
    public static boolean breaksDecoder(String key) {
        return BROKEN_ESCAPE.matcher(key).find();
    }
}
