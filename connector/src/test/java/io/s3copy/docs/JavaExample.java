/*
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *      http://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.s3copy.docs;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.apache.camel.builder.RouteBuilder;

/** Turns the Java of an example, imports and the body of {@code configure()}, into routes. */
final class JavaExample {

    private static final String CLASS = "Example";

    private JavaExample() {}

    static RouteBuilder compile(PageExample example) throws Exception {
        Path classes = Files.createTempDirectory(Path.of("target"), "page-example");
        StringWriter errors = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean compiled = compiler.getTask(
                        errors,
                        null,
                        null,
                        List.of(
                                "-proc:none",
                                "-d",
                                classes.toString(),
                                "-classpath",
                                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
                        null,
                        List.of(source(example)))
                .call();
        if (!compiled) {
            throw new AssertionError(example + " does not compile:\n" + errors);
        }
        return load(classes);
    }

    private static RouteBuilder load(Path classes) throws IOException, ReflectiveOperationException {
        URL[] path = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, JavaExample.class.getClassLoader())) {
            Class<?> type = loader.loadClass(CLASS);
            // classes inside it, while the loader is open: its routes are configured later
            for (int i = 1; Files.exists(classes.resolve(CLASS + "$" + i + ".class")); i++) {
                loader.loadClass(CLASS + "$" + i);
            }
            return (RouteBuilder) type.getDeclaredConstructor().newInstance();
        }
    }

    private static JavaFileObject source(PageExample example) {
        String imports = example.code().lines().filter(JavaExample::isImport).collect(joining("\n"));
        String body = example.code().lines().filter(line -> !isImport(line)).collect(joining("\n"));
        String text = imports + "\npublic class " + CLASS + " extends " + RouteBuilder.class.getName()
                + " { public void configure() throws Exception {\n" + body + "\n}}";
        return new SimpleJavaFileObject(URI.create("string:///" + CLASS + ".java"), JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static boolean isImport(String line) {
        return line.startsWith("import ");
    }
}
