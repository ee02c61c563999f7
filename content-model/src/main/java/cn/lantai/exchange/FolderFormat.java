package cn.lantai.exchange;

import java.io.IOException;
import java.nio.file.Path;

/** A format that can also be written as several files. */
public interface FolderFormat extends ExportFormat {

  /**
   * @param folder empty
   */
  void writeFolder(Export export, Path folder) throws IOException;
}
