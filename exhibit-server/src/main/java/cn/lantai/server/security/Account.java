package cn.lantai.server.security;

import cn.lantai.server.rights.Grant;
import java.util.List;

/**
 * An account as others see it.
 *
 * @param person who it is for; empty if that is not told
 * @param oneTime whether it still has a password that somebody else gave it
 * @param secondFactor whether signing in takes a code as well
 * @param recoveryCodes how many are left
 * @param connected whether an OpenID provider can say that it is he
 */
public record Account(
    String name,
    String person,
    boolean disabled,
    boolean oneTime,
    boolean secondFactor,
    long recoveryCodes,
    boolean connected,
    List<Grant> grants) {

  public Account {
    grants = List.copyOf(grants);
  }
}
