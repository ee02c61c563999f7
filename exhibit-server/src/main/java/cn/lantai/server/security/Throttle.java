package cn.lantai.server.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Slows down the guessing of passwords: after some failures, each further one doubles the time for
 * which an account, or an address, has to wait. Forgets after a while, and remembers a bounded
 * number.
 */
@ApplicationScoped
public class Throttle {

  private static final int FREE_FAILURES = 5;
  private static final Duration MEMORY = Duration.ofMinutes(30);

  /** Short, so that a stranger cannot lock the administrator out for long. */
  private static final Duration LONGEST_FOR_ACCOUNT = Duration.ofSeconds(30);

  private static final Duration LONGEST_FOR_ADDRESS = Duration.ofMinutes(15);

  private final Ticker ticker;
  private final Cache<String, Failures> failures;

  public Throttle() {
    this(Ticker.systemTicker());
  }

  Throttle(Ticker ticker) {
    this.ticker = ticker;
    this.failures =
        Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(MEMORY)
            .ticker(ticker)
            .executor(Runnable::run)
            .build();
  }

  private record Failures(int count, long until) {}

  /** How long to wait before another attempt is looked at; zero if none is needed. */
  public Duration delay(String account, String address) {
    long until = Math.max(remaining("account " + account), remaining("address " + address));
    return until <= 0 ? Duration.ZERO : Duration.ofNanos(until);
  }

  public void failed(String account, String address) {
    add("account " + account, LONGEST_FOR_ACCOUNT);
    add("address " + address, LONGEST_FOR_ADDRESS);
  }

  public void succeeded(String account, String address) {
    failures.invalidate("account " + account);
    failures.invalidate("address " + address);
  }

  private long remaining(String key) {
    Failures known = failures.getIfPresent(key);
    return known == null ? 0 : known.until - ticker.read();
  }

  private void add(String key, Duration longest) {
    failures
        .asMap()
        .merge(
            key,
            new Failures(1, ticker.read()),
            (before, ignored) -> {
              int count = before.count + 1;
              int doublings = Math.min(count - FREE_FAILURES, 20);
              long seconds = doublings < 0 ? 0 : Math.min(1L << doublings, longest.toSeconds());
              return new Failures(count, ticker.read() + Duration.ofSeconds(seconds).toNanos());
            });
  }
}
