package cn.lantai.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.table.Column;
import cn.lantai.table.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemplateWorkbookTest {

  @TempDir private Path folder;

  @Test
  void hasASheetForEachTableWithItsHeadings() throws IOException {
    try (XSSFWorkbook workbook = template()) {
      assertEquals(Tables.columns().size(), workbook.getNumberOfSheets());
      XSSFRow header = workbook.getSheet("records").getRow(0);
      List<String> headings =
          IntStream.range(0, header.getLastCellNum())
              .mapToObj(i -> header.getCell(i).getStringCellValue())
              .toList();
      List<Column> columns = Tables.columns().get("records.csv");
      assertEquals(columns.stream().map(Column::heading).toList(), headings);
    }
  }

  @Test
  void saysOnEachHeadingWhatItIsForAndHowFarItMustBeGiven() throws IOException {
    try (XSSFWorkbook workbook = template()) {
      XSSFSheet sheet = workbook.getSheet("fonds");
      String help = sheet.getRow(0).getCell(0).getCellComment().getString().getString();
      assertTrue(help.contains("Lower-case letters"), help);
      assertTrue(
          sheet.getCellComments().values().stream()
              .anyMatch(comment -> comment.getString().getString().contains("全宗 必著")));
    }
  }

  @Test
  void offersTheChoices() throws IOException {
    try (XSSFWorkbook workbook = template()) {
      List<? extends DataValidation> lists = workbook.getSheet("records").getDataValidations();
      assertTrue(
          lists.stream()
              .flatMap(
                  list -> List.of(list.getValidationConstraint().getExplicitListValues()).stream())
              .anyMatch("开放"::equals));
    }
  }

  @Test
  void isTheSameEachTime() throws IOException {
    Path first = folder.resolve("first.xlsx");
    Path second = folder.resolve("second.xlsx");
    TemplateWorkbook.write(first);
    TemplateWorkbook.write(second);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  private XSSFWorkbook template() throws IOException {
    Path file = folder.resolve("template.xlsx");
    TemplateWorkbook.write(file);
    try (var content = Files.newInputStream(file)) {
      return new XSSFWorkbook(content);
    }
  }
}
