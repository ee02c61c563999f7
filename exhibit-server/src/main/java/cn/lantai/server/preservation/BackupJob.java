package cn.lantai.server.preservation;

import cn.lantai.entity.LocalizedText;
import cn.lantai.journal.Journal;
import cn.lantai.media.MediaStore;
import cn.lantai.preservation.Backup;
import cn.lantai.server.runtime.Build;
import cn.lantai.server.runtime.Database;
import cn.lantai.server.runtime.JobContext;
import cn.lantai.server.runtime.JobKind;
import cn.lantai.server.runtime.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** Writes a backup to {@code target}; without access files if {@code access} is "false". */
@ApplicationScoped
public class BackupJob implements JobKind {

  static final String NAME = "backup";
  static final String TARGET = "target";
  static final String ACCESS = "access";

  private static final int NAMED = 5;

  @Inject Database database;
  @Inject Journal journal;
  @Inject MediaStore media;
  @Inject Settings settings;

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public LocalizedText title() {
    return LocalizedText.of("备份", "Backup");
  }

  @Override
  public Lane lane() {
    return Lane.UPKEEP;
  }

  @Override
  public void run(JobContext context) throws IOException, SQLException {
    Path target = Path.of(context.parameters().get(TARGET));
    boolean withAccess = !"false".equals(context.parameters().get(ACCESS));
    Backup backup =
        new Backup(
            database.dataSource(),
            journal,
            media,
            settings.data(),
            new Backup.Origin(settings.baseUrl() + "/", Build.version()));
    Backup.Result made =
        backup.write(
            target,
            new Backup.Options(withAccess, settings.digests()),
            (done, total, step) -> context.progress(done, total, step.zh()));
    if (!made.leftOut().isEmpty()) {
      String some = String.join(", ", made.leftOut().stream().limit(NAMED).toList());
      throw new IllegalStateException(
          "备份已写成，但有 %d 个影像文件损坏而未收入：%s\nThe backup is written, but %d damaged media files were left out: %s"
              .formatted(made.leftOut().size(), some, made.leftOut().size(), some));
    }
    String rows = made.inventory().values().get("journal.rows");
    context.progress(
        1,
        1,
        "已备份到 %s ：\nBacked up to %s:\n  journal.rows=%s\n  journal.hash=%s\n  media.originals=%s (%s bytes)"
            .formatted(
                target,
                target,
                rows,
                made.inventory().values().get("journal.hash"),
                made.inventory().values().get("media.originals"),
                made.inventory().values().get("media.originals.bytes")));
  }
}
