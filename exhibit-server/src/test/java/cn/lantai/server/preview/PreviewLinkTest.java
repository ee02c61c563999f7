package cn.lantai.server.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PreviewLinkTest {

  private static final Instant END = Instant.parse("2026-12-06T08:00:00Z");
  private static final EntityIri RECORD = new EntityIri(EntityType.RECORD, "r001");

  private static PreviewLink link(Optional<String> endedBy) {
    return new PreviewLink(
        1, RECORD, 17, "王教授", "zhao", Instant.EPOCH, END, endedBy, Optional.empty());
  }

  @Test
  void itEndsByItsTimeOrWhenItIsWithdrawn() {
    assertTrue(link(Optional.empty()).isLive(END.minusMillis(1)));
    assertFalse(link(Optional.empty()).isLive(END));
    assertFalse(link(Optional.of("zhao")).isLive(Instant.EPOCH));
  }

  @Test
  void whatHasNoPageHasNoLink() {
    assertEquals(
        Optional.of("/workbench/previews/record/r001?version=17"),
        PreviewLinkPages.path(RECORD, 17));
    assertEquals(
        Optional.empty(), PreviewLinkPages.path(new EntityIri(EntityType.IMAGE, "r001-1"), 17));
  }
}
