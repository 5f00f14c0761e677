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
package io.s3copy.app.live;

/** How many messages a source of events has that are not done. */
interface Backlog extends AutoCloseable {

    /** Nobody can say. */
    Backlog UNKNOWN = new Backlog() {
        @Override
        public long ask() {
            throw new IllegalStateException("nothing tells how many messages wait");
        }

        @Override
        public void close() {}
    };

    /**
     * Asks. Blocks.
     *
     * @return those that wait, those that are worked on, and those that are delayed; what services tell is approximate
     * @throws Exception if the service does not tell
     */
    long ask() throws Exception;

    @Override
    void close();
}
