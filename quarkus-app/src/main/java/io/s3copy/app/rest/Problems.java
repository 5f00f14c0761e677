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
package io.s3copy.app.rest;

import io.s3copy.app.job.RefusedException;
import io.s3copy.app.store.StoreException;
import io.s3copy.text.Printable;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Errors as RFC 9457 has them: application/problem+json. */
public class Problems {

    private static final Logger LOG = Logger.getLogger(Problems.class);

    /** The media type. */
    static final String MEDIA_TYPE = "application/problem+json";

    /** An error, for a program and for people. */
    public record Problem(
            String type, String title, int status, @Nullable String detail) {}

    @ServerExceptionMapper
    Response refused(RefusedException refused) {
        return problem(
                refused.reason() == RefusedException.Reason.UNKNOWN
                        ? Response.Status.NOT_FOUND
                        : Response.Status.CONFLICT,
                refused.getMessage());
    }

    @ServerExceptionMapper
    Response bad(BadRequestProblem bad) {
        return problem(Response.Status.BAD_REQUEST, bad.getMessage());
    }

    /** The database may be away; the log says more. */
    @ServerExceptionMapper
    Response store(StoreException failure) {
        if (!failure.isPassing()) {
            return unexpected(failure);
        }
        LOG.warnf("A call of the API failed: %s", failure.getMessage());
        return problem(
                Response.Status.SERVICE_UNAVAILABLE,
                "The database of runs is away, and nothing was changed that runs depend on. Try again once it is back");
    }

    @ServerExceptionMapper
    Response http(WebApplicationException failure, UriInfo uri) {
        // Quarkus answers 404 where a parameter of the query is no number
        if (failure instanceof NotFoundException && failure.getCause() instanceof NumberFormatException number) {
            String said = String.valueOf(number.getMessage());
            for (Map.Entry<String, List<String>> parameter :
                    uri.getQueryParameters().entrySet()) {
                for (String value : parameter.getValue()) {
                    if (said.contains('"' + value + '"')) {
                        return problem(
                                Response.Status.BAD_REQUEST,
                                Printable.of(parameter.getKey() + "=" + value) + " must be a whole number");
                    }
                }
            }
        }
        int status = failure.getResponse().getStatus();
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null || status < Response.Status.BAD_REQUEST.getStatusCode()
                ? failure.getResponse()
                : problem(known, failure.getMessage());
    }

    /** What nobody expected is in the log, and not in the answer. */
    @ServerExceptionMapper
    Response unexpected(RuntimeException failure) {
        LOG.error("A call of the API failed", failure);
        return problem(Response.Status.INTERNAL_SERVER_ERROR, "The log of the service says more");
    }

    private static Response problem(Response.Status status, @Nullable String detail) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem("about:blank", status.getReasonPhrase(), status.getStatusCode(), detail))
                .build();
    }
}
