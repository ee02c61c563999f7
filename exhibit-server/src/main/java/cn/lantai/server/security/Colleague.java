package cn.lantai.server.security;

/**
 * An account as those see it who work with it.
 *
 * @param person who it is for; empty if that is not told
 */
public record Colleague(String name, String person) {

  /** The name of the person, or else that of the account. */
  public String called() {
    return person.isEmpty() ? name : person;
  }
}
