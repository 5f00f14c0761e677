/** Runs of jobs: started, watched, stopped, and gone on with after a kill. */
@NullMarked
package io.s3copy.app.job;

import org.jspecify.annotations.NullMarked;
