package cn.lantai.server.site.view;

import java.util.List;
import java.util.Optional;

/**
 * The accounts, and a form for another one.
 *
 * @param separate whether 三员分立 is in force
 * @param name as typed in the form that was refused
 */
public record AccountsView(
    List<AccountCard> accounts,
    boolean separate,
    String name,
    String person,
    Optional<AccountFault> fault)
    implements PageView {

  public AccountsView {
    accounts = List.copyOf(accounts);
  }

  @Override
  public String template() {
    return "accounts";
  }
}
