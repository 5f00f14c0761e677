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
package io.s3copy.camel.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.s3copy.camel.BodyAs;
import io.s3copy.camel.CamelOnStub;
import io.s3copy.camel.EventMode;
import io.s3copy.camel.S3CopyConfiguration;
import io.s3copy.camel.S3CopyEndpoint;
import io.s3copy.camel.S3CopyOperation;
import io.s3copy.engine.CopyListener;
import io.s3copy.engine.CopySettings.DeleteSource;
import io.s3copy.engine.CopySettings.OnArchived;
import io.s3copy.parameter.CopyParameter;
import io.s3copy.parameter.InvalidParameterException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.support.PropertyBindingSupport;
import org.apache.camel.support.processor.idempotent.MemoryIdempotentRepository;
import org.apache.camel.support.processor.state.MemoryStateRepository;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoredOptionsTest {

    private static final String EVENTS = "s3copy:archive?bodyAs=events&allowedSourceBuckets=inbox";

    private final CamelOnStub stub = CamelOnStub.withClient();

    @AfterEach
    void stop() {
        stub.close();
    }

    /** What only a producer does not read is refused when there is one. */
    private void start(String uri) throws Exception {
        stub.route(uri);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eventFormat=ceph",
                "eventKeys=raw",
                "eventTypes=ObjectCreated:Put",
                "eventPrefix=in/",
                "eventSuffix=.csv",
                "eventInclude=*.csv",
                "eventExclude=tmp/**",
                "eventMinSize=1KiB",
                "eventMaxSize=1GiB",
                "eventMode=history",
                "propagateDeletes=current",
                "allowLoops=true",
                "ignoredPrincipals=AWS:AROAEXAMPLEID:*",
                "onSystemic=fail",
                "pauseTimeout=60000",
                "eventExpiry=60000"
            })
    void optionAboutEventsIsRefusedWhereBodiesAreNone(String option) {
        String[] said = option.split("=", 2);
        assertThatThrownBy(() -> start("s3copy:archive?" + option))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContainingAll(
                        "option " + said[0], said[1], "is ignored without bodyAs=events", "Add bodyAs=events");
    }

    @Test
    void optionAboutHistoryIsRefusedBesideState() {
        stub.camel().getRegistry().bind("seen", new MemoryIdempotentRepository());
        assertThatThrownBy(() -> start(EVENTS + "&idempotentRepository=#seen"))
                .rootCause()
                .hasMessageContaining("option idempotentRepository")
                .hasMessageContaining("is ignored without eventMode=history");
    }

    @Test
    void optionAboutAPauseIsRefusedBesideFailing() {
        assertThatThrownBy(() -> start(EVENTS + "&onSystemic=fail&pauseTimeout=60000"))
                .rootCause()
                .hasMessageContaining("is ignored without onSystemic=pause");
    }

    @Test
    void optionThatIsReadIsTaken() {
        assertThatCode(() -> start(EVENTS + "&eventMode=history&eventExpiry=60000&pauseTimeout=60000&eventPrefix=in/"))
                .doesNotThrowAnyException();
    }

    @Test
    void defaultOfTheComponentIsForTheEndpointsThatReadIt() {
        stub.component().getConfiguration().setEventPrefix("in/");
        assertThatCode(() -> start("s3copy:archive")).doesNotThrowAnyException();
    }

    @Test
    void dryRunIsRefusedEvenAsADefaultOfTheComponent() {
        stub.component().getConfiguration().setDryRun(true);
        assertThatThrownBy(() -> start("s3copy:archive?operation=copyObject"))
                .rootCause()
                .hasMessageContaining("option dryRun = 'true': is ignored by operation=copyObject. Use operation=copy");
    }

    @Test
    void listenerOfTheRegistryIsForTheEndpointsThatReadIt() {
        stub.camel().getRegistry().bind("progress", CopyListener.NONE);
        assertThatCode(() -> start("s3copy:archive?operation=copyObject")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operation=copyObject&ifExists=skip      | option ifExists = 'skip': is ignored by operation=copyObject",
                "operation=listParts&retryFor=1m         | Use operation=copy, cleanup or one on many objects, or leave it out",
                "operation=cleanup&keyPrefix=tmp/        | option keyPrefix = 'tmp/': is ignored by operation=cleanup. Use prefix",
                "olderThan=2d                            | is ignored by operation=copy. Use operation=cleanup, or leave it out",
                "prefix=tmp/                             | is ignored by operation=copy. Use keyPrefix for the keys of copies",
                "restoreDays=3                           | option restoreDays = '3': is ignored without onArchived=restore",
                "deleteSourceUnchecked=true              | is ignored with deleteSource=never"
            })
    void optionThatNothingReadsFailsTheStart(String both) {
        String[] row = both.split("\\s+\\| ", 2);
        assertThatThrownBy(() -> start("s3copy:archive?" + row[0]))
                .rootCause()
                .isInstanceOf(InvalidParameterException.class)
                .hasMessageContaining(row[1]);
    }

    /** Each option of the table with a value, and the operations that read it. */
    private static final String READERS = """
            bodyAs=events                : copy
            bodyAs=parameters            : messages
            dryRun=true                  : copy cleanup runs
            resume=true                  : copies
            deleteSource=marker          : copies
            preserve=acl                 : copies
            strict=true                  : copies
            prefix=tmp/                  : cleanup lists
            verify=size                  : copies
            verify=none                  : copies
            ifExists=skip                : copies
            onMissing=skip               : copies
            onChange=retry               : copies
            onArchived=skip              : copies
            restoreDays=3                : copies
            restoreTier=Bulk             : copies
            onTagsDenied=ignore          : copies
            deleteSourceIncomplete=true  : copies
            deleteSourceUnchecked=true   : copies
            multipartThreshold=64MiB     : copies
            partSize=64MiB               : copies
            copyLog=all                  : copies
            copyLog=none                 : copy cleanup raw bulk
            journal=bean                 : copies cleanup
            journalLease=60000           : copies cleanup
            retryFor=60000               : copies cleanup bulk
            afterRead=delete             : consumer
            afterReadTags=a=b            : consumer
            moveTo=s3://b                : consumer
            maxMessagesPerPoll=5         : consumer
            idempotent=false             : consumer
            rememberedObjects=5          : consumer
            maxDenied=5                  : consumer
            olderThan=7200000            : cleanup
            initiator=any                : cleanup
            key=a                        : messages
            keyPrefix=a/                 : messages runs
            stripPrefix=a/               : messages runs
            keyExpression=a              : messages
            uploadId=u                   : messages
            ifMatchInitiatedTime=2026-01-01T00:00:00Z : messages
            headerParameters=none        : messages
            allowedBuckets=other         : messages
            allowedSourceBuckets=other   : messages copyManifest
            allowCustomerKeysOverHttp=true : messages bulk
            eventFormat=ceph             : copy
            eventKeys=plain              : copy
            eventTypes=ObjectCreated:Put : copy
            eventPrefix=in/              : copy
            eventSuffix=.csv             : copy
            eventInclude=*.csv           : copy
            eventExclude=tmp/**          : copy
            eventMinSize=1KiB            : copy
            eventMaxSize=1GiB            : copy
            eventMode=history            : copy
            propagateDeletes=current     : copy
            allowLoops=true              : copy
            ignoredPrincipals=AWS:A      : copy
            onSystemic=fail              : copy
            pauseTimeout=60000           : copy
            idempotentRepository=bean    : copy
            stateRepository=bean         : copy
            eventExpiry=60000            : copy
            include=*.csv                : bulk
            exclude=*.csv                : bulk
            minSize=1KiB                 : bulk
            maxSize=1GiB                 : bulk
            modifiedAfter=2026-01-01T00:00:00Z : bulk
            modifiedBefore=2026-01-01T00:00:00Z : bulk
            minAge=30d                   : bulk
            maxAge=30d                   : bulk
            storageClasses=STANDARD      : bulk
            filterTags=a=b               : bulk
            compare=size                 : sync
            delete=true                  : sync
            maxDelete=5                  : sync
            deleteTo=s3://trash/a/       : sync
            check=checksum               : check
            asOf=2026-01-01T00:00:00Z    : copyPrefix
            manifest=s3://in/m.csv       : copyManifest
            manifestFormat=keys          : copyManifest
            manifestStatuses=missing     : copyManifest
            checkpoint=s3://out/c/       : runs
            checkpointRepository=bean    : runs
            checkpointPeriod=1000        : runs
            report=s3://out/r/           : runs
            reportFormat=json            : runs
            reportScope=failed           : runs
            lists=4                      : lists
            requestsPerSecond=10         : runs
            bytesPerSecond=1MiB          : runs
            maxFailures=5%               : runs
            hours=22:00-06:00            : runs
            """;

    /** Options that all operations read, or the endpoint and its clients whatever the operation. */
    private static final Set<String> READ_BY_ALL = Set.of(
            "bucketNameOrArn",
            "operation",
            "lazyStartProducer",
            "maxPending",
            "serviceTraits",
            // Camel may have set it by itself
            "copyListener",
            "amazonS3AsyncClient",
            "sourceS3AsyncClient",
            "sourceRegion",
            "region",
            "accessKey",
            "secretKey",
            "sessionToken",
            "useSessionCredentials",
            "useDefaultCredentialsProvider",
            "useProfileCredentialsProvider",
            "profileCredentialsName",
            "overrideEndpoint",
            "uriEndpointOverride",
            "forcePathStyle",
            "accelerate",
            "dualstack",
            "fips",
            "useArnRegion",
            "proxyProtocol",
            "proxyHost",
            "proxyPort",
            "trustAllCertificates",
            "httpEngine",
            "s3Client",
            "maxConnections",
            "apiCallTimeout",
            "apiCallAttemptTimeout",
            "readTimeout",
            // Camel's own
            "bridgeErrorHandler",
            "exceptionHandler",
            "exchangePattern",
            "pollStrategy",
            "sendEmptyMessageWhenIdle",
            "backoffErrorThreshold",
            "backoffIdleThreshold",
            "backoffMultiplier",
            "delay",
            "greedy",
            "initialDelay",
            "repeatCount",
            "runLoggingLevel",
            "scheduledExecutorService",
            "scheduler",
            "schedulerProperties",
            "startScheduler",
            "timeUnit",
            "useFixedDelay");

    private static final Map<String, Object> BEANS = Map.of(
            "journal", new MemoryStateRepository(),
            "stateRepository", new MemoryStateRepository(),
            "checkpointRepository", new MemoryStateRepository(),
            "idempotentRepository", new MemoryIdempotentRepository());

    static Stream<Arguments> readers() {
        return READERS.lines().map(row -> {
            String[] both = row.split(" *: +", 2);
            String[] said = both[0].split("=", 2);
            return Arguments.of(said[0], said[1], List.of(both[1].split(" ")));
        });
    }

    private static boolean reads(S3CopyOperation operation, List<String> readers) {
        return readers.stream().anyMatch(reader -> switch (reader) {
            case "raw" -> operation.isRaw();
            case "messages" -> operation.readsMessages();
            case "copies" -> operation.copies();
            case "bulk" -> operation.isBulk();
            case "runs" -> BulkOptions.isRun(operation);
            case "lists" -> operation.isBulk() && operation != S3CopyOperation.copyManifest;
            default -> operation.name().equals(reader);
        });
    }

    /** What other options must say so that an operation may read one. */
    private S3CopyConfiguration with(S3CopyOperation operation, String option, Object value) {
        S3CopyConfiguration configuration = new S3CopyConfiguration();
        configuration.setOperation(operation);
        if (operation == S3CopyOperation.copy && !option.equals("bodyAs")) {
            configuration.setBodyAs(BodyAs.events);
            configuration.setEventMode(EventMode.history);
        }
        if (operation.copies()) {
            configuration.setOnArchived(OnArchived.restore);
            configuration.setDeleteSource(DeleteSource.marker);
        }
        if (operation == S3CopyOperation.sync) {
            configuration.setDelete(true);
        }
        assertThat(PropertyBindingSupport.build()
                        .withCamelContext(stub.camel())
                        .withTarget(configuration)
                        .withProperty(option, value)
                        .bind())
                .isTrue();
        return configuration;
    }

    @ParameterizedTest
    @MethodSource("readers")
    void optionIsRefusedByEveryOperationThatDoesNotReadIt(String option, String text, List<String> readers) {
        Object value = BEANS.getOrDefault(option, text);
        for (S3CopyOperation operation : S3CopyOperation.values()) {
            S3CopyConfiguration configuration = with(operation, option, value);
            ThrowableAssert.ThrowingCallable refuse =
                    () -> IgnoredOptions.refuse(configuration, new S3CopyConfiguration());
            if (reads(operation, readers)) {
                assertThatCode(refuse).as("%s", operation).doesNotThrowAnyException();
            } else {
                assertThatThrownBy(refuse)
                        .as("%s", operation)
                        .isInstanceOf(InvalidParameterException.class)
                        .hasMessageContainingAll("option " + option, "is ignored");
            }
        }
    }

    @Test
    void everyOptionOfTheCatalogueIsInTheTableOrReadByAllOrAParameterOfS3() throws Exception {
        Set<String> catalogue = new TreeSet<>();
        try (InputStream json = S3CopyEndpoint.class.getResourceAsStream("/META-INF/io/s3copy/camel/s3copy.json")) {
            new ObjectMapper().readTree(json).get("properties").fieldNames().forEachRemaining(catalogue::add);
        }
        Set<String> table =
                IgnoredOptions.OPTIONS.stream().map(IgnoredOptions.Option::name).collect(Collectors.toSet());
        assertThat(readers().map(row -> (String) row.get()[0]).collect(Collectors.toSet()))
                .as("a row here for each option of the table, and for copyLog=none")
                .isEqualTo(table);
        assertThat(table).doesNotContainAnyElementsOf(READ_BY_ALL);
        Set<String> known = new TreeSet<>(table);
        known.addAll(READ_BY_ALL);
        CopyParameter.requestRows().forEach(row -> row.option().ifPresent(known::add));
        assertThat(known).isEqualTo(catalogue);
    }
}
