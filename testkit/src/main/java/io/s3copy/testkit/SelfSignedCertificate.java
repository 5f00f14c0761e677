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
package io.s3copy.testkit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate for 127.0.0.1 and localhost that no trust store knows, made by the JDK's keytool (about a second) once
 * for the JVM.
 */
public final class SelfSignedCertificate {

    private static final String PASSWORD = "changeit";

    private final SSLContext context;
    private final byte[] keyStore;
    private final String pem;

    private SelfSignedCertificate() {
        try {
            Path directory = Files.createTempDirectory("s3copy-tls");
            Path file = directory.resolve("server.p12");
            try {
                generate(file);
                keyStore = Files.readAllBytes(file);
                KeyStore keys = load(keyStore);
                context = context(keys);
                pem = pem(keys);
            } finally {
                Files.deleteIfExists(file);
                Files.delete(directory);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** For a server: presents the certificate. For a client: trusts this certificate and no other. */
    public static SSLContext sslContext() {
        return Once.CERTIFICATE.context;
    }

    /** Writes it with its key into a key store of type PKCS12, for a server that is a process of its own. */
    public static void writeKeyStore(Path file) throws IOException {
        Files.write(file, Once.CERTIFICATE.keyStore);
    }

    /** The password of that key store. */
    public static String password() {
        return PASSWORD;
    }

    /** Writes it, without its key, as PEM, for a client that shall trust it. */
    public static void writeCertificate(Path file) throws IOException {
        Files.writeString(file, Once.CERTIFICATE.pem);
    }

    private static void generate(Path keyStore) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keystore",
                        keyStore.toString(),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        PASSWORD,
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-validity",
                        "2",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=ip:127.0.0.1,dns:localhost")
                .redirectErrorStream(true)
                .start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!Files.exists(keyStore)) {
            throw new IOException("keytool made no key store: " + output);
        }
    }

    private static KeyStore load(byte[] bytes) throws IOException, GeneralSecurityException {
        KeyStore keyStore = KeyStore.getInstance("PKCS12");
        keyStore.load(new ByteArrayInputStream(bytes), PASSWORD.toCharArray());
        return keyStore;
    }

    private static String pem(KeyStore keyStore) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder()
                        .encodeToString(keyStore.getCertificate("server").getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }

    private static SSLContext context(KeyStore keyStore) throws IOException, GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(keyStore, PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keyStore.getCertificate("server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
        return context;
    }

    private static final class Once {
        static final SelfSignedCertificate CERTIFICATE = new SelfSignedCertificate();
    }
}
