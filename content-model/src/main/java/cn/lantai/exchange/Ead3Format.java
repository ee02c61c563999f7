package cn.lantai.exchange;

import cn.lantai.entity.EntityIri;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** EAD3 1.1, one document for each fonds (or for the one set that was asked for). */
final class Ead3Format implements FolderFormat {

  @Override
  public String name() {
    return "ead3";
  }

  @Override
  public String extension() {
    return "xml";
  }

  @Override
  public String mediaType() {
    return "application/xml";
  }

  @Override
  public void write(Export export, OutputStream out) throws IOException {
    if (export.tops().size() != 1) {
      throw new NotExportableException(
          "一个 EAD 文件只装一个全宗：请指定全宗，或导出到文件夹。",
          "An EAD file holds one fonds: name it, or export to a folder.");
    }
    write(export, export.tops().get(0), out);
  }

  @Override
  public void writeFolder(Export export, Path folder) throws IOException {
    for (EntityIri top : export.tops()) {
      try (OutputStream file = Files.newOutputStream(folder.resolve(top.key() + ".xml"))) {
        write(export, top, file);
      }
    }
  }

  private static void write(Export export, EntityIri top, OutputStream out) throws IOException {
    BufferedOutputStream buffer = new BufferedOutputStream(out, 1 << 16);
    export.walkTree(top, new Ead3Writer(export, buffer));
    buffer.flush();
  }
}
