package cn.lantai.server.runtime;

import cn.lantai.stage.NoRoomException;
import cn.lantai.stage.Room;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The room on the disk of the data folder. Jobs and stages stop while there is still a reserve, so
 * that the database never meets a full disk, and go on when there is twice the reserve.
 */
@ApplicationScoped
public class DiskRoom implements Room {

  /** PostgreSQL's class 53, insufficient resources: 53100 disk_full. */
  private static final String DISK_FULL = "53100";

  @Inject Settings settings;

  /** In MiB. */
  @Inject
  @ConfigProperty(name = "lantai.room.reserve")
  long reserve;

  @Override
  public boolean isShort(long bytes) {
    return Room.on(settings.data(), reserve << 20).isShort(bytes);
  }

  boolean isEnoughToGoOn() {
    return !isShort(reserve << 20);
  }

  /** What the operator is told. */
  String sentence() {
    return "磁盘已满，任务停下：请腾出空间（至少 %d MiB），任务会自动继续。No room on the disk: free at least %d MiB; the job goes on by itself."
        .formatted(2 * reserve, 2 * reserve);
  }

  /** Whether something failed because a disk is full. */
  public static boolean isMissing(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
      if (cause instanceof NoRoomException
          || message.contains("no space left")
          || message.contains("not enough space")
          || message.contains("disk quota exceeded")
          || cause instanceof SQLException sql && DISK_FULL.equals(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }
}
