/** What outlives the process: runs, their states and their checkpoints, in a database. */
@NullMarked
package io.s3copy.app.store;

import org.jspecify.annotations.NullMarked;
