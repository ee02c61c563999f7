package cn.lantai.crash;

import cn.lantai.crash.Victim.Work;
import cn.lantai.testing.Postgres;
import java.nio.file.Path;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kill of each kind that writes to the database most; {@link KillProgram} does the others, and as
 * often as one likes. Skipped where no PostgreSQL can be started.
 */
class KillOnPostgresIT {

  @TempDir Path folder;

  @Test
  void nothingIsLostOrHalfThere() throws Exception {
    long seed = System.nanoTime();
    try (Postgres server = Postgres.startOrSkip()) {
      KillProgram.say("A kill of an edit and of an import on PostgreSQL, seed %d", seed);
      new KillProgram(folder, KillProgram.in(server), seed)
          .run(1, EnumSet.of(Work.EDIT, Work.IMPORT));
    }
  }
}
