package cn.lantai.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoricalDateTest {

  @Test
  void takesTheEdtfFromWordsThatAreCertain() {
    HistoricalDate date = HistoricalDate.ofWording("民国十年七月二十三日");
    assertEquals(Optional.of(EdtfDate.parse("1921-07-23")), date.edtf());
    assertTrue(date.isReadFromWording());
  }

  @Test
  void leavesTheEdtfEmptyWhereTheWordsLeaveAChoiceOrNameNoDate() {
    assertTrue(HistoricalDate.ofWording("三十四年八月十五日").edtf().isEmpty());
    assertTrue(HistoricalDate.ofWording("民国三十九年").edtf().isEmpty());
    assertTrue(HistoricalDate.ofWording("清末民国").edtf().isEmpty());
  }

  @Test
  void tellsWhereWordsAndEdtfCannotMeanTheSameDay() {
    assertEquals(
        Optional.of(EdtfDate.parse("1911-10-10")), date("宣统三年八月十九", "1911-08-19").disagreement());
    assertTrue(date("民国十年七月", "1921-07-23").disagreement().isEmpty());
    assertFalse(date("民国十年七月", "1921-07-23").isReadFromWording());
  }

  private static HistoricalDate date(String words, String edtf) {
    return new HistoricalDate(Optional.of(words), Optional.of(EdtfDate.parse(edtf)));
  }
}
