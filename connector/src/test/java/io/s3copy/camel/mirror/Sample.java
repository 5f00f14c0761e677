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
package io.s3copy.camel.mirror;

import io.s3copy.parameter.CopyParameter;

/**
 * A value of a parameter.
 *
 * @param row the parameter
 * @param given the value as a message header or body gives it
 * @param option the value as an endpoint URI gives it, the name of a bean for a customer key; null where there is no
 *     option
 * @param wire the text that must go on the wire
 */
public record Sample(CopyParameter row, Object given, String option, String wire) {

    static Sample text(CopyParameter row, String text) {
        return new Sample(row, text, text, text);
    }

    @Override
    public String toString() {
        return row.member() + "=" + wire;
    }
}
