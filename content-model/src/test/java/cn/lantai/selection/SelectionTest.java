package cn.lantai.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectionTest {

  @Test
  void isCalledByItsTitleWithoutLineBreaks() {
    Selection selection =
        new Selection(
            new EntityIri(EntityType.EXHIBITION, "xinyang"),
            1,
            LocalizedText.of("信仰之源|从《宣言》到南湖", "The Source: |from the Manifesto to South Lake"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            List.of());
    assertEquals(
        LocalizedText.of("信仰之源从《宣言》到南湖", "The Source: from the Manifesto to South Lake"),
        selection.plainTitle());
  }
}
