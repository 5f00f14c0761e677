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
package io.s3copy.camel.client;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** The class path of the tests, less what is missing. */
final class ClassPathWithout extends URLClassLoader {

    private final List<String> missing;

    private ClassPathWithout(List<String> missing) {
        super(classPath(), ClassLoader.getPlatformClassLoader());
        this.missing = missing;
    }

    /** Starts an endpoint, and returns why that failed, or that it started. */
    static String start(List<String> missing, String uri) throws Exception {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        try (ClassPathWithout loader = new ClassPathWithout(missing)) {
            Thread.currentThread().setContextClassLoader(loader);
            Object start = loader.loadClass(StartWithout.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            @SuppressWarnings("unchecked")
            UnaryOperator<String> apply = (UnaryOperator<String>) start;
            return apply.apply(uri);
        } finally {
            Thread.currentThread().setContextClassLoader(context);
        }
    }

    private static URL[] classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(ClassPathWithout::url)
                .toArray(URL[]::new);
    }

    private static URL url(String entry) {
        try {
            return new File(entry).toURI().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (missing.stream().anyMatch(name::startsWith)) {
            throw new ClassNotFoundException(name);
        }
        return super.findClass(name);
    }
}
