package cn.lantai.exchange;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Cells;
import cn.lantai.table.Tables;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** One workbook with a sheet for each table that an import reads; every cell is text. */
final class XlsxFormat implements ExportFormat {

  private static final int MAX_CELL = 32_767;

  @Override
  public String name() {
    return "xlsx";
  }

  @Override
  public String extension() {
    return "xlsx";
  }

  @Override
  public String mediaType() {
    return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  }

  @Override
  public void write(Export export, OutputStream out) throws IOException {
    try (TableWorkbook workbook = new TableWorkbook(Tables.exported())) {
      export.walk(new TableRows(export, (entity, rows) -> take(entity, rows, workbook, export)));
      workbook.write(out);
    }
  }

  private static void take(
      EntityIri entity, List<Cells> rows, TableWorkbook workbook, Export export) {
    boolean fits =
        rows.stream()
            .flatMap(row -> row.values().values().stream())
            .allMatch(value -> value.length() <= MAX_CELL);
    if (fits) {
      rows.forEach(workbook::add);
    } else {
      export
          .report()
          .problem(
              entity,
              LocalizedText.of(
                  "有单元格超过 32767 字，工作簿装不下，未写出",
                  "A cell has more than 32,767 characters, which no workbook holds; left out"),
              LocalizedText.of("请改用 CSV 导出", "Export CSV instead"));
    }
  }
}
