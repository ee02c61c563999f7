package cn.lantai.ingest.source;

import cn.lantai.entity.LocalizedText;
import cn.lantai.table.Place;
import cn.lantai.table.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler.SheetContentsHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;

/** Collects the cells of one sheet into rows; the first that is not blank is the header. */
final class SheetRows implements SheetContentsHandler {

  private static final String ERROR_VALUE = "ERROR:";

  private final String file;
  private final String sheet;
  private final List<MergedRows> merged;
  private final Source.Sink sink;
  private final List<String> cells = new ArrayList<>();
  private final List<Integer> formulas = new ArrayList<>();
  private Header header;
  private boolean formula;
  private int column;

  SheetRows(String file, String sheet, List<MergedRows> merged, Source.Sink sink) {
    this.file = file;
    this.sheet = sheet;
    this.merged = merged;
    this.sink = sink;
  }

  /** The cell being read is a formula. */
  void formula() {
    formula = true;
  }

  void endCell() {
    if (formula) {
      formulas.add(column - 1);
    }
    formula = false;
  }

  @Override
  public void startRow(int number) {
    cells.clear();
    formulas.clear();
    column = 0;
  }

  @Override
  public void cell(String reference, String value, XSSFComment comment) {
    column = reference == null ? column : new CellReference(reference).getCol();
    while (cells.size() <= column && column <= Limits.COLUMNS) {
      cells.add("");
    }
    if (column < cells.size()) {
      cells.set(column, value == null ? "" : value.strip());
    }
    column++;
  }

  @Override
  public void endRow(int number) {
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    try {
      if (header == null) {
        header = new Header(cells);
      } else {
        sink.row(row(number + 1L));
      }
    } catch (IOException stopped) {
      throw new UncheckedIOException(stopped);
    }
  }

  private SourceRow row(long number) {
    Place place = new Place(file, number, sheet + "!" + number);
    List<Problem> problems = new ArrayList<>();
    for (int i = 0; i < cells.size(); i++) {
      String value = cells.get(i);
      if (i >= header.size() && !value.isEmpty()) {
        problems.add(Limits.rowTooLong(place, value));
        break;
      }
      if (value.length() > Limits.CELL) {
        problems.add(Limits.cellTooLong(place, heading(i), value));
      }
      if (value.startsWith(ERROR_VALUE)) {
        problems.add(
            Problem.error(
                place,
                heading(i),
                value.substring(ERROR_VALUE.length()),
                LocalizedText.of("公式出错，没有结果", "The formula has an error instead of a result"),
                LocalizedText.of("请改正公式，或直接填写内容", "Mend the formula, or write the value")));
      }
    }
    formulas.forEach(i -> problems.add(formulaIn(place, i)));
    merged.stream().filter(area -> area.touches(number)).forEach(a -> problems.add(in(place, a)));
    return new SourceRow(sheet, place, header, cells, problems);
  }

  private Problem formulaIn(Place place, int column) {
    String value = column >= 0 && column < cells.size() ? cells.get(column) : "";
    return value.isEmpty()
        ? Problem.error(
            place,
            heading(column),
            "",
            LocalizedText.of("公式没有保存结果", "The formula was saved without its result"),
            LocalizedText.of(
                "请在表格软件中重新计算并保存，或粘贴为数值", "Recalculate and save the workbook, or paste as values"))
        : Problem.warning(
            place,
            heading(column),
            value,
            LocalizedText.of("这一格是公式，按保存时的结果收入", "A formula; its saved result was taken"),
            LocalizedText.of("请核对，或粘贴为数值", "Check it, or paste as values"));
  }

  private static Problem in(Place place, MergedRows area) {
    return Problem.warning(
        place,
        "",
        area.ref(),
        LocalizedText.of(
            "此行有合并的单元格，只有左上一格有内容",
            "Merged cells in this row; only the first of them has the value"),
        LocalizedText.of("请取消合并，并在每一格填写", "Unmerge them and fill each cell"));
  }

  private String heading(int column) {
    return column >= 0 && column < header.size() ? header.names().get(column) : "";
  }
}
