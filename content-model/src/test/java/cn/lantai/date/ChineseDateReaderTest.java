package cn.lantai.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseDateReaderTest {

  private final ChineseDateReader reader = new ChineseDateReader();

  /** The facts of known-dates.csv were checked against tables of eras and of the lunar calendar. */
  @ParameterizedTest
  @CsvFileSource(
      resources = "known-dates.csv",
      delimiter = '|',
      encoding = "UTF-8",
      ignoreLeadingAndTrailingWhitespace = true)
  void readsDatesThatAreKnown(String wording, String year, String edtf) {
    ChineseDateReader inItsYears =
        year == null
            ? reader
            : ChineseDateReader.within(
                Days.ofYears(Integer.parseInt(year), Integer.parseInt(year) + 1));
    assertEquals(edtf, read(inItsYears, wording).edtf().value(), wording);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "民国十年七月二十三日 | 1921-07-23",
        "民國廿六年夏 | 1937-22",
        "中华民国三十年元月 | 1941-01",
        "民国三十八年 | 1949",
        "道光二十年五月 | 1840-05-31/1840-06-28",
        "光緒廿四年戊戌八月初六 | 1898-09-21",
        "宣统三年辛亥八月十九 | 1911-10-10",
        "宣统三年 | 1911-01-30/1912-02-12",
        "一九二一年七月 | 1921-07",
        "１９２１年７月２３日 | 1921-07-23",
        "1921.7.23 | 1921-07-23",
        "1921/7 | 1921-07",
        "19210723 | 1921-07-23",
        "19210700 | 1921-07",
        "1921-07-23 | 1921-07-23",
        "二十世纪三十年代 | 193X",
        "20世纪30年代 | 193X",
        "1930年代初 | 193X",
        "二十世纪 | 1901/2000",
        "约1925年 | 1925~",
        "1925年前后 | 1925~",
        "约1925年? | 1925%",
        "[1925年] | 1925",
        "〔民国廿四年?〕 | 1935?",
        "1925年(推定) | 1925?",
        "不晚于1927年5月 | [..1927-05]",
        "1927年以前 | [..1927]",
        "1927年以后 | [1927..]",
        "1927—1930年 | 1927/1930",
        "1927-1930 | 1927/1930",
        "民国十六至十八年 | 1927/1929",
        "民国十六年五月至七月 | 1927-05/1927-07",
        "1927年5月21日至23日 | 1927-05-21/1927-05-23",
        "1927年或1928年 | [1927,1928]",
        "1935年春 | 1935-21",
        "1935年上半年 | 1935-01/1935-06",
        "1935年2月上旬 | 1935-02-01/1935-02-10",
        "1935年2月下旬 | 1935-02-21/1935-02-28",
        "光绪二十六年闰八月 | 1900-09-24/1900-10-22",
        "民国二十四年×月 | 1935-XX",
        "民国二十四年二月□日 | 1935-02-XX",
        "民国丁卯 | 1927-02-02/1928-01-22",
        "民国二十七年农历八月初十 | 1938-10-03",
        "民国十五年十二月甲子日 | 1926-12-01",
        "一九三五年子艳电 | 1935-01-29",
        "1927年五月马日 | 1927-05-21",
        "1927年寅世电 | 1927-03-31",
        "癸亥日（2000-01-06） | 2000-01-06",
        "马日事变（1927年5月21日） | 1927-05-21"
      })
  void readsWhatCanMeanOneThingOnly(String wording, String edtf) {
    DateReading.Read read = read(reader, wording);
    assertEquals(edtf, read.edtf().value());
    assertTrue(read.isCertain(), wording + ": " + read.explanation());
    assertTrue(read.explanation().en().isPresent());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "三十四年八月十五日 | [1908-09-10,1945-08-15]",
        "民国十年七月廿三 | [1921-07-23,1921-08-26]",
        "三十年代 | 193X",
        "辛酉年 | [1861-02-10..1862-01-29,1921-02-08..1922-01-27,1981-02-05..1982-01-24]",
        "1926年甲子日 | [1926-02-04,1926-04-05,1926-06-04,1926-08-03,1926-10-02,1926-12-01]"
      })
  void givesAllDatesThatTheWordsCanMean(String wording, String edtf) {
    DateReading.Read read = read(reader, wording);
    assertEquals(edtf, read.edtf().value());
    assertFalse(read.isCertain());
    assertTrue(read(reader, wording).explanation().zh().length() > 5);
  }

  @Test
  void choosesByTheContext() {
    ChineseDateReader within = ChineseDateReader.within(Days.ofYears(1920, 1949));
    assertEquals("1921-02-08/1922-01-27", read(within, "辛酉年").edtf().value());
    assertEquals("1945-08-15", read(within, "三十四年八月十五日").edtf().value());
    assertTrue(read(within, "辛酉年").isCertain());
    ChineseDateReader may =
        ChineseDateReader.within(new Days(LocalDate.of(1927, 5, 1), LocalDate.of(1927, 5, 31)));
    assertEquals("1927-05-21", read(may, "马日").edtf().value());
    assertEquals("1927-05-19", read(may, "皓日").edtf().value());
    assertEquals("1927-05-29", read(may, "艳电").edtf().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "不详",
        "民国初年",
        "民国零年",
        "民国三十九年",
        "宣统五年",
        "道光三十一年",
        "宣统三年十二月廿六",
        "民国二十四年二月三十日",
        "1935年13月",
        "1935年闰正月初一",
        "一九三五年闰四月初一",
        "光绪廿四年己亥八月初六",
        "光绪二十六年闰十三月",
        "甲丑年",
        "马日",
        "艳电",
        "农历闰六月初三",
        "1930—1927年",
        "1921年7月23日（1921年7月24日）",
        "1921年7月23日晚在嘉兴南湖"
      })
  void refusesWhatIsNoDateWithReasonAndRemedy(String wording) {
    DateReading reading = reader.read(wording);
    if (!(reading instanceof DateReading.Refused refused)) {
      throw new AssertionError(wording + " was read as " + reading);
    }
    assertTrue(refused.reason().en().isPresent());
    assertTrue(refused.remedy().en().isPresent());
  }

  @Test
  void saysWhichLeapMonthTheYearHad() {
    DateReading.Refused refused = (DateReading.Refused) reader.read("光绪二十六年闰七月初一");
    assertEquals("庚子年（1900）没有闰七月，闰的是八月", refused.reason().zh());
  }

  @Test
  void explainsHowItRead() {
    assertEquals(
        "光绪二十四年（戊戌）起自1898-01-22；农历八月第6日即公历1898-09-21；记作 1898-09-21",
        read(reader, "光绪廿四年八月初六").explanation().zh());
  }

  @Test
  void refusesLongTextAtOnce() {
    assertTrue(reader.read("民国".repeat(100_000)) instanceof DateReading.Refused);
  }

  private static DateReading.Read read(ChineseDateReader reader, String wording) {
    DateReading reading = reader.read(wording);
    if (reading instanceof DateReading.Refused refused) {
      throw new AssertionError(wording + " was refused: " + refused.reason());
    }
    return (DateReading.Read) reading;
  }
}
