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
package io.s3copy.camel.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ListObjectsRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** With a stand-in for the client of {@code aws2-s3}, whose answers never say that there is more. */
class ObjectListingTest {

    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final List<ListObjectsRequest> asked = new ArrayList<>();
    private final List<List<S3Object>> pages = new ArrayList<>();
    private final ObjectListing listing = new ObjectListing();

    @BeforeEach
    void start() {
        camel.getRegistry().bind("client", S3Client.class, client());
        camel.start();
        listing.setCamelContext(camel);
        listing.setBucket("inbox");
        listing.setPrefix("in/");
    }

    @AfterEach
    void stop() {
        camel.stop();
    }

    private static S3Object object(String key, Duration age) {
        return S3Object.builder()
                .key(key)
                .lastModified(Instant.now().minus(age))
                .build();
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        listing.objects().forEachRemaining(object -> keys.add(object.key()));
        return keys;
    }

    @Test
    void pagesFollowTheLastKeyOfTheOneBefore() {
        pages.add(List.of(object("in/a", Duration.ofDays(1)), object("in/b", Duration.ofDays(1))));
        pages.add(List.of(object("in/c", Duration.ofDays(1))));
        assertThat(keys()).containsExactly("in/a", "in/b", "in/c");
        assertThat(asked).extracting(ListObjectsRequest::marker).containsExactly(null, "in/b", "in/c");
        assertThat(asked).allSatisfy(page -> {
            assertThat(page.bucket()).isEqualTo("inbox");
            assertThat(page.prefix()).isEqualTo("in/");
        });
    }

    @Test
    void pageIsAskedForWhenTheOneBeforeIsUsedUp() {
        pages.add(List.of(object("in/a", Duration.ofDays(1)), object("in/b", Duration.ofDays(1))));
        Iterator<S3Object> objects = listing.objects();
        assertThat(asked).isEmpty();
        objects.next();
        objects.next();
        assertThat(asked).hasSize(1);
        assertThatThrownBy(objects::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void youngObjectsAreLeftOutAndDoNotEndTheListing() {
        listing.setMinAgeDays(30);
        pages.add(List.of(object("in/a", Duration.ofDays(29))));
        pages.add(List.of(object("in/b", Duration.ofDays(31))));
        assertThat(keys()).containsExactly("in/b");
    }

    @Test
    void negativeAgeIsRefused() {
        assertThatThrownBy(() -> listing.setMinAgeDays(-1)).hasMessageContaining("-1");
    }

    @Test
    void listingWithoutABucketIsRefused() {
        listing.setBucket(" ");
        assertThatThrownBy(listing::objects).hasMessageContaining("bucket");
    }

    private S3Client client() {
        return (S3Client) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {S3Client.class}, (proxy, method, arguments) -> {
                    if (arguments != null && arguments[0] instanceof ListObjectsRequest page) {
                        asked.add(page);
                        return ListObjectsResponse.builder()
                                .contents(pages.isEmpty() ? List.of() : pages.remove(0))
                                .build();
                    }
                    return method.getName().equals("hashCode") ? (Object) 1 : null;
                });
    }
}
