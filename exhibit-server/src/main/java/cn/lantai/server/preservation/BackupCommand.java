package cn.lantai.server.preservation;

import cn.lantai.server.command.Command;
import cn.lantai.server.command.CommandContext;
import cn.lantai.server.command.JobCommand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;

/** {@code backup TARGET [--without-access]} */
@ApplicationScoped
public class BackupCommand implements Command {

  @Inject JobCommand job;

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public boolean run(CommandContext context) throws InterruptedException {
    return job.run(
        context,
        BackupJob.NAME,
        Map.of(
            BackupJob.TARGET, context.arguments().path(0).orElseThrow().toString(),
            BackupJob.ACCESS, Boolean.toString(!context.arguments().has("without-access"))));
  }
}
