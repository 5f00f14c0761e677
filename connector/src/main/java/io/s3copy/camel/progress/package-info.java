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
/**
 * How the progress of copies is told outside: as events of Camel, and as meters where Micrometer is.
 *
 * <p>Two clocks: the age of an event is the difference from a time that its sender tells, and so needs the time of day, an
 * {@link java.time.InstantSource}. How long something lasts is measured by {@link System#nanoTime()}.
 */
@NullMarked
package io.s3copy.camel.progress;

import org.jspecify.annotations.NullMarked;
