package cn.lantai.server.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ThrottleTest {

  private final AtomicLong now = new AtomicLong(1);
  private final Throttle throttle = new Throttle(now::get);

  @Test
  void theFirstFailuresCostNothing() {
    fail(4, "admin", "10.0.0.1");
    assertEquals(Duration.ZERO, throttle.delay("admin", "10.0.0.1"));
  }

  @Test
  void furtherFailuresDoubleTheWait() {
    fail(5, "admin", "10.0.0.1");
    assertEquals(Duration.ofSeconds(1), throttle.delay("admin", "10.0.0.1"));
    fail(3, "admin", "10.0.0.1");
    assertEquals(Duration.ofSeconds(8), throttle.delay("admin", "10.0.0.1"));
  }

  @Test
  void theWaitPasses() {
    fail(5, "admin", "10.0.0.1");
    now.addAndGet(Duration.ofSeconds(1).toNanos());
    assertEquals(Duration.ZERO, throttle.delay("admin", "10.0.0.1"));
  }

  @Test
  void anAccountWaitsWhereverTheGuessesComeFrom() {
    for (int i = 0; i < 6; i++) {
      throttle.failed("admin", "10.0.0." + i);
    }
    assertEquals(Duration.ofSeconds(2), throttle.delay("admin", "10.0.1.1"));
  }

  @Test
  void anAddressWaitsWhateverAccountItTries() {
    for (int i = 0; i < 6; i++) {
      throttle.failed("user" + i, "10.0.0.1");
    }
    assertEquals(Duration.ofSeconds(2), throttle.delay("somebody", "10.0.0.1"));
  }

  @Test
  void strangersCannotLockAnAccountForLong() {
    for (int i = 0; i < 1000; i++) {
      throttle.failed("admin", "10.0." + i / 250 + "." + i % 250);
    }
    Duration delay = throttle.delay("admin", "10.9.9.9");
    assertTrue(delay.compareTo(Duration.ofSeconds(30)) <= 0, delay.toString());
  }

  @Test
  void successForgets() {
    fail(10, "admin", "10.0.0.1");
    throttle.succeeded("admin", "10.0.0.1");
    assertEquals(Duration.ZERO, throttle.delay("admin", "10.0.0.1"));
  }

  private void fail(int times, String account, String address) {
    for (int i = 0; i < times; i++) {
      throttle.failed(account, address);
    }
  }
}
