/** The commands of a terminal: they speak the dialect of aws cli and s5cmd, and start no service. */
@NullMarked
package io.s3copy.app.cli;

import org.jspecify.annotations.NullMarked;
