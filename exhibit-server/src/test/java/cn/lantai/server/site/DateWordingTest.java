package cn.lantai.server.site;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import cn.lantai.date.EdtfDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1927 | 1927年 | 1927",
        "1921-07-23 | 1921年7月23日 | 23 July 1921",
        "1935-21 | 1935年春季 | spring 1935",
        "193X | 1930年代 | 1930s",
        "1925~ | 1925年前后 | c. 1925",
        "1921-07/1921-08 | 1921年7月—1921年8月 | July 1921–August 1921",
        "1927/.. | 1927年起 | from 1927",
        "[1927..] | 1927年起 | from 1927",
        "[..1927] | 至1927年 | until 1927",
        "[1760-12..] | 1760年12月起 | from December 1760",
        "[1927,1929] | 1927年或1929年 | 1927 or 1929",
        "{1927,1929} | 1927年、1929年 | 1927, 1929",
        "[1927..1929] | 1927年至1929年之间 | between 1927 and 1929",
        "1985-04-12T23:20:30Z | 1985年4月12日 | 12 April 1985"
      })
  void wordsADateForReaders(String edtf, String chinese, String english) {
    assertEquals(chinese, new DateWording(true).of(EdtfDate.parse(edtf)));
    assertEquals(english, new DateWording(false).of(EdtfDate.parse(edtf)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1861-02-10..1862-01-29,1921-02-08..1922-01-27]",
        "[1667,1668,1670..1672]",
        "{..1984}",
        "-0500",
        "Y170000002",
        "156X-12-25",
        "15XX-12-XX",
        "XXXX-12-XX",
        "1XXX-XX",
        "1984-1X",
        "1XXX-12",
        "1984-06?/2004-08?",
        "1964~/2008~",
        "2004-02-01/2005",
        "1985/",
        "/1985-04-12"
      })
  void findsWordsForWhateverEdtfCanSay(String edtf) {
    assertFalse(new DateWording(true).of(EdtfDate.parse(edtf)).isBlank());
    assertFalse(new DateWording(false).of(EdtfDate.parse(edtf)).isBlank());
  }
}
