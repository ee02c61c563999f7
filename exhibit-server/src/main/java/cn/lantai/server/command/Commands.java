package cn.lantai.server.command;

import cn.lantai.entity.LocalizedText;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditKey;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.audit.AuditNote;
import cn.lantai.server.audit.AuditOutcome;
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
  @Inject AuditLog log;

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
      Command command =
          find(name).orElseThrow(() -> new IllegalArgumentException("There is no command " + name));
      if (command.keepsDatabase()) {
        log.note(note(AuditAction.COMMAND_BEGUN, name, context));
      }
      boolean well = command.run(context);
      noteEnd(name, context, well ? AuditOutcome.DONE : AuditOutcome.FAILED);
      LOG.info("Command {} ended {}", name, well ? "well" : "with findings");
      return well;
    } catch (CommandException refused) {
      LOG.info("Command {} was refused: {}", name, refused.getMessage());
      noteEnd(name, context, AuditOutcome.REFUSED);
      context.say(refused.text());
    } catch (Exception failure) {
      LOG.error("Command {} failed", name, failure);
      noteEnd(name, context, AuditOutcome.FAILED);
      String reason =
          Optional.ofNullable(failure.getMessage()).orElse(failure.getClass().getSimpleName());
      context.say(
          LocalizedText.of("命令失败：" + reason + "（详见日志）", "Failed: " + reason + " (see the log)"));
    }
    return false;
  }

  /** What was done cannot be undone by a failure to note its end. */
  private void noteEnd(String name, CommandContext context, AuditOutcome outcome) {
    try {
      boolean fits = find(name).filter(Command::keepsDatabase).isPresent();
      if (fits || outcome == AuditOutcome.DONE) {
        log.note(note(AuditAction.COMMAND_ENDED, name, context).ended(outcome));
      }
    } catch (RuntimeException failure) {
      LOG.error("The end of command {} is not in the audit log", name, failure);
    }
  }

  private static AuditNote note(AuditAction action, String name, CommandContext context) {
    return AuditNote.of(action)
        .with(AuditKey.COMMAND, name)
        .with(AuditKey.ARGUMENTS, String.join(" ", context.arguments().positional()));
  }

  private Optional<Command> find(String name) {
    return commands.stream().filter(command -> command.name().equals(name)).findFirst();
  }
}
