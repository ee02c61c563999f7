package cn.lantai.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Region;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BlockTypesTest {

  private static final EntityIri PAGE = new EntityIri(EntityType.IMAGE, "p1");
  private static final EntityIri OTHER_PAGE = new EntityIri(EntityType.IMAGE, "p2");

  static List<BlockType> types() {
    return BlockTypes.ALL;
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeSaysInBothLanguagesWhatItIsAndWhatToFillIn(BlockType type) {
    assertTrue(type.label().en().isPresent() && type.help().en().isPresent());
    assertTrue(type.entry().en().isPresent());
    assertFalse(type.uses().isEmpty());
    assertTrue(type.uses().stream().allMatch(use -> use.label().en().isPresent()));
    assertTrue(type.fewest() >= 1 && type.fewest() <= type.most());
    assertEquals(Optional.of(type), BlockTypes.ofName(type.name()));
    assertEquals(Optional.of(type), BlockTypes.ofLabel(type.label().zh()));
    assertEquals(Optional.of(type), BlockTypes.ofSlug(type.slug()));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyTypeFindsAnEmptyBlockAndAnEmptyItemWanting(BlockType type) {
    List<Finding> empty = type.findings(block(type));
    assertEquals(1, empty.size());
    assertTrue(empty.get(0).item().isEmpty());
    List<Finding> blank = type.findings(block(type, BLANK));
    assertTrue(blank.stream().anyMatch(finding -> finding.item().isPresent()), blank::toString);
    for (Finding finding : blank) {
      assertTrue(finding.message().en().isPresent());
      assertTrue(finding.field().stream().allMatch(field -> type.use(field).isPresent()));
    }
  }

  @Test
  void aWallHasNoRoomForMoreThanItCanShow() {
    Item exhibit = item(Optional.of(new EntityIri(EntityType.RECORD, "r")), Optional.empty());
    Item[] many = new Item[BlockTypes.GALLERY.most() + 1];
    java.util.Arrays.fill(many, exhibit);
    List<Finding> findings = BlockTypes.GALLERY.findings(block(BlockTypes.GALLERY, many));
    assertEquals(1, findings.size());
    assertTrue(findings.get(0).message().zh().contains("最多 60"));
  }

  @Test
  void aGuidedZoomStaysOnOnePage() {
    Item first = item(Optional.empty(), Optional.of(PAGE));
    Item elsewhere = item(Optional.empty(), Optional.of(OTHER_PAGE));
    assertEquals(
        List.of(), BlockTypes.ZOOM.findings(block(BlockTypes.ZOOM, first, item(first.text()))));
    List<Finding> findings = BlockTypes.ZOOM.findings(block(BlockTypes.ZOOM, first, elsewhere));
    assertEquals(1, findings.size());
    assertEquals(1, findings.get(0).item().orElseThrow());
    assertEquals(Optional.of(ItemField.IMAGE), findings.get(0).field());
  }

  private static final Item BLANK =
      new Item(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  private static Item item(Optional<LocalizedText> text) {
    return new Item(
        Optional.empty(),
        Optional.empty(),
        Optional.of(Region.WHOLE),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        text,
        List.of());
  }

  private static Item item(Optional<EntityIri> member, Optional<EntityIri> image) {
    return new Item(
        member,
        image,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalizedText.of("看这里", "Look here")),
        List.of());
  }

  private static Block block(BlockType type, Item... items) {
    return new Block(type, Optional.empty(), Optional.empty(), Optional.empty(), List.of(items));
  }
}
