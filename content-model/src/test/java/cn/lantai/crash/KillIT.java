package cn.lantai.crash;

import cn.lantai.testing.Postgres;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A few kills of each kind; {@link KillProgram} does it as often as one likes. */
class KillIT {

  @TempDir Path folder;
  private final long seed = System.nanoTime();

  @Test
  void nothingIsLostOrHalfThereOnH2() throws Exception {
    KillProgram.say("KillIT on H2, seed %d", seed);
    new KillProgram(folder, KillProgram::h2, seed).run(1);
  }

  /** Skipped where no PostgreSQL can be started. */
  @Test
  void nothingIsLostOrHalfThereOnPostgres() throws Exception {
    try (Postgres server = Postgres.startOrSkip()) {
      KillProgram.say("KillIT on PostgreSQL, seed %d", seed);
      new KillProgram(folder, KillProgram.in(server), seed).run(1);
    }
  }
}
