package cn.lantai.date;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseDatePrinterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1921-07-23 | 民国十年七月二十三日 | - | 辛酉年六月十九 | 丁亥日",
        "1912 | 民国元年 | - | - | -",
        "1927-11 | 民国十六年十一月 | - | - | -",
        "1898-09-21 | - | 光绪二十四年八月初六 | 戊戌年八月初六 | 丁亥日",
        "1900-09-24/1900-10-22 | - | 光绪二十六年闰八月 | 庚子年闰八月 | -",
        "1898-01-22/1899-02-09 | - | 光绪二十四年 | 戊戌年 | -",
        "1891-01-18 | - | 光绪十六年腊月初九 | 庚寅年腊月初九 | 甲辰日",
        "1909-01-22 | - | 宣统元年正月初一 | 己酉年正月初一 | 壬午日",
        "1950-05-10 | - | - | 庚寅年三月廿四 | 乙巳日",
        "1921? | - | - | - | -",
        "192X | - | - | - | -",
        "1700-01-01 | - | - | - | 丙午日"
      })
  void printsWhatCanBeSaidExactly(
      String edtf, String republic, String reign, String lunar, String day) {
    EdtfDate date = EdtfDate.parse(edtf);
    assertEquals(republic, ChineseDatePrinter.republic(date).orElse(null));
    assertEquals(reign, ChineseDatePrinter.reign(date).orElse(null));
    assertEquals(lunar, ChineseDatePrinter.lunar(date).orElse(null));
    assertEquals(day, ChineseDatePrinter.day(date).orElse(null));
  }

  @Test
  void printsEveryDayOfTheReignsAndTheRepublicSoThatItIsReadBack() {
    ChineseDateReader reader = new ChineseDateReader();
    LocalDate end = Era.REPUBLIC.days().last();
    for (LocalDate day = Era.DAOGUANG.days().first(); day.isBefore(end); day = day.plusDays(7)) {
      EdtfDate date = EdtfDate.parse(day.toString());
      String printed =
          ChineseDatePrinter.republic(date).or(() -> ChineseDatePrinter.reign(date)).orElseThrow();
      assertEquals(
          day.toString(),
          reader.read(printed).certain().map(EdtfDate::value).orElse(printed),
          printed);
    }
  }
}
