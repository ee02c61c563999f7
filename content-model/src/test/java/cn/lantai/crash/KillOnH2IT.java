package cn.lantai.crash;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill of each kind; {@link KillProgram} does it as often as one likes. */
class KillOnH2IT {

  @TempDir Path folder;

  @Test
  void nothingIsLostOrHalfThere() throws Exception {
    long seed = System.nanoTime();
    KillProgram.say("A kill of each kind on H2, seed %d", seed);
    new KillProgram(folder, KillProgram::h2, seed).run(1);
  }
}
