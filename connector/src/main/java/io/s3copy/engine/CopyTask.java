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
package io.s3copy.engine;

import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.CopySource;
import io.s3copy.parameter.CopyTarget;
import io.s3copy.text.Printable;

/**
 * One copy, as its listeners know it: the same instance from its start to its end.
 *
 * @param source as it was asked for
 * @param target where it goes
 */
public record CopyTask(CopySource source, CopyTarget target) {

    /** The copy that a request asks for. */
    static CopyTask of(CopyRequest request) {
        return new CopyTask(request.source().orElseThrow(), request.target());
    }

    /** The destination bucket. */
    public String bucket() {
        return target.bucket();
    }

    /** The destination key. */
    public String key() {
        return target.key();
    }

    /** Two copies of the same object are two. */
    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    /** As it may stand in a log: keys are text that others made. */
    @Override
    public String toString() {
        return Printable.of(source + " to " + target);
    }
}
