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
package io.s3copy.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import io.s3copy.engine.service.ServiceTraits;
import io.s3copy.engine.service.ServiceTraits.Trait;
import io.s3copy.testkit.fault.FaultyS3;
import io.s3copy.testkit.fault.ServerPart;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The line to paste says of every trait what was seen, and nothing that was not. */
class TraitTableTest {

    private TestedServer server;

    @AfterEach
    void close() {
        server.close();
        server.server().close();
    }

    private ServiceTraits pasted(String kmsKey) {
        server = new TestedServer("Ceph 16 played", FaultyS3.start().playing(ServerPart.CEPH_16), kmsKey);
        return ServiceTraits.unknown("ceph").told(new TraitTable(server).option());
    }

    @Test
    void everyTraitIsAnsweredButThatForWhichTwoUsersAreNeeded() {
        assertThat(pasted("key").known().keySet()).isEqualTo(EnumSet.complementOf(EnumSet.of(Trait.initiator)));
    }

    @Test
    void whatWasNotAskedIsLeftToBeLearnt() {
        Set<Trait> known = pasted(null).known().keySet();
        assertThat(known).doesNotContain(Trait.copyKms, Trait.createKms).contains(Trait.copyEncryption);
        assertThat(new TraitTable(server).text()).contains("| copyKms | not asked | was not asked: no key is given");
    }
}
