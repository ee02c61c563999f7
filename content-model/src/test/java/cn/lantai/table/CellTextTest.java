package cn.lantai.table;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"=1+1", "@SUM(A1)", "-信", "+x", "＝1", "'=1", "''=1", "=cmd|' /C calc'!A0"})
  void guardsWhatASpreadsheetWouldCalculate(String text) {
    assertEquals("'" + text, CellText.guarded(text));
    assertEquals(text, CellText.plain(CellText.guarded(text)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "茅盾", "-118.25", "+30", "'小报告'", "'", "a=b", "—九二一"})
  void leavesAllElseAsItIs(String text) {
    assertEquals(text, CellText.guarded(text));
    assertEquals(text, CellText.plain(text));
  }

  @ParameterizedTest
  @CsvSource({"甲；乙,甲,乙", "甲;乙,甲,乙", "甲\\；乙；丙,甲；乙,丙", "C:\\\\x；y,C:\\x,y", "C:\\x；y\\,C:\\x,y\\"})
  void splitsAtSeparatorsThatNoBackslashProtects(String cell, String first, String second) {
    assertEquals(List.of(first, second), CellText.split(cell, CellText.LIST));
  }

  @Test
  void joinedTextsComeApartAgain() {
    List<String> texts = List.of("甲；乙", "c;d", "\\", "e\\;", "|", "f\\\\g");
    assertEquals(texts, CellText.split(CellText.join(texts, CellText.LIST), CellText.LIST));
    assertEquals(texts, CellText.split(CellText.join(texts, CellText.LINES), CellText.LINES));
  }
}
