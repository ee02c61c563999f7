package cn.lantai.server.preservation;

import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.Journal;
import cn.lantai.media.MediaStore;
import cn.lantai.preservation.BagReader;
import cn.lantai.preservation.Inventory;
import cn.lantai.preservation.PreservationException;
import cn.lantai.preservation.Reporter;
import cn.lantai.preservation.Restore;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.command.Command;
import cn.lantai.server.command.CommandContext;
import cn.lantai.server.command.CommandException;
import cn.lantai.server.runtime.Database;
import cn.lantai.server.runtime.Settings;
import cn.lantai.server.runtime.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** {@code restore BACKUP}: into an empty system, whose server does not run. */
@ApplicationScoped
public class RestoreCommand implements Command {

  private static final int NAMED = 20;

  @Inject Database database;
  @Inject Journal journal;
  @Inject AuditLog log;
  @Inject MediaStore media;
  @Inject Settings settings;
  @Inject Stores stores;

  @Override
  public String name() {
    return "restore";
  }

  @Override
  public boolean keepsDatabase() {
    return false;
  }

  @Override
  public boolean run(CommandContext context) throws CommandException, IOException, SQLException {
    if (context.online()) {
      throw new CommandException(
          LocalizedText.of(
              "请先停止服务；备份只能恢复到空的系统。",
              "Stop the server first; a backup is restored into an empty system only."));
    }
    Path source = context.arguments().path(0).orElseThrow();
    try (BagReader bag = BagReader.open(source)) {
      return restore(bag, context);
    } catch (PreservationException refused) {
      throw new CommandException(refused.text());
    }
  }

  private boolean restore(BagReader bag, CommandContext context) throws IOException, SQLException {
    Restore restore = new Restore(database.dataSource(), media, settings.data());
    Reporter reporter = (done, total, step) -> context.progress(done, total, step.zh());
    Inventory expected = restore.load(bag, reporter);
    boolean withAccess = expected.values().containsKey("media.access");
    List<String> faults = new ArrayList<>(restore.makeAccessFiles(reporter));
    context.progress(0, 0, "由日志重建查询库");
    stores.rebuild(row -> {});
    if (!journal.verify().intact()) {
      faults.add("journal: 哈希链断裂 the hash chain is broken");
    }
    if (!log.verify().intact()) {
      faults.add("audit: 哈希链断裂 the hash chain is broken");
    }
    Inventory found = restore.inventory(withAccess);
    faults.addAll(expected.differences(found));
    found.values().forEach((name, value) -> context.say("  " + name + "=" + value));
    if (faults.isEmpty()) {
      restore.finish();
      context.say(
          LocalizedText.of(
              "恢复完成：数量与摘要都与备份一致。", "Restored: all counts and digests are those of the backup."));
      return true;
    }
    context.say(
        LocalizedText.of(
            "恢复的内容与备份不一致（备份 ≠ 这里），系统不会启动：",
            "What was restored differs from the backup (backup ≠ here); the system will not"
                + " start:"));
    faults.stream().limit(NAMED).forEach(fault -> context.say("  " + fault));
    return false;
  }
}
