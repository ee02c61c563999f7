package cn.lantai.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceCodeTest {

  @Test
  void sortsInArchivalOrder() {
    List<String> sorted =
        Stream.of(
                "X012-001-0010", "X012-001-0002", "X2-001", "X012-001-9", "X012", "X012-WS·1920-1")
            .map(ReferenceCode::new)
            .sorted()
            .map(ReferenceCode::value)
            .toList();
    assertEquals(
        List.of("X2-001", "X012", "X012-001-0002", "X012-001-9", "X012-001-0010", "X012-WS·1920-1"),
        sorted);
  }

  @Test
  void takesFullWidthFormsForTheSameCode() {
    assertEquals(new ReferenceCode("X012-001"), new ReferenceCode(" Ｘ０１２-００１ "));
  }

  @ParameterizedTest
  @CsvSource({
    "X012—001, X012-001",
    "X012 - 001, X012-001",
    "X012‐001, X012-001",
    "X032-KJ•KY・01-003, X032-KJ·KY·01-003",
    "MS 12/4  box 3, MS 12/4 box 3",
    "档〔1950〕3号, 档〔1950〕3号"
  })
  void writesHyphensDotsAndSpacesInOneWay(String given, String code) {
    assertEquals(code, new ReferenceCode(given).value());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "X-", "-X", "…", "<script>", "X\n1", "a|b", "X\u200b1"})
  void refusesWhatIsNoCode(String text) {
    assertThrows(IllegalArgumentException.class, () -> new ReferenceCode(text));
    assertThrows(IllegalArgumentException.class, () -> new ReferenceCode("9".repeat(201)));
  }

  /** The structures of DA/T 13-2022 and DA/T 22-2015, and codes that tell less. */
  @ParameterizedTest
  @CsvSource({
    "J019-ZY·JC·CC·2019·D30-001-002, J019 ZY JC+CC 2019 D30 - - 001 002",
    "J019-KU·01·2017-001-003, J019 KU 01 2017 - - - 001 003",
    "A002-RS-001-002, A002 RS - - - - - 001 002",
    "X032-KJ·KY·01-003, X032 KJ KY+01 - - - - - -",
    "X032-KJ·JJ·02-005-054, X032 KJ JJ+02 - - - - 005 054",
    "C038-001-002-003, C038 - - - - - 001 002 003",
    "A439-WS·2015·D30·003-005, A439 WS - 2015 D30 003 - - 005",
    "Z109-WS·2011·Y·办公室-0001, Z109 WS - 2011 Y 办公室 - - 0001",
    "C015-WY·TZGG·2019·D10-00001, C015 WY TZGG 2019 D10 - - - 00001",
    "X043-WS·2019-D10-BGS-0001, X043 WS - 2019 D10 BGS - - 0001",
    "Z008-WS·2019-Y-037, Z008 WS - 2019 Y - - - 037",
    "X001, X001 - - - - - - - -",
    "12-3-45, 12 - - - - - - - -",
    "革命历史档案-7, - - - - - - - - -",
    "MS 12/4, - - - - - - - - -"
  })
  void saysOfItsPartsWhatIsCertain(String code, String parts) {
    CodeParts found = new ReferenceCode(code).parts();
    assertEquals(
        parts,
        Stream.of(
                found.fonds(),
                found.category(),
                Optional.of(String.join("+", found.series())).filter(text -> !text.isEmpty()),
                found.year(),
                found.retention(),
                found.office(),
                found.catalogue(),
                found.file(),
                found.item())
            .map(part -> part.orElse("-"))
            .collect(Collectors.joining(" ")));
  }

  @Test
  void containsTheCodesBelowIt() {
    ReferenceCode file = new ReferenceCode("X001-WS-001");
    assertTrue(file.contains(new ReferenceCode("X001-WS-001-0001")));
    assertTrue(new ReferenceCode("X001-WS").contains(new ReferenceCode("X001-WS·2019·Y-1")));
    assertFalse(file.contains(file));
    assertFalse(file.contains(new ReferenceCode("X001-WS-0010")));
  }

  @ParameterizedTest
  @CsvSource({
    "X001-WS-001-0009, X001-WS-001-0010",
    "X001-99, X001-100",
    "X001-WS·2019·Y-037, X001-WS·2019·Y-038",
    "X001-甲, ''"
  })
  void isFollowedByTheNextNumber(String code, String next) {
    assertEquals(next, new ReferenceCode(code).next().map(ReferenceCode::value).orElse(""));
  }
}
