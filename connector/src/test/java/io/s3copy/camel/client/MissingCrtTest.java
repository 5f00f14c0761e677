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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What needs the AWS Common Runtime says at the start which artifact to add, where it is missing. */
class MissingCrtTest {

    /** The runtime, the HTTP client on it, and the mark of the signer's artifact. */
    private static final List<String> MISSING = List.of(
            "software.amazon.awssdk.crt.",
            "software.amazon.awssdk.http.crt.",
            "software.amazon.awssdk.http.auth.aws.crt.HttpAuthAwsCrt");

    private static String startWithoutCrt(String uri) throws Exception {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        try (WithoutCrtClasses loader = new WithoutCrtClasses()) {
            Thread.currentThread().setContextClassLoader(loader);
            Object start = loader.loadClass(StartWithoutCrt.class.getName())
                    .getDeclaredConstructor()
                    .newInstance();
            @SuppressWarnings("unchecked")
            UnaryOperator<String> apply = (UnaryOperator<String>) start;
            return apply.apply(uri);
        } finally {
            Thread.currentThread().setContextClassLoader(context);
        }
    }

    @Test
    void multiRegionAccessPointNamesTheArtifactOfItsSigner() throws Exception {
        assertThat(startWithoutCrt("s3copy:arn:aws:s3::111122223333:accesspoint/abc.mrap?region=eu-west-1"))
                .contains("a multi-region access point is signed with SigV4a, and its signer is not on the class path")
                .contains("Add software.amazon.awssdk:http-auth-aws-crt");
    }

    @Test
    void httpEngineNamesItsArtifact() throws Exception {
        assertThat(startWithoutCrt("s3copy:archive?region=eu-west-1&httpEngine=crt"))
                .contains("option httpEngine = 'crt': needs the AWS Common Runtime, which is not on the class path")
                .contains("Add software.amazon.awssdk:aws-crt-client");
    }

    @Test
    void defaultEngineNeedsNeither() throws Exception {
        assertThat(startWithoutCrt("s3copy:archive?region=eu-west-1")).isEqualTo("it started");
    }

    /** The class path of this test, less what is missing. */
    private static final class WithoutCrtClasses extends URLClassLoader {

        WithoutCrtClasses() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                    .map(WithoutCrtClasses::url)
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
            if (MISSING.stream().anyMatch(name::startsWith)) {
                throw new ClassNotFoundException(name);
            }
            return super.findClass(name);
        }
    }
}
