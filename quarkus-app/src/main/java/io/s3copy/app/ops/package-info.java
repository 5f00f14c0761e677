/** What machines watch of the service: health, and metrics. It changes nothing, and what it tells has no secret and no key. */
@NullMarked
package io.s3copy.app.ops;

import org.jspecify.annotations.NullMarked;
