package cn.lantai.server.render;

import cn.lantai.server.rights.Permission;
import cn.lantai.server.rights.Role;
import cn.lantai.server.site.view.AccountCard;
import cn.lantai.server.site.view.AccountFault;
import cn.lantai.server.site.view.AccountView;
import cn.lantai.server.site.view.AccountsView;
import cn.lantai.server.site.view.OwnAccountView;
import cn.lantai.server.site.view.PageView;
import cn.lantai.server.site.view.Text;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages about accounts. */
final class AccountFixture {

  private static final Instant NOW = Instant.parse("2026-11-22T08:30:00Z");

  private AccountFixture() {}

  static Map<String, PageView> pages() {
    AccountCard admin = card("admin", "", List.of(line(Role.SOLE_ADMINISTRATOR, Optional.empty())));
    AccountCard curator =
        card(
            "wang.lan",
            "王兰",
            List.of(
                line(Role.CURATOR, Optional.of(Text.zh("X043　茅盾全宗"))),
                line(Role.READER, Optional.empty())));
    return Map.of(
        "/workbench/accounts",
        new AccountsView(List.of(admin, curator), false, "", "", Optional.empty()),
        "/workbench/accounts?refused",
        new AccountsView(List.of(), true, "王 兰", "", Optional.of(AccountFault.NAME)),
        "/workbench/accounts/wang.lan",
        new AccountView(
            curator,
            false,
            Optional.of("abcd-efgh-ijkm-npqr"),
            Role.given(),
            List.of(
                new AccountView.Scope(
                    "organisation/o1",
                    Text.zh("桐乡市档案馆"),
                    List.of(new AccountView.Scope("set/f1", Text.zh("X043　茅盾全宗"), List.of())))),
            Optional.of(AccountFault.SEPARATE)),
        "/workbench/account",
        own(curator, Optional.empty(), List.of(), Optional.of(OwnAccountView.Done.PASSWORD)),
        "/workbench/account?setup",
        own(
            admin,
            Optional.of(new OwnAccountView.Setup("ABCD EFGH", 29, "M4 4h1v1h-1z")),
            List.of("abcd-efgh-ijkm-npqr"),
            Optional.empty()));
  }

  private static OwnAccountView own(
      AccountCard card,
      Optional<OwnAccountView.Setup> setup,
      List<String> codes,
      Optional<OwnAccountView.Done> done) {
    return new OwnAccountView(
        card,
        12,
        setup.isPresent(),
        List.of(
            new OwnAccountView.Session("h1", NOW, NOW, "127.0.0.1", "Firefox", true),
            new OwnAccountView.Session("h2", NOW, NOW, "10.1.2.3", "Chromium", false)),
        7,
        setup,
        codes,
        codes.isEmpty() ? List.of() : List.of(token("夜间同步目录到市馆平台的程序", false), token("旧脚本", true)),
        EnumSet.of(Permission.SEE, Permission.DESCRIBE, Permission.IMPORT),
        List.of(30, 90),
        codes.isEmpty() ? Optional.empty() : Optional.of("lantai_abcdefghijkmnpqrstuvwxyz23456789"),
        Optional.of(new OwnAccountView.Provider("市档案局", codes.isEmpty(), false)),
        done,
        done.isEmpty() ? Optional.of(AccountFault.CODE) : Optional.empty());
  }

  private static OwnAccountView.Token token(String label, boolean ended) {
    return new OwnAccountView.Token(
        1,
        label,
        EnumSet.of(Permission.SEE, Permission.IMPORT),
        NOW,
        NOW,
        ended,
        ended ? Optional.empty() : Optional.of(LocalDate.of(2026, 11, 21)));
  }

  private static AccountCard card(String name, String person, List<AccountCard.GrantLine> grants) {
    return new AccountCard(
        name,
        person,
        "/workbench/accounts/" + name,
        false,
        !person.isEmpty(),
        !person.isEmpty(),
        grants);
  }

  private static AccountCard.GrantLine line(Role role, Optional<Text> where) {
    return new AccountCard.GrantLine(role, where.isPresent() ? "set/f1" : "", where);
  }
}
