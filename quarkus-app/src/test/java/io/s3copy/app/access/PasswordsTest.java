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
package io.s3copy.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.s3copy.app.config.Role;
import io.s3copy.app.config.UserSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

    /** Of "correct horse", as htpasswd -nbB -C 10 writes it. */
    private static final String OF_HTPASSWD = "$2y$10$";

    private static Passwords of(String hash) {
        return new Passwords(Map.of("anna", new UserSpec("anna", Role.OPERATOR, hash)));
    }

    @Test
    void rightPasswordIsTakenAgainAndAgainAndOthersNever() {
        Passwords passwords = of(PasswordHash.of("correct horse"));

        for (int i = 0; i < 3; i++) {
            assertThat(passwords.find("anna", "correct horse".toCharArray())).isNotNull();
            assertThat(passwords.find("anna", "correct hors".toCharArray())).isNull();
            assertThat(passwords.find("anna", "".toCharArray())).isNull();
        }
    }

    @Test
    void passwordOfOneIsNotThatOfAnother() {
        Passwords passwords = new Passwords(Map.of(
                "anna", new UserSpec("anna", Role.OPERATOR, PasswordHash.of("of anna")),
                "victor", new UserSpec("victor", Role.VIEWER, PasswordHash.of("of victor"))));

        assertThat(passwords.find("anna", "of anna".toCharArray())).isNotNull();
        assertThat(passwords.find("victor", "of anna".toCharArray())).isNull();
        assertThat(passwords.find("nobody", "nobody".toCharArray())).isNull();
        assertThat(passwords.find("victor", "of victor".toCharArray()))
                .extracting(UserSpec::role)
                .isEqualTo(Role.VIEWER);
    }

    @Test
    void hashesWithThePrefixOfHtpasswdAreRead() {
        String hash = OF_HTPASSWD + PasswordHash.of("correct horse").substring(OF_HTPASSWD.length());
        // the cost is part of what was hashed
        hash = hash.replaceFirst("[$]10[$]", "\\$" + PasswordHash.COST + "\\$");

        assertThat(of(hash).find("anna", "correct horse".toCharArray())).isNotNull();
    }

    @Test
    void passwordThatIsLongerThanBcryptReadsIsNobodys() {
        Passwords passwords = of(PasswordHash.of("correct horse"));

        assertThat(passwords.find("anna", "x".repeat(73).toCharArray())).isNull();
        assertThat(passwords.find("anna", "ä".repeat(60).toCharArray())).isNull();
    }

    @Test
    void whoGuessesTakesNoMoreThanSoManyThreadsAndLocksNobodyOutWhoIsIn() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger compared = new AtomicInteger();
        Passwords passwords =
                new Passwords(Map.of("anna", new UserSpec("anna", Role.OPERATOR, "hash")), (password, hash) -> {
                    compared.incrementAndGet();
                    boolean right = new String(password).equals("right");
                    if (!right) {
                        begun.countDown();
                        awaitIt(goOn);
                    }
                    return right;
                });
        assertThat(passwords.find("anna", "right".toCharArray())).isNotNull();
        ExecutorService guessers = Executors.newFixedThreadPool(4 * Passwords.MOST_AT_ONCE);
        try {
            List<Future<Boolean>> guesses = new ArrayList<>();
            for (int i = 0; i < 4 * Passwords.MOST_AT_ONCE; i++) {
                guesses.add(guessers.submit(() -> {
                    try {
                        assertThat(passwords.find("nobody", "guess".toCharArray()))
                                .isNull();
                        return true;
                    } catch (TooManyException e) {
                        return false;
                    }
                }));
            }
            awaitIt(begun);
            // three of four are refused at once, though the first comparison has not ended
            await().until(() -> guesses.stream().filter(Future::isDone).count() == 3L * Passwords.MOST_AT_ONCE);

            assertThat(passwords.find("anna", "right".toCharArray()))
                    .as("who was let in before does not wait")
                    .isNotNull();
            goOn.countDown();
            int read = 0;
            for (Future<Boolean> guess : guesses) {
                read += guess.get(30, TimeUnit.SECONDS) ? 1 : 0;
            }
            assertThat(read).isEqualTo(Passwords.MOST_AT_ONCE);
            assertThat(compared.get()).isEqualTo(1 + Passwords.MOST_AT_ONCE);
        } finally {
            guessers.shutdownNow();
        }
    }

    private static void awaitIt(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void userIsPrintedWithoutTheHash() {
        String hash = PasswordHash.of("correct horse");

        assertThat(new UserSpec("anna", Role.VIEWER, hash)).hasToString("anna (viewer)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "123456789012345678901234567890123456789012345678901234567890123456789012",
                "ääääääääääääääääääääääääääääääääääää"
            })
    void passwordsThatBcryptWouldCutAreRefused(String password) {
        assertThatThrownBy(() -> PasswordHash.of(password))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have 1 to 71");
    }
}
