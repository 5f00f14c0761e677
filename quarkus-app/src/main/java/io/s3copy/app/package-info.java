/** The application: settings, the listing of the source, and the report around the route in {@code camel/}. */
package io.s3copy.app;
