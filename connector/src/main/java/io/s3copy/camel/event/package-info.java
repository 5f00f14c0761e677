/** Notifications in message bodies become copies: what is read, which of it is applied, in what order, and what came of it. */
package io.s3copy.camel.event;
