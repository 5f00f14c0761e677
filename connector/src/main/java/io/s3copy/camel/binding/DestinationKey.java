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
package io.s3copy.camel.binding;

import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.CopyRequest;
import io.s3copy.parameter.InvalidParameterException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Expression;
import org.jspecify.annotations.Nullable;

/**
 * Derives the destination key if neither the message nor the option {@code key} sets it: from the source key, by prefixes
 * or by an expression of the route's author. A key from a message is only a value in that expression.
 */
final class DestinationKey {

    private final String prefix;
    private final String strip;
    private final @Nullable Expression expression;

    private DestinationKey(String prefix, String strip, @Nullable Expression expression) {
        this.prefix = prefix;
        this.strip = strip;
        this.expression = expression;
    }

    static DestinationKey of(CamelContext camel, S3CopyConfiguration configuration) {
        List<String> ways = Stream.of(
                        configuration.getKey() == null ? null : "key",
                        configuration.getKeyPrefix() == null && configuration.getStripPrefix() == null
                                ? null
                                : "keyPrefix or stripPrefix",
                        configuration.getKeyExpression() == null ? null : "keyExpression")
                .filter(Objects::nonNull)
                .toList();
        if (ways.size() > 1) {
            throw new InvalidParameterException(
                    "option " + ways.get(0),
                    null,
                    "stands beside " + ways.get(1) + ", but only one of them can set the destination key",
                    "Leave one of them out");
        }
        return new DestinationKey(
                Objects.requireNonNullElse(configuration.getKeyPrefix(), ""),
                Objects.requireNonNullElse(configuration.getStripPrefix(), ""),
                configuration.getKeyExpression() == null ? null : expression(camel, configuration.getKeyExpression()));
    }

    private static Expression expression(CamelContext camel, String text) {
        try {
            Expression expression = camel.resolveLanguage("simple").createExpression(text);
            expression.init(camel);
            return expression;
        } catch (RuntimeException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            throw new InvalidParameterException(
                    "option keyExpression", text, "is no expression of the Simple language: " + why, "Correct it");
        }
    }

    /** The name of a derived key in errors. */
    String name() {
        return expression == null ? "option keyPrefix" : "option keyExpression";
    }

    /** Whether the endpoint has an option to derive it by. */
    boolean isSaid() {
        return expression != null || !prefix.isEmpty() || !strip.isEmpty();
    }

    /** Whether the key depends on more than the request. */
    boolean readsExchange() {
        return expression != null;
    }

    /** The key, or null if there is nothing to derive it from. */
    @Nullable
    String derive(CopyRequest request, Exchange exchange) {
        if (expression != null) {
            return expression.evaluate(exchange, String.class);
        }
        String sourceKey = request.source().map(source -> source.key()).orElse(null);
        if (sourceKey == null) {
            return null;
        } else if (!sourceKey.startsWith(strip)) {
            CopyParameter row =
                    request.has(CopyParameter.COPY_SOURCE) ? CopyParameter.COPY_SOURCE : CopyParameter.COPY_SOURCE_KEY;
            throw request.invalid(
                    row,
                    "does not start with stripPrefix '" + strip + "'",
                    "Send only keys that do, or name the destination key in header " + CopyParameter.KEY.header());
        }
        return prefix + sourceKey.substring(strip.length());
    }
}
