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

import io.s3copy.app.config.Role;
import io.s3copy.app.config.UserSpec;
import java.util.Map;
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
