package cn.lantai.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
  @ValueSource(strings = {"", "-", "X--1", "X-", "X 1", "X/1", "<script>", "X\n1"})
  void refusesWhatIsNoCode(String text) {
    assertThrows(IllegalArgumentException.class, () -> new ReferenceCode(text));
  }
}
