package cn.lantai.server.site.view;

import cn.lantai.server.rights.Role;
import java.util.List;
import java.util.Optional;

/**
 * One account as who gives roles sees it.
 *
 * @param own whether it is his own, of which he changes nothing here
 * @param password the new one, which is shown this once
 * @param scopes for which a role can be given
 */
public record AccountView(
    AccountCard card,
    boolean own,
    Optional<String> password,
    List<Role> roles,
    List<Scope> scopes,
    Optional<AccountFault> fault)
    implements PageView {

  public AccountView {
    roles = List.copyOf(roles);
    scopes = List.copyOf(scopes);
  }

  /**
   * An archive, with its fonds.
   *
   * @param value names it in a form
   */
  public record Scope(String value, Text label, List<Scope> fonds) {

    public Scope {
      fonds = List.copyOf(fonds);
    }
  }

  @Override
  public String template() {
    return "account";
  }
}
