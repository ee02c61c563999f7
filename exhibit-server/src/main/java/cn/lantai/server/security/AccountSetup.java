package cn.lantai.server.security;

import cn.lantai.server.problem.Problem;
import cn.lantai.server.problem.Problem.Message;
import cn.lantai.server.rights.Grant;
import cn.lantai.server.rights.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What somebody who has signed in does before anything else: choose a password that nobody else
 * knows, and set up a second factor if the operator demands one of him (OWASP ASVS 4.0.3, 2.3.1 and
 * 4.3.1).
 */
@ApplicationScoped
public class AccountSetup {

  /** Who watches over others, or over the system. */
  private static final Set<Role> ADMINISTRATORS =
      EnumSet.of(
          Role.SOLE_ADMINISTRATOR,
          Role.SYSTEM_ADMINISTRATOR,
          Role.SECURITY_ADMINISTRATOR,
          Role.AUDIT_ADMINISTRATOR);

  /** Of whom a second factor is demanded. */
  enum Demand {
    NOBODY,
    ADMINISTRATORS,
    EVERYBODY;

    static Demand of(String setting) {
      return switch (setting) {
        case "optional" -> NOBODY;
        case "administrators" -> ADMINISTRATORS;
        case "everybody" -> EVERYBODY;
        default ->
            throw new IllegalStateException(
                "LANTAI_SECOND_FACTOR: optional | administrators | everybody");
      };
    }
  }

  private Demand demand;

  /** For the container, which needs it to make a proxy. */
  public AccountSetup() {}

  @Inject
  AccountSetup(@ConfigProperty(name = "lantai.second.factor") String setting) {
    demand = Demand.of(setting);
  }

  /** Why the account is good for nothing yet; empty if it is. */
  Optional<Problem> missing(Account account) {
    if (account.oneTime()) {
      return Optional.of(passwordFirst());
    }
    return lacksSecondFactor(account) ? Optional.of(secondFactorFirst()) : Optional.empty();
  }

  boolean lacksSecondFactor(Account account) {
    return !account.secondFactor()
        && switch (demand) {
          case NOBODY -> false;
          case ADMINISTRATORS ->
              account.grants().stream().map(Grant::role).anyMatch(ADMINISTRATORS::contains);
          case EVERYBODY -> true;
        };
  }

  private static Problem passwordFirst() {
    return new Problem(
        403,
        "one-time-password",
        new Message("请先修改密码", "Change the password first"),
        new Message(
            "您的密码是别人设的，只能用来修改密码。请到 " + OwnAccountPages.PATH + " 换成自己的。",
            "Somebody else gave you this password, and it is good for nothing but changing it."
                + " Choose your own at "
                + OwnAccountPages.PATH
                + "."));
  }

  private static Problem secondFactorFirst() {
    return new Problem(
        403,
        "second-factor-needed",
        new Message("请先设置第二重验证", "Set up a second factor first"),
        new Message(
            "本系统要求您登录时还要输入验证码。请到 " + OwnAccountPages.PATH + " 设置。",
            "This system demands a second factor of you. Set it up at "
                + OwnAccountPages.PATH
                + "."));
  }
}
