/** The page for operators: templates, and what browsers load with them. */
@NullMarked
package io.s3copy.app.page;

import org.jspecify.annotations.NullMarked;
