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

/** Where a parameter was set. Errors name it in the words of whoever can correct it. */
public enum Origin {
    /** An endpoint option, or the component's default for it. */
    OPTION {
        @Override
        public String name(CopyParameter row) {
            return row.option().map(option -> "option " + option).orElseGet(() -> "parameter " + row.member());
        }
    },
    /** A message header. */
    HEADER {
        @Override
        public String name(CopyParameter row) {
            return "header " + row.header();
        }
    },
    /** The message body, or a request made in Java. */
    BODY {
        @Override
        public String name(CopyParameter row) {
            return "parameter " + row.member();
        }
    };

    /** How this origin calls the parameter. */
    public abstract String name(CopyParameter row);
}
