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
 * The flow of many objects: one look at a key at a time, and a pause while a configuration fault keeps all of them from
 * being copied. Knows neither Camel nor events.
 *
 * <p>Nothing here is compared with a time that others tell, so the only clock is {@link System#nanoTime()}: how long
 * something lasts does not change when the time of day is set.
 */
@NullMarked
package io.s3copy.flow;

import org.jspecify.annotations.NullMarked;
