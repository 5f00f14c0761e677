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
package io.s3copy.app.store;

import java.sql.SQLException;

/** How this process reaches its database: what differs between H2 and PostgreSQL. */
interface Connections {

    /**
     * Takes the database for this process alone, makes its tables, or brings them to what this release needs. Blocks.
     *
     * @throws io.s3copy.app.config.SettingsException if another process works with it, or it cannot be opened
     */
    void open();

    /** Does something with a connection of its own. Blocks. */
    <T> T use(Work<T> work) throws SQLException;

    /** Whether the same may work a moment later. */
    boolean mayPass(SQLException failure);

    /** Gives the database up. */
    void close() throws SQLException;
}
