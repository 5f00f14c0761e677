/** Sample values of every parameter, and what each must look like on the wire. */
package io.s3copy.camel.mirror;
