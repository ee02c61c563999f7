package cn.lantai.server.command;

import cn.lantai.entity.LocalizedText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds a command and runs it. */
@ApplicationScoped
public class Commands {

  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  @Inject @Any Instance<Command> commands;

  public boolean isKnown(String name) {
    return find(name).isPresent();
  }

  /**
   * Runs the command; whatever fails is said in {@code context}.
   *
   * @return whether all is well
   */
  public boolean run(String name, CommandContext context) {
    LOG.info("Command {} starts", name);
    try {
      boolean well =
          find(name)
              .orElseThrow(() -> new IllegalArgumentException("There is no command " + name))
              .run(context);
      LOG.info("Command {} ended {}", name, well ? "well" : "with findings");
      return well;
    } catch (CommandException refused) {
      LOG.info("Command {} was refused: {}", name, refused.getMessage());
      context.say(refused.text());
    } catch (Exception failure) {
      LOG.error("Command {} failed", name, failure);
      String reason =
          Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
      context.say(
          LocalizedText.of("命令失败：" + reason + "（详见日志）", "Failed: " + reason + " (see the log)"));
    }
    return false;
  }

  private Optional<Command> find(String name) {
    return commands.stream().filter(command -> command.name().equals(name)).findFirst();
  }
}
