package cn.lantai.crash;

import cn.lantai.testing.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A kill of each kind; {@link KillProgram} does it as often as one likes. Skipped where no
 * PostgreSQL can be started.
 */
class KillOnPostgresIT {

  @TempDir Path folder;

  @Test
  void nothingIsLostOrHalfThere() throws Exception {
    long seed = System.nanoTime();
    try (Postgres server = Postgres.startOrSkip()) {
      KillProgram.say("A kill of each kind on PostgreSQL, seed %d", seed);
      new KillProgram(folder, KillProgram.in(server), seed).run(1);
    }
  }
}
