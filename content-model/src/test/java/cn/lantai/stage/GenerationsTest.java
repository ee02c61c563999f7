package cn.lantai.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerationsTest {

  private static final int FILES = 50;

  @TempDir private Path folder;

  @Test
  void filesMayComeAndGoWhileTheirSizeIsAsked() throws Exception {
    Path index = Files.createDirectories(folder.resolve("index"));
    Files.write(index.resolve("stays"), new byte[100]);
    AtomicBoolean enough = new AtomicBoolean();
    ExecutorService writer = Executors.newSingleThreadExecutor();
    try {
      Future<?> work = writer.submit(() -> comeAndGo(index, enough));
      for (int i = 0; i < 500; i++) {
        Generations.bytes(folder);
      }
      enough.set(true);
      work.get();
    } finally {
      writer.shutdown();
    }
    assertEquals(100, Generations.bytes(folder));
  }

  @Test
  void aFolderThatIsNotThereHasNoSize() {
    assertThrows(UncheckedIOException.class, () -> Generations.bytes(folder.resolve("none")));
  }

  @Test
  void whatComesWhileAGenerationCatchesUpIsGrowthAlready() throws IOException {
    Generations generations = new Generations(folder);
    Path made = generations.begin();
    try (RandomAccessFile file = new RandomAccessFile(made.resolve("graph").toFile(), "rw")) {
      file.setLength(100L << 20);
      Generations.note(made, 10);
      file.setLength(300L << 20);
    }
    long number = generations.complete();
    assertTrue(generations.isOvergrown(number, () -> 10));
    assertFalse(generations.isOvergrown(number, () -> 100), "there is ten times as much to keep");
  }

  private static void comeAndGo(Path index, AtomicBoolean enough) {
    try {
      while (!enough.get()) {
        for (int i = 0; i < FILES; i++) {
          Files.write(index.resolve("segment" + i), new byte[10]);
        }
        for (int i = 0; i < FILES; i++) {
          Files.delete(index.resolve("segment" + i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
