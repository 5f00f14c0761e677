/** Replication: routes that follow events, and what makes up for those that never came. */
@NullMarked
package io.s3copy.app.live;

import org.jspecify.annotations.NullMarked;
