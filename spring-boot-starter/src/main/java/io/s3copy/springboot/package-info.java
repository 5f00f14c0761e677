/** The component in a Spring Boot application. Knows the component's options by its generated configurer alone. */
package io.s3copy.springboot;
