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
package io.s3copy.benchmark.nulls3;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.ssl.SslHandler;
import io.s3copy.testkit.SelfSignedCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/**
 * An S3 that copies nothing and says that it did: one event loop on loopback, by HTTP and by HTTPS. It is meant to cost
 * little beside its clients, so it looks at no signature and at no bucket.
 */
public final class NullS3 {

    private static final int BACKLOG = 4096;

    private NullS3() {}

    /** Its argument for HTTPS, for which a certificate must be made first. */
    static final String TLS = "tls";

    /** Says its ports in a line, 0 for none, and lives until its input ends: with whoever started it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        EventLoopGroup loop = new NioEventLoopGroup(1);
        NullS3State state = new NullS3State();
        int http = listen(loop, state, null);
        int https = List.of(arguments).contains(TLS) ? listen(loop, state, SelfSignedCertificate.sslContext()) : 0;
        System.out.println(http + " " + https);
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        System.exit(0);
    }

    private static int listen(EventLoopGroup loop, NullS3State state, SSLContext tls) throws InterruptedException {
        Channel channel = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel connection) {
                        if (tls != null) {
                            SSLEngine engine = tls.createSSLEngine();
                            engine.setUseClientMode(false);
                            connection.pipeline().addLast(new SslHandler(engine));
                        }
                        connection.pipeline().addLast(new HttpServerCodec(), new Connection(state));
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .sync()
                .channel();
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }
}
