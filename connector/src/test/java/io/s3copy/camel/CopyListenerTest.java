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
package io.s3copy.camel;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopyResult;
import io.s3copy.engine.CopyTask;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CopyListenerTest {

    private static final String URI = "s3copy:archive?operation=copy";

    private final CamelOnStub stub = CamelOnStub.withClient();

    private static final class Heard implements CopyListener {

        private final List<String> copies = new CopyOnWriteArrayList<>();

        @Override
        public void finished(CopyTask copy, CopyResult result) {
            copies.add(copy + " " + result.way());
        }
    }

    @AfterEach
    void close() {
        stub.close();
    }

    private Heard bind(String name) {
        Heard heard = new Heard();
        stub.camel().getRegistry().bind(name, heard);
        return heard;
    }

    private void copied(String uri) throws Exception {
        stub.route(uri);
        assertThat(stub.copy().getException()).isNull();
    }

    @Test
    void theOnlyListenerInTheRegistryHearsOfCopies() throws Exception {
        Heard heard = bind("heard");
        copied(URI);
        assertThat(heard.copies).containsExactly("inbox/a.txt to archive/a.txt SINGLE");
    }

    @Test
    void ofSeveralTheNamedOneHears() throws Exception {
        Heard named = bind("named");
        Heard other = bind("other");
        copied(URI + "&copyListener=#bean:named");
        assertThat(named.copies).hasSize(1);
        assertThat(other.copies).isEmpty();
    }

    @Test
    void ofSeveralNoneHearsUnlessNamed() throws Exception {
        List<Heard> all = List.of(bind("one"), bind("other"));
        copied(URI);
        assertThat(all).allSatisfy(heard -> assertThat(heard.copies).isEmpty());
    }

    @Test
    void aListenerThatFailsDoesNotHarmTheCopy() throws Exception {
        stub.camel().getRegistry().bind("failing", new CopyListener() {
            @Override
            public void started(CopyTask copy) {
                throw new IllegalStateException("the listener failed");
            }
        });
        copied(URI);
    }
}
