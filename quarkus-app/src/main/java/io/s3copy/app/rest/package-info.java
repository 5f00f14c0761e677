/** The API: everything that the page does is a call of it. */
@NullMarked
package io.s3copy.app.rest;

import org.jspecify.annotations.NullMarked;
