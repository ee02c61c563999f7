package cn.lantai.server.preservation;

import cn.lantai.entity.LocalizedText;
import cn.lantai.preservation.BagReader;
import cn.lantai.preservation.PreservationException;
import cn.lantai.server.command.Command;
import cn.lantai.server.command.CommandContext;
import cn.lantai.server.command.CommandException;
import cn.lantai.server.command.JobCommand;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code verify}: journal and media of this system. {@code verify BACKUP}: a backup. */
@ApplicationScoped
public class VerifyCommand implements Command {

  private static final int NAMED = 20;

  @Inject JobCommand job;

  @Override
  public String name() {
    return "verify";
  }

  @Override
  public boolean run(CommandContext context)
      throws CommandException, IOException, InterruptedException {
    Optional<Path> backup = context.arguments().path(0);
    return backup.isPresent()
        ? verify(backup.get(), context)
        : job.run(context, VerifyJob.NAME, Map.of());
  }

  private static boolean verify(Path backup, CommandContext context)
      throws CommandException, IOException {
    try (BagReader bag = BagReader.open(backup)) {
      List<String> found =
          bag.check((done, total, step) -> context.progress(done, total, step.zh()));
      found.stream().limit(NAMED).forEach(line -> context.say("  " + line));
      int files = bag.files().size();
      context.say(
          found.isEmpty()
              ? LocalizedText.of(
                  "备份完好：" + files + " 个文件与清单一致。",
                  "The backup is intact: " + files + " files are as its manifests say.")
              : LocalizedText.of(
                  "备份有 " + found.size() + " 处不符。",
                  "The backup is damaged: " + found.size() + " faults."));
      return found.isEmpty();
    } catch (PreservationException refused) {
      throw new CommandException(refused.text());
    }
  }
}
