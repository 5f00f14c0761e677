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

import io.s3copy.engine.CopyResult;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.support.LRUCacheFactory;

/**
 * The sources that moves did not delete, for a reason that will not change: a run that lists them again need not copy them
 * again. The last {@value #MOST} objects are remembered, until the process ends.
 */
public final class KeptSources {

    private static final int MOST = 100_000;

    private static final String OBJECT = "s3copy-kept-source";

    private final Map<String, Boolean> kept = LRUCacheFactory.newLRUCache(MOST);

    /** Whether a move did not delete the listed object, which the headers of the copy name. */
    public boolean isKept(Exchange exchange) {
        String object = exchange.getMessage().getHeader("CamelS3CopyCopySourceIfMatch", String.class) + " "
                + exchange.getMessage().getHeader("CamelS3CopyCopySourceKey", String.class);
        exchange.setProperty(OBJECT, object);
        return kept.containsKey(object);
    }

    /** Remembers the result in the body. */
    public void copied(Exchange exchange) {
        if (exchange.getMessage().getBody() instanceof CopyResult result) {
            switch (result.sourceDeleted()) {
                case UNCHECKED, UNPROVEN, INCOMPLETE -> kept.put(exchange.getProperty(OBJECT, String.class), true);
                default -> {}
            }
        }
    }
}
