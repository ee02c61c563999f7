package cn.lantai.server.iiif.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.entity.LocalizedText;
import cn.lantai.selection.Item;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DescriberTest {

  @Test
  void commentsArePlainTextWithoutTheMarksOfLabels() {
    Item item =
        new Item(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(LocalizedText.of("借条", "Slip")),
            Optional.of(LocalizedText.of("**用毕**原物[奉还](/records/r1)\n- 门板", "*To be* returned")),
            List.of());
    assertEquals(
        Optional.of(LocalizedText.of("借条\n用毕原物奉还\n门板", "Slip\nTo be returned")),
        Describer.words(item));
  }
}
