package cn.lantai.opening.model;

import cn.lantai.opening.Outcome;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.BinaryFileDataReader;
import opennlp.tools.ml.model.GenericModelReader;
import opennlp.tools.ml.model.GenericModelWriter;

/**
 * Keeps what came of a training. Whoever finds no file, or one that he cannot read, trains anew.
 */
public final class ModelFile {

  private static final int MAKE = 1;

  private ModelFile() {}

  /** Puts it in the place of what was there, whole or not at all. */
  public static void write(Trainer.Trained trained, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    Path half = file.resolveSibling(file.getFileName() + ".new");
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(half)))) {
      out.writeInt(MAKE);
      write(trained.quality().decisions(), out);
      write(trained.quality().known(), out);
      out.writeDouble(trained.quality().accuracy());
      out.writeDouble(trained.quality().baseline());
      out.writeBoolean(trained.model().isPresent());
      if (trained.model().isPresent()) {
        new GenericModelWriter(trained.model().get().learnt(), out).persist();
      }
    }
    Files.move(half, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Empty if there is no such file. */
  public static Optional<Trainer.Trained> read(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (in.readInt() != MAKE) {
        return Optional.empty();
      }
      Quality quality = new Quality(counts(in), counts(in), in.readDouble(), in.readDouble());
      if (!in.readBoolean()) {
        return Optional.of(new Trainer.Trained(quality, Optional.empty()));
      }
      AbstractModel model = new GenericModelReader(new BinaryFileDataReader(in)).getModel();
      return Optional.of(
          new Trainer.Trained(quality, Optional.of(new OpeningModel(model, quality))));
    }
  }

  private static void write(Map<Outcome, Integer> counts, DataOutputStream out) throws IOException {
    for (Outcome outcome : Outcome.values()) {
      out.writeInt(counts.getOrDefault(outcome, 0));
    }
  }

  private static Map<Outcome, Integer> counts(DataInputStream in) throws IOException {
    Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    for (Outcome outcome : Outcome.values()) {
      int count = in.readInt();
      if (count > 0) {
        counts.put(outcome, count);
      }
    }
    return counts;
  }
}
