package cn.lantai.server.command;

import cn.lantai.server.security.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Gives the administrator a new random password; this output is the only place that has it. */
@ApplicationScoped
public class PasswordCommand implements Command {

  @Inject Accounts accounts;

  @Override
  public String name() {
    return "password";
  }

  @Override
  public boolean run(CommandContext context) {
    String password = accounts.renewAdministratorPassword();
    context.say("  用户名  User      " + Accounts.ADMINISTRATOR);
    context.say("  密码    Password  " + password);
    return true;
  }
}
