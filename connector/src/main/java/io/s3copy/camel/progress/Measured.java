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
package io.s3copy.camel.progress;

import io.s3copy.engine.request.RequestWindow;
import java.util.function.IntSupplier;

/**
 * What is measured of an endpoint besides its copies.
 *
 * @param bucket its bucket
 * @param window the window of its requests, which other endpoints may share
 * @param pending how many of its calls wait for their answers
 */
public record Measured(String bucket, RequestWindow window, IntSupplier pending) {}
