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
package io.s3copy.parameter;

import static io.s3copy.parameter.CopyParameter.ACL;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_BUCKET;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_KEY;
import static io.s3copy.parameter.CopyParameter.COPY_SOURCE_VERSION_ID;
import static io.s3copy.parameter.CopyParameter.GRANT_FULL_CONTROL;
import static io.s3copy.parameter.CopyParameter.GRANT_READ;
import static io.s3copy.parameter.CopyParameter.GRANT_READ_ACP;
import static io.s3copy.parameter.CopyParameter.GRANT_WRITE_ACP;
import static io.s3copy.parameter.CopyParameter.TAGGING;
import static io.s3copy.parameter.CopyParameter.TAGS;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a caller says of one S3 call: an immutable set of parameters, each read and checked for its type. What was not
 * said is absent; empty and explicit defaults are kept as said.
 *
 * <p>As the body of a message it outweighs headers and endpoint options.
 */
public final class CopyRequest {

    private static final List<CopyParameter> SOURCE_FIELDS =
            List.of(COPY_SOURCE_BUCKET, COPY_SOURCE_KEY, COPY_SOURCE_VERSION_ID);
    private static final List<CopyParameter> GRANTS =
            List.of(GRANT_FULL_CONTROL, GRANT_READ, GRANT_READ_ACP, GRANT_WRITE_ACP);
    private static final CopyRequest EMPTY = new CopyRequest(new EnumMap<>(CopyParameter.class));

    private final Map<CopyParameter, Setting> settings;

    private CopyRequest(Map<CopyParameter, Setting> settings) {
        this.settings = settings;
    }

    /** What was said, under which name, and by which row: tags and tagging share a place. */
    private record Setting(Object value, String name, CopyParameter said) {}

    /** A request that says nothing. */
    public static CopyRequest empty() {
        return EMPTY;
    }

    /** A request made in Java; values are read as from a message body. */
    public static Builder builder() {
        return new Builder(Origin.BODY);
    }

    /** A request whose errors name parameters in the words of {@code origin}. */
    public static Builder builder(Origin origin) {
        return new Builder(origin);
    }

    /** Whether anything was said of the parameter, be it empty or its default. */
    public boolean has(CopyParameter row) {
        return settings.containsKey(row);
    }

    /** Whether anything was said of one of the parameters. */
    public boolean hasAny(List<CopyParameter> rows) {
        for (CopyParameter row : rows) {
            if (has(row)) {
                return true;
            }
        }
        return false;
    }

    /** The value, of the row's {@link ParameterType#javaType()}, or null. */
    public @Nullable Object get(CopyParameter row) {
        Setting setting = settings.get(row);
        return setting == null ? null : setting.value();
    }

    /** The value as text, or null. */
    public @Nullable String text(CopyParameter row) {
        Object value = get(row);
        return value == null ? null : value.toString();
    }

    /**
     * The value, as text, of a parameter that is always there where this is called.
     *
     * @throws IllegalStateException when nothing was said of it
     */
    public String required(CopyParameter row) {
        String text = text(row);
        if (text == null) {
            throw new IllegalStateException("nothing was said of " + row.member());
        }
        return text;
    }

    /**
     * Where the copy goes.
     *
     * @throws IllegalStateException when the request names no bucket or no key
     */
    public CopyTarget target() {
        return new CopyTarget(required(CopyParameter.BUCKET), required(CopyParameter.KEY));
    }

    /** What said the parameter, for errors: {@code option acl}, {@code header CamelS3CopyACL}. */
    public String nameOf(CopyParameter row) {
        Setting setting = settings.get(row);
        return setting == null ? Origin.BODY.name(row) : setting.name();
    }

    /** An error about a parameter, by the name under which it was set. Secrets are not shown. */
    public InvalidParameterException invalid(CopyParameter row, String rule, String fix) {
        return new InvalidParameterException(nameOf(row), row.type().mayBeShown() ? get(row) : null, rule, fix);
    }

