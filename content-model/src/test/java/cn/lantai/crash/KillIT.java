package cn.lantai.crash;

import static org.junit.jupiter.api.Assumptions.abort;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
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
    new KillProgram(folder, KillProgram::h2, seed).run(2);
  }

  /** Skipped where no PostgreSQL can be started, as when the tests run as root without unshare. */
  @Test
  void nothingIsLostOrHalfThereOnPostgres() throws Exception {
    EmbeddedPostgres started;
    try {
      started = EmbeddedPostgres.start();
    } catch (IOException | RuntimeException e) {
      abort("No PostgreSQL could be started: " + e);
      return;
    }
    try (EmbeddedPostgres server = started) {
      KillProgram.say("KillIT on PostgreSQL, seed %d", seed);
      new KillProgram(folder, data -> KillProgram.postgres(server.getPort(), data), seed).run(1);
    }
  }
}
