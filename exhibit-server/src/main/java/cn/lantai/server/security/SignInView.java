package cn.lantai.server.security;

import java.time.Duration;

/**
 * What the sign-in page shows.
 *
 * @param name the name that was given before; empty at first
 * @param to where it goes on
 * @param delay how long to wait if {@code outcome} is THROTTLED
 */
public record SignInView(String csrf, String name, String to, Outcome outcome, Duration delay) {

  /** How the attempt before ended. */
  public enum Outcome {
    NONE,
    WRONG,
    THROTTLED
  }
}
