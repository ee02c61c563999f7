package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashesTest {

  private final Recorder recorder = new Recorder();

  @Test
  void theyAreMadeByPbkdf2WithSha512AndSaltsOf32Bytes() throws IOException {
    prepared(standardRounds());
    assertEquals(
        Map.of(
            "Pbkdf2PasswordHash.Algorithm", "PBKDF2WithHmacSHA512",
            "Pbkdf2PasswordHash.Iterations", "210000",
            "Pbkdf2PasswordHash.SaltSizeBytes", "32",
            "Pbkdf2PasswordHash.KeySizeBytes", "64"),
        recorder.settings);
  }

  @Test
  void theOperatorMayChooseAsFewRoundsAsTheStandardAllows() {
    prepared("10000");
    assertEquals("10000", recorder.settings.get("Pbkdf2PasswordHash.Iterations"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9999", "0", "-210000", "", "many", "999999999999"})
  void whatIsTooLittleOrNoNumberEndsTheStart(String rounds) {
    assertThrows(IllegalStateException.class, () -> prepared(rounds));
    assertTrue(recorder.settings.isEmpty());
  }

  @Test
  void nothingButTheHashIsKept() {
    PasswordHashes hashes = prepared("210000");
    String kept = hashes.of("三只黑猫坐在石桥上");
    assertTrue(hashes.matches("三只黑猫坐在石桥上", Optional.of(kept)));
    assertFalse(hashes.matches("三只黑猫坐在石桥下", Optional.of(kept)));
    assertEquals(2, recorder.compared.size());
  }

  @Test
  void anAccountThatThereIsNotTakesAsLongAsAnother() {
    PasswordHashes hashes = prepared("210000");
    assertFalse(hashes.matches("三只黑猫坐在石桥上", Optional.empty()));
    assertEquals(1, recorder.compared.size(), "a hash is made all the same");
    String nobodys = recorder.compared.get(0);
    assertFalse(
        hashes.matches(nobodys.replaceFirst("^hash of ", ""), Optional.empty()),
        "and no password is that of nobody");
  }

  private PasswordHashes prepared(String rounds) {
    PasswordHashes hashes = new PasswordHashes(recorder, rounds);
    hashes.executor = atOnce();
    hashes.prepare();
    return hashes;
  }

  /** As the server has them unless its operator says otherwise. */
  private static String standardRounds() throws IOException {
    try (InputStream file =
        PasswordHashes.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
      Properties properties = new Properties();
      properties.load(file);
      return properties.getProperty("lantai.password.rounds");
    }
  }

  private static ManagedExecutorService atOnce() {
    return (ManagedExecutorService)
        Proxy.newProxyInstance(
            PasswordHashesTest.class.getClassLoader(),
            new Class<?>[] {ManagedExecutorService.class},
            (proxy, method, given) -> {
              assertEquals("supplyAsync", method.getName());
              return CompletableFuture.completedFuture(((Supplier<?>) given[0]).get());
            });
  }

  /** In the place of what the container brings. */
  private static final class Recorder implements Pbkdf2PasswordHash {

    private Map<String, String> settings = Map.of();
    private final List<String> compared = new ArrayList<>();

    @Override
    public void initialize(Map<String, String> parameters) {
      settings = Map.copyOf(parameters);
    }

    @Override
    public String generate(char[] password) {
      return "hash of " + new String(password);
    }

    @Override
    public boolean verify(char[] password, String hashedPassword) {
      compared.add(hashedPassword);
      return generate(password).equals(hashedPassword);
    }
  }
}
