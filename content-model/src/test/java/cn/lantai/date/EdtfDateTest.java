package cn.lantai.date;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EdtfDateTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "1935-02-18 | 1935-02-18 | 1935-02-18",
        "1920-08 | 1920-08-01 | 1920-08-31",
        "1936-02 | 1936-02-01 | 1936-02-29",
        "1921 | 1921-01-01 | 1921-12-31",
        "193X | 1930-01-01 | 1939-12-31",
        "1935-XX | 1935-01-01 | 1935-12-31",
        "1935-02-XX | 1935-02-01 | 1935-02-28",
        "1935-1X | 1935-10-01 | 1935-12-31",
        "1924-23 | 1924-09-01 | 1924-11-30",
        "1924-24 | 1924-12-01 | 1925-02-28",
        "1900? | 1900-01-01 | 1900-12-31",
        "1900~ | 1900-01-01 | 1900-12-31",
        "1958-04/1961-03 | 1958-04-01 | 1961-03-31",
        "1913/.. | 1913-01-01 | -",
        "1913/ | 1913-01-01 | -",
        "../1949-10-01 | - | 1949-10-01",
        "[1921-07-31..1921-08-05] | 1921-07-31 | 1921-08-05",
        "[1896,1899] | 1896-01-01 | 1899-12-31",
        "[..1900] | - | 1900-12-31",
        "{1938,1939-01} | 1938-01-01 | 1939-01-31",
        "-0100 | -0100-01-01 | -0100-12-31"
      })
  void hasTheBoundsThatItCanMean(String text, LocalDate earliest, LocalDate latest) {
    EdtfDate date = EdtfDate.parse(text);
    assertEquals(Optional.ofNullable(earliest), date.earliest());
    assertEquals(Optional.ofNullable(latest), date.latest());
    assertEquals(text, date.value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "民国十年",
        "1921-13",
        "1921-00",
        "1921-02-29",
        "1921-04-31",
        "1921-2-3",
        "21",
        "1921-20",
        "1921-25",
        "1921/1920",
        "/",
        "../..",
        "[]",
        "[1921",
        "[1921,]",
        "1921-XX-03",
        "1921-07-23T00:00:00"
      })
  void refusesWhatIsNotADate(String text) {
    assertThrows(IllegalArgumentException.class, () -> EdtfDate.parse(text));
  }
}
