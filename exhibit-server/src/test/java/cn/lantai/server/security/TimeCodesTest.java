package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeCodesTest {

  /** Of RFC 6238, appendix B. */
  private static final String SECRET =
      new Base32().encodeToString("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  private static final long NOW = 1111111109L;
  private static final long STEP = NOW / 30;

  private final TimeCodes codes = at(NOW);

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  void codesAreThoseOfTheStandard(long second, String code) {
    assertEquals(OptionalLong.of(second / 30), at(second).step(SECRET, code, 0));
  }

  @Test
  void aClockMayBeHalfAMinuteWrongAndNoMore() {
    assertEquals(OptionalLong.of(STEP - 1), codes.step(SECRET, codes.code(SECRET, NOW - 30), 0));
    assertEquals(OptionalLong.of(STEP + 1), codes.step(SECRET, codes.code(SECRET, NOW + 30), 0));
    assertEquals(OptionalLong.empty(), codes.step(SECRET, codes.code(SECRET, NOW - 60), 0));
    assertEquals(OptionalLong.empty(), codes.step(SECRET, codes.code(SECRET, NOW + 60), 0));
  }

  @Test
  void aCodeThatWasUsedAndThoseBeforeItAreUsedUp() {
    String now = codes.code(SECRET, NOW);
    assertEquals(OptionalLong.empty(), codes.step(SECRET, now, STEP));
    assertEquals(OptionalLong.empty(), codes.step(SECRET, codes.code(SECRET, NOW - 30), STEP));
    assertTrue(codes.step(SECRET, codes.code(SECRET, NOW + 30), STEP).isPresent());
  }

  @Test
  void spacesMayBeTyped() {
    assertTrue(codes.step(SECRET, "081 804", 0).isPresent());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "0", "81804", "0818040", "081805", "ABCDEF", "０８１８０４"})
  void allElseIsNoCode(String code) {
    assertEquals(OptionalLong.empty(), codes.step(SECRET, code, 0));
  }

  @Test
  void secretsDiffer() {
    assertNotEquals(TimeCodes.secret(), TimeCodes.secret());
    assertEquals(32, TimeCodes.secret().length());
  }

  private static TimeCodes at(long second) {
    return new TimeCodes(Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC));
  }
}
