package cn.lantai.exchange;

import cn.lantai.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The tables without rows: headings with their help, and lists where there is a choice. */
public final class TemplateWorkbook {

  private TemplateWorkbook() {}

  /** If the writing fails, what was there before stays. */
  public static void write(Path target) throws IOException {
    Whole.write(
        target,
        part -> {
          try (TableWorkbook workbook = new TableWorkbook(Tables.columns());
              OutputStream out = Files.newOutputStream(part)) {
            workbook.write(out);
            return part;
          }
        });
  }
}
