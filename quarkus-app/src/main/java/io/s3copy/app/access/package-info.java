/** Who may see the page and call the API. */
@NullMarked
package io.s3copy.app.access;

import org.jspecify.annotations.NullMarked;
