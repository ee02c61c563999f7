package cn.lantai.server.site.view;

import cn.lantai.server.rights.Role;
import java.util.List;
import java.util.Optional;

/** An account in a list. */
public record AccountCard(
    String name,
    String person,
    String href,
    boolean disabled,
    boolean oneTime,
    boolean secondFactor,
    List<GrantLine> grants) {

  public AccountCard {
    grants = List.copyOf(grants);
  }

  /**
   * A role and where it holds.
   *
   * @param scope names it in a form
   * @param where what the archive or fonds is called; empty if it is everything
   */
  public record GrantLine(Role role, String scope, Optional<Text> where) {}
}