    /** The source object, from either form, once bucket and key are known. */
    public Optional<CopySource> source() {
        if (get(COPY_SOURCE) instanceof CopySource source) {
            return Optional.of(source);
        } else if (has(COPY_SOURCE_BUCKET) && has(COPY_SOURCE_KEY)) {
            return Optional.of(new CopySource(
                    required(COPY_SOURCE_BUCKET), required(COPY_SOURCE_KEY), text(COPY_SOURCE_VERSION_ID)));
        }
        return Optional.empty();
    }

    /** Whether anything at all was said of the source. */
    public boolean namesSource() {
        return has(COPY_SOURCE) || hasAny(SOURCE_FIELDS);
    }

    /** Whether anything was said of the source other than a version. */
    public boolean namesSourceObject() {
        return has(COPY_SOURCE) || has(COPY_SOURCE_BUCKET) || has(COPY_SOURCE_KEY);
    }

    /** The rows that were said. */
    public Set<CopyParameter> rows() {
        return Collections.unmodifiableSet(settings.keySet());
    }

    /**
     * This request with all that {@code stronger} says of the same parameters. What belongs together goes together: a
     * stronger source in one form replaces the weaker one in the other, a stronger key takes no weaker version, a
     * stronger customer key no weaker digest, and stronger grants no weaker canned ACL, nor the other way round.
     */
    public CopyRequest overlaidBy(CopyRequest stronger) {
        if (stronger.settings.isEmpty()) {
            return this;
        } else if (settings.isEmpty()) {
            return stronger;
        }
        Map<CopyParameter, Setting> merged = new EnumMap<>(settings);
        boolean namesObject = stronger.has(COPY_SOURCE_BUCKET) || stronger.has(COPY_SOURCE_KEY);
        if (stronger.has(COPY_SOURCE)) {
            merged.keySet().removeAll(SOURCE_FIELDS);
        } else if (namesObject) {
            merged.remove(COPY_SOURCE);
            merged.remove(COPY_SOURCE_VERSION_ID);
        }
        if (stronger.has(ACL)) {
            merged.keySet().removeAll(GRANTS);
        } else if (stronger.hasAny(GRANTS)) {
            merged.remove(ACL);
        }
        CustomerKeyCompanions.of(stronger).forEach(merged::remove);
        merged.putAll(stronger.settings);
        if (stronger.has(COPY_SOURCE_VERSION_ID) && get(COPY_SOURCE) instanceof CopySource source && !namesObject) {
            // a version said alone is one of the object that the weaker text names
            merged.remove(COPY_SOURCE_VERSION_ID);
            CopySource versioned = new CopySource(source.bucket(), source.key(), stronger.text(COPY_SOURCE_VERSION_ID));
            merged.put(COPY_SOURCE, new Setting(versioned, nameOf(COPY_SOURCE), COPY_SOURCE));
        }
        return new CopyRequest(merged);
    }

    /** What of this request {@code call} carries; the rest belongs to other calls of the same route. */
    public CopyRequest carriedBy(S3Call call) {
        if (isCarriedBy(call)) {
            return this;
        }
        Map<CopyParameter, Setting> carried = new EnumMap<>(settings);
        carried.keySet().removeIf(row -> !row.calls().contains(call));
        return new CopyRequest(carried);
    }

    private boolean isCarriedBy(S3Call call) {
        for (CopyParameter row : settings.keySet()) {
            if (!row.calls().contains(call)) {
                return false;
            }
        }
        return true;
    }

    /** This request less some parameters. */
    public CopyRequest without(Collection<CopyParameter> rows) {
        Map<CopyParameter, Setting> rest = new EnumMap<>(settings);
        rest.keySet().removeAll(rows);
        return new CopyRequest(rest);
    }

    /** A builder that begins with this request; what it says anew has the names of a request made in Java. */
    public Builder toBuilder() {
        Builder builder = new Builder(Origin.BODY);
        builder.settings = settings;
        builder.built = true;
        return builder;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CopyRequest request && values().equals(request.values());
    }

    @Override
    public int hashCode() {
        return values().hashCode();
    }

