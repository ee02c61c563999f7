package cn.lantai.ingest.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.ingest.scan.ScanName.Meaning;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanNameTest {

  private static final String CODE = "x043-ws-1936-y-0001";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X043-WS·1936-Y-0001-003.jpg",
        "x043-ws.1936-y-0001_3.TIF",
        "Ｘ０４３－ＷＳ·１９３６－Ｙ－０００１－００３.jpg",
        "X043 WS 1936 Y 0001 (3).png",
        "X043-WS·1936-Y-0001-P003.jpg",
        "X043-WS·1936-Y-0001-第3页.jpg",
        "X043-WS·1936-Y-0001/003.jpg",
        "X043/WS·1936/Y/0001/003.jpg"
      })
  void readsCodeAndPageHoweverTheyAreSeparated(String path) {
    assertTrue(ScanName.meanings(path).contains(new Meaning(CODE, OptionalInt.of(3))));
  }

  @Test
  void takesTheWholeNameForACodeAsWell() {
    assertEquals(
        List.of(new Meaning("0001-0002", OptionalInt.empty()), page("0001", 2)),
        ScanName.meanings("0001-0002.jpg"));
  }

  @Test
  void whatIsNoNumberOrTooLargeForAPageIsNoPage() {
    assertEquals(
        List.of(new Meaning("a-1-20231231", OptionalInt.empty())),
        ScanName.meanings("A-1-20231231.jpg"));
    assertEquals(
        List.of(new Meaning("a-1-封面", OptionalInt.empty())), ScanName.meanings("A-1-封面.jpg"));
  }

  @Test
  void aNameOfNothingButSignsMeansNothing() {
    assertEquals(List.of(), ScanName.meanings("--·--.jpg"));
    assertFalse(ScanName.meanings("scans/001.jpg").isEmpty());
  }

  private static Meaning page(String code, int page) {
    return new Meaning(code, OptionalInt.of(page));
  }
}
