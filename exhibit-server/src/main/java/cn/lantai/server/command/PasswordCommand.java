package cn.lantai.server.command;

import cn.lantai.entity.LocalizedText;
import cn.lantai.server.security.Accounts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Gives an account, the administrator's if none is named, a new random password, and takes its
 * second factor away; this output is the only place that has it.
 */
@ApplicationScoped
public class PasswordCommand implements Command {

  @Inject Accounts accounts;

  @Override
  public String name() {
    return "password";
  }

  @Override
  public boolean run(CommandContext context) throws CommandException {
    String name =
        context.arguments().positional().stream().findFirst().orElse(Accounts.ADMINISTRATOR);
    String password =
        accounts
            .renewPassword(name)
            .orElseThrow(
                () ->
                    new CommandException(
                        LocalizedText.of("没有账号 " + name, "There is no account " + name)));
    context.say("  用户名  User      " + name);
    context.say("  密码    Password  " + password);
    return true;
  }
}
