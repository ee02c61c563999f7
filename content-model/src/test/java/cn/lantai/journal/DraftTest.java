package cn.lantai.journal;

import static org.junit.jupiter.api.Assertions.assertThrows;

import cn.lantai.entity.EntityIri;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DraftTest {

  private static final EntityIri LETTER = Graphs.record("r001");

  @ParameterizedTest
  @ValueSource(strings = {"a\0b", "half a character \ud842"})
  void textThatADatabaseMightChangeIsRefused(String text) {
    assertThrows(IllegalArgumentException.class, () -> Draft.publish(LETTER, "a", text));
    assertThrows(IllegalArgumentException.class, () -> Draft.publish(LETTER, text, ""));
  }

  @Test
  void textThatIsTooLongIsRefused() {
    String text = "长".repeat(Draft.MAX_REASON + 1);
    assertThrows(IllegalArgumentException.class, () -> Draft.publish(LETTER, "a", text));
  }
}
