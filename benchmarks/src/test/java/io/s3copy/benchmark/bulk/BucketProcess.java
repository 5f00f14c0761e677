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
package io.s3copy.benchmark.bulk;

import io.s3copy.testkit.S3Operation;
import io.s3copy.testkit.synthetic.KeySpace;
import io.s3copy.testkit.synthetic.Shape;
import io.s3copy.testkit.synthetic.SyntheticBucket;
import io.s3copy.testkit.synthetic.SyntheticS3;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A process with a computed bucket and one that takes copies of it as numbers. A line of its input is a number of objects,
 * for which both are made anew; it is answered with the endpoint. An empty line is answered with what was asked for since:
 * objects that were copied, copies of those that were there already, LISTs, and all requests.
 */
public final class BucketProcess {

    private BucketProcess() {}

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (SyntheticS3 s3 = SyntheticS3.start()) {
            SyntheticBucket copies = null;
            long lists = 0;
            long all = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.isEmpty() && copies != null) {
                    System.out.println(copies.count() + " " + copies.repeats() + " "
                            + (s3.requests(S3Operation.LIST_OBJECTS_V2) - lists) + " " + (all(s3) - all));
                } else {
                    KeySpace space = Shape.FLAT.of(Long.parseLong(line));
                    copies = SyntheticBucket.empty(space);
                    s3.bucket("in", SyntheticBucket.full(space)).bucket("out", copies);
                    lists = s3.requests(S3Operation.LIST_OBJECTS_V2);
                    all = all(s3);
                    System.out.println(s3.endpoint());
                }
            }
        }
        System.exit(0);
    }

    private static long all(SyntheticS3 s3) {
        return Arrays.stream(S3Operation.values()).mapToLong(s3::requests).sum();
    }
}
