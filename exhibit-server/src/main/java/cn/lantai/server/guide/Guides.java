package cn.lantai.server.guide;

import cn.lantai.server.security.Accounts;
import cn.lantai.server.security.Visitor;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Set;

/** Which guides who is asking has before him. */
@RequestScoped
public class Guides {

  /** The first steps in the workbench: before everybody until he closes it. */
  public static final String START = "start";

  /** An exhibition in ten minutes: before who asks for it. */
  public static final String EXHIBITION = "exhibition";

  static final Set<String> NAMES = Set.of(START, EXHIBITION);

  @Inject Accounts accounts;
  @Inject Visitor visitor;

  public boolean isOpen(String guide) {
    boolean turned =
        visitor.account().filter(account -> accounts.guides(account).contains(guide)).isPresent();
    return visitor.account().isPresent() && turned != isOpenAtFirst(guide);
  }

  void set(String guide, boolean open) {
    visitor
        .account()
        .ifPresent(account -> accounts.turnGuide(account, guide, open != isOpenAtFirst(guide)));
  }

  private static boolean isOpenAtFirst(String guide) {
    return guide.equals(START);
  }
}
