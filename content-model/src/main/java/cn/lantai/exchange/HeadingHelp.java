package cn.lantai.exchange;

import cn.lantai.ontology.Choice;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.Obligation;
import cn.lantai.ontology.ValueType;
import cn.lantai.table.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.ClientAnchor;
import org.apache.poi.ss.usermodel.Comment;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Drawing;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFRichTextString;

/** What the profile says of a column, for who fills the sheet. */
final class HeadingHelp {

  /** A list of choices in a cell holds no more. */
  private static final int MAX_LIST = 255;

  private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();

  private HeadingHelp() {}

  static void add(SXSSFSheet sheet, int column, Column described) {
    described.element().ifPresent(element -> comment(sheet, column, described, element));
    described
        .element()
        .filter(element -> element.zh().equals(described.heading()))
        .ifPresent(element -> choices(sheet, column, element));
  }

  private static void comment(SXSSFSheet sheet, int column, Column described, Element element) {
    Drawing<?> drawing = sheet.createDrawingPatriarch();
    ClientAnchor anchor = sheet.getWorkbook().getCreationHelper().createClientAnchor();
    anchor.setCol1(column);
    anchor.setRow1(0); // where the anchor begins is the cell that the comment belongs to
    anchor.setCol2(column + 4);
    anchor.setRow2(8);
    Comment comment = drawing.createCellComment(anchor);
    comment.setAuthor("Lantai");
    comment.setString(new XSSFRichTextString(text(described, element)));
  }

  private static String text(Column described, Element element) {
    List<String> lines = new ArrayList<>();
    lines.add(described.english());
    lines.add(obligations(element));
    lines.add(element.help("zh"));
    lines.add(element.help("en"));
    lines.removeIf(String::isBlank);
    return String.join("\n", lines);
  }

  private static String obligations(Element element) {
    List<String> levels = new ArrayList<>();
    for (Level level : Level.values()) {
      Optional<Obligation> obligation = element.obligation(level);
      obligation.ifPresent(is -> levels.add(level.label("zh") + " " + is.label("zh")));
    }
    return String.join("，", levels);
  }

  private static void choices(SXSSFSheet sheet, int column, Element element) {
    String[] choices = element.choices().stream().map(Choice::zh).toArray(String[]::new);
    if (choices.length == 0 || String.join(",", choices).length() > MAX_LIST) {
      return;
    }
    DataValidationHelper helper = sheet.getDataValidationHelper();
    DataValidation validation =
        helper.createValidation(
            helper.createExplicitListConstraint(choices),
            new CellRangeAddressList(1, LAST_ROW, column, column));
    validation.setShowErrorBox(element.type() == ValueType.TERM);
    sheet.addValidationData(validation);
  }
}
