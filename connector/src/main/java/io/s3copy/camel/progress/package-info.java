/** How the progress of copies is told outside: as events of Camel, and as meters where Micrometer is. */
package io.s3copy.camel.progress;
