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
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;

/** The loops of the clients that this component builds end with the last of them, and without quiet seconds. */
class EventLoopsTest {

    private final NioEventLoopGroup group = mock();
    private final SdkAsyncHttpClient http = mock();
    private final EventLoops loops = new EventLoops(() -> SdkEventLoopGroup.create(group, NioSocketChannel::new));

    @BeforeEach
    void ends() {
        Future<?> ended = mock();
        when(group.shutdownGracefully(anyLong(), anyLong(), any())).thenAnswer(call -> ended);
    }

    @Test
    void loopsEndWithTheLastClientWithoutAQuietPeriod() {
        SdkAsyncHttpClient one = loops.open(shared -> http);
        SdkAsyncHttpClient other = loops.open(shared -> http);
        one.close();
        verify(group, never()).shutdownGracefully(anyLong(), anyLong(), any());
        other.close();
        verify(http, times(2)).close();
        verify(group).shutdownGracefully(eq(0L), anyLong(), any());
    }

    @Test
    void clientsShareTheirLoops() {
        loops.open(shared -> {
            assertThat(shared.eventLoopGroup()).isSameAs(group);
            return http;
        });
        verify(group, never()).shutdownGracefully(anyLong(), anyLong(), any());
    }

    @Test
    void clientThatCannotBeBuiltLeavesItsLoops() {
        assertThatThrownBy(() -> loops.open(shared -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        verify(group).shutdownGracefully(eq(0L), anyLong(), any());
    }

    @Test
    void clientKeepsItsNameInUserAgents() {
        when(http.clientName()).thenReturn("NettyNio");
        assertThat(loops.open(shared -> http).clientName()).isEqualTo("NettyNio");
    }
}
