/** What the operator wrote: stores and jobs, read and checked before anything starts. */
@NullMarked
package io.s3copy.app.config;

import org.jspecify.annotations.NullMarked;
