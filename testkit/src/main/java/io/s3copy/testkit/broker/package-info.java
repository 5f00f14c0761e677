/** An SQS server and a Kafka broker for tests, on free ports of 127.0.0.1. */
package io.s3copy.testkit.broker;