    private Map<CopyParameter, Object> values() {
        return settings.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().value()));
    }

    /** The members and values; customer keys mask themselves. */
    @Override
    public String toString() {
        return settings.entrySet().stream()
                .map(entry -> entry.getKey().member() + "="
                        + InvalidParameterException.shown(entry.getValue().value()))
                .collect(Collectors.joining(", ", "CopyRequest[", "]"));
    }

    /** Collects parameters; not for use by several threads. */
    public static final class Builder {

        private final Origin origin;
        private Map<CopyParameter, Setting> settings = new EnumMap<>(CopyParameter.class);
        /** Whether the settings are those of a request, which must not change any more. */
        private boolean built;

        private Builder(Origin origin) {
            this.origin = origin;
        }

        /**
         * Says a parameter.
         *
         * @param row a row of a request
         * @param given the value, as text or in Java's type; null says nothing
         * @throws InvalidParameterException when the value is not of the row's type, or both forms of a source or of
         *     tags are said
         */
        public Builder set(CopyParameter row, @Nullable Object given) {
            return set(row, given, origin.name(row));
        }

        /** As {@link #set(CopyParameter, Object)}, under the name that errors are to use. */
        public Builder set(CopyParameter row, @Nullable Object given, String name) {
            Objects.requireNonNull(row, "row");
            if (row.isResult()) {
                throw new IllegalArgumentException(row + " is a result");
            } else if (given == null) {
                return this;
            }
            refuseSaidTwice(row, given, name);
            if (built) {
                settings = new EnumMap<>(settings);
                built = false;
            }
            try {
                settings.put(row == TAGS ? TAGGING : row, new Setting(row.type().read(given, row), name, row));
            } catch (UnreadableValueException e) {
                throw new InvalidParameterException(name, row.type().mayBeShown() ? given : null, e.rule(), e.fix());
            }
            return this;
        }

        /**
         * Says a text as S3 said it of another object, whatever the row's type would want: a content type that is none is
         * carried as it is. What was said before stands.
         *
         * @throws InvalidParameterException when no header can carry the value
         */
        public Builder setAsRead(CopyParameter row, String value) {
            try {
                return keep(row, Texts.header(value));
            } catch (UnreadableValueException e) {
                throw new InvalidParameterException(origin.name(row), value, e.rule(), e.fix());
            }
        }

        /**
         * Says user metadata as S3 said it of another object, however much it is. What was said before stands.
         *
         * @param metadata names and values that were read one by one
         */
        public Builder setMetadataAsRead(Map<String, String> metadata) {
            return keep(CopyParameter.METADATA, Collections.unmodifiableMap(new LinkedHashMap<>(metadata)));
        }

        private Builder keep(CopyParameter row, Object read) {
            if (settings.containsKey(row)) {
                return this;
            }
            if (built) {
                settings = new EnumMap<>(settings);
                built = false;
            }
            settings.put(row, new Setting(read, origin.name(row), row));
            return this;
        }

        private void refuseSaidTwice(CopyParameter row, Object given, String name) {
            Setting tags = settings.get(TAGGING);
            if ((row == TAGS || row == TAGGING) && tags != null && tags.said() != row) {
                throw new InvalidParameterException(
                        name, given, "the tags are said twice, as tags and as tagging", "Say them one way");
            }
            boolean otherForm = row == COPY_SOURCE
                    ? SOURCE_FIELDS.stream().anyMatch(settings::containsKey)
                    : SOURCE_FIELDS.contains(row) && settings.containsKey(COPY_SOURCE);
            if (otherForm) {
                throw new InvalidParameterException(
                        name,
                        given,
                        "the source is said twice, as copySource and as copySourceBucket, copySourceKey, copySourceVersionId",
                        "Say it one way");
            }
        }

        /** Says the source object. */
        public Builder source(String bucket, String key) {
            return set(COPY_SOURCE, CopySource.of(bucket, key));
        }

        /** Says where the copy goes. */
        public Builder destination(String bucket, String key) {
            return set(CopyParameter.BUCKET, bucket).set(CopyParameter.KEY, key);
        }

        /** Whether the parameter was said already. */
        public boolean has(CopyParameter row) {
            return settings.containsKey(row);
        }

        /** The request; the builder may go on. */
        public CopyRequest build() {
            built = true;
            return new CopyRequest(settings);
        }
    }
}
