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
package io.s3copy.app.job;

import io.s3copy.app.store.RunRow;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * How a run stands.
 *
 * @param row what the database has of it, or is about to
 * @param progress how far it is
 * @param limits those that were changed while it runs
 * @param ahead how many go before it, if it waits for its turn
 * @param resumable whether an operator may let it go on
 * @param load what it is at now; null if it is not under way, or does not tell
 */
public record RunStatus(
        RunRow row,
        RunProgress progress,
        SpeedLimits limits,
        OptionalInt ahead,
        boolean resumable,
        @Nullable Load load) {}
