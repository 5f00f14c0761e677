/** A PostgreSQL server for tests, on a free port of 127.0.0.1. */
package io.s3copy.testkit.database;
