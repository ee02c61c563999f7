package cn.lantai.server.site.blocks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import cn.lantai.selection.BlockTypes;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockMakerTest {

  @Test
  void everyTypeOfBlockCanBeShown() {
    assertEquals(Set.copyOf(BlockTypes.ALL), BlockMaker.ALL.keySet());
  }
}
