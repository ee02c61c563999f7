package cn.lantai.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.table.Cells;
import cn.lantai.table.Column;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableWorkbookTest {

  private static final Map<String, List<Column>> TABLES =
      Map.of(
          "records.csv", List.of(new Column("档号", "code", true), new Column("题名", "title", true)));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "001",
        "'=1+1",
        "1921-07",
        "甲；乙|丙",
        "\"引\"",
        "一\n二",
        "回车\r\n换行",
        "　缩进　",
        "𠮷家🏮",
        "_x0041_",
        "_x005F_x0041_",
        "<b>&amp;</b>",
        "\t制表",
        "\u0001控制"
      })
  void anyTextComesBack(String text) throws IOException {
    try (XSSFWorkbook read = read(write(text))) {
      Cell cell = read.getSheet("records").getRow(1).getCell(1);
      assertEquals(CellType.STRING, cell.getCellType());
      assertEquals(text, cell.getStringCellValue());
    }
  }

  @Test
  void cellsStayTextWhenSomebodyEditsThem() throws IOException {
    try (XSSFWorkbook read = read(write("'=1+1"))) {
      XSSFSheet sheet = read.getSheet("records");
      assertEquals("@", sheet.getRow(1).getCell(1).getCellStyle().getDataFormatString());
      assertTrue(sheet.getRow(1).getCell(1).getCellStyle().getQuotePrefixed());
      assertEquals("@", sheet.getColumnStyle(1).getDataFormatString());
    }
  }

  @Test
  void theHeadingsStayInSight() throws IOException {
    try (XSSFWorkbook read = read(write("一"))) {
      XSSFSheet sheet = read.getSheet("records");
      assertEquals("档号", sheet.getRow(0).getCell(0).getStringCellValue());
      assertEquals(1, sheet.getPaneInformation().getHorizontalSplitTopRow());
    }
  }

  @Test
  void saysNothingOfWhenItWasWritten() throws IOException {
    byte[] workbook = write("一");
    try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        assertEquals(1980, entry.getTimeLocal().getYear());
        String content = new String(entries.readAllBytes(), StandardCharsets.UTF_8);
        assertFalse(content.contains("dcterms:W3CDTF\">" + Year.now()), entry.getName());
      }
    }
    assertArrayEquals(workbook, write("一"));
  }

  private static byte[] write(String title) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TableWorkbook workbook = new TableWorkbook(TABLES)) {
      workbook.add(new Cells("records.csv", Map.of("档号", "X001", "题名", title)));
      workbook.write(out);
    }
    return out.toByteArray();
  }

  private static XSSFWorkbook read(byte[] workbook) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(workbook));
  }
}
