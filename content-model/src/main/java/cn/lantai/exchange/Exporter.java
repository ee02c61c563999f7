package cn.lantai.exchange;

import cn.lantai.entity.EntityIri;
import cn.lantai.stage.GraphStore;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Exports from one stage, as it is at the moment of the call. Safe for use by many threads. */
public final class Exporter {

  private final GraphStore stage;

  public Exporter(GraphStore stage) {
    this.stage = stage;
  }

  /**
   * Writes to a stream, which is left open; what was written before a failure stays written.
   *
   * @throws NotExportableException if there is nothing of that scope, or the format cannot hold it
   */
  public ExportReport write(
      Scope scope, ExportFormat format, OutputStream out, Export.Progress progress)
      throws IOException {
    return reading(scope, progress, export -> format.write(export, out));
  }

  /**
   * Writes a file or, in a format of several files, a folder: the format's own kind of file if the
   * name has its extension, compressed if the name ends in {@code .gz}, a folder otherwise. It is
   * written beside and renamed when it is whole, so a failure leaves what was there before.
   *
   * @throws NotExportableException if there is nothing of that scope, the format cannot hold it, or
   *     a folder is there already
   */
  public ExportReport write(Scope scope, ExportFormat format, Path target, Export.Progress progress)
      throws IOException {
    return Whole.write(
        target,
        part -> reading(scope, progress, export -> writePart(export, format, target, part)));
  }

  private static void writePart(Export export, ExportFormat format, Path whole, Path part)
      throws IOException {
    String name = whole.getFileName().toString();
    boolean packed = name.endsWith(".gz");
    if (format instanceof FolderFormat several
        && !packed
        && !name.endsWith("." + format.extension())) {
      requireNewFolder(whole);
      Files.createDirectory(part);
      several.writeFolder(export, part);
      return;
    }
    try (FileOutputStream file = new FileOutputStream(part.toFile())) {
      if (packed) {
        GZIPOutputStream gzip = new GZIPOutputStream(file, 1 << 16);
        format.write(export, gzip);
        gzip.finish();
      } else {
        format.write(export, file);
      }
      file.getFD().sync();
    }
  }

  private static void requireNewFolder(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> content =
        Files.isDirectory(folder) ? Files.list(folder) : Stream.of(folder)) {
      if (content.findAny().isPresent()) {
        throw new NotExportableException(
            "已有 " + folder + " ：请换一个新文件夹。", folder + " is there already: choose a new folder.");
      }
    }
  }

  private ExportReport reading(Scope scope, Export.Progress progress, Work work)
      throws IOException {
    try {
      return Holdings.read(
          stage,
          holdings -> {
            Export export = new Export(holdings, scope, progress);
            try {
              requireSomething(holdings, scope, export);
              work.run(export);
            } catch (IOException failure) {
              throw new UncheckedIOException(failure);
            }
            return export.report();
          });
    } catch (UncheckedIOException failure) {
      throw failure.getCause();
    }
  }

  private static void requireSomething(Holdings holdings, Scope scope, Export export)
      throws NotExportableException {
    List<EntityIri> wanted = scope instanceof Scope.Entities some ? some.entities() : export.tops();
    boolean missing = wanted.stream().anyMatch(entity -> !holdings.has(entity));
    if (missing || (wanted.isEmpty() && !(scope instanceof Scope.Everything))) {
      throw new NotExportableException(
          "没有可导出的内容：所指的全宗、机构或条目不在库中（或尚未公开）。",
          "Nothing to export: the fonds, archive or entity is not there (or not public).");
    }
  }

  @FunctionalInterface
  private interface Work {
    void run(Export export) throws IOException;
  }
}
