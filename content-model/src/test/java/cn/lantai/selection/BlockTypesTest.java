package cn.lantai.selection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Availability;
import cn.lantai.media.Digest;
import cn.lantai.media.Region;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.media.recording.Recording;
import cn.lantai.media.recording.Technical;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

  @Test
  void whatABlockPlaysMustBeThereAndOpenAndLongEnough() {
    assertEquals(List.of(), told(play("0,4"), recording(RECORD, "open")));
    assertEquals(List.of(), told(play("0,5"), recording(RECORD, "open")));
    assertTrue(told(play("0,6"), recording(RECORD, "open")).get(0).contains("0:05"));
    assertTrue(told(play("5"), recording(RECORD, "open")).get(0).contains("超出"));
    assertTrue(told(play("1"), recording(RECORD, "signed-in")).get(0).contains("登录"));
    assertTrue(told(play("1"), recording(RECORD, "closed")).get(0).contains("不开放"));
    assertTrue(told(play("1"), recording(OTHER_RECORD, "open")).get(0).contains("不属于"));
    assertTrue(
        told(play("1"), recording(RECORD, "open").map(it -> it.with(Optional.empty())))
            .get(0)
            .contains("暂缺"));
    assertTrue(told(play("1"), Optional.empty()).get(0).contains("没有录音"));
    assertEquals(List.of(), told(BLANK, Optional.empty()), "that is told by the field itself");
  }

  private static List<String> told(Item item, Optional<Recording> recording) {
    return Played.findings(block(BlockTypes.SOUND, item), it -> recording).stream()
        .map(finding -> finding.message().zh())
        .toList();
  }

  private static Item play(String span) {
    return new Item(
        Optional.of(RECORD),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        MediaTime.parseSpan(span),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }

  /** Five seconds. */
  private static Optional<Recording> recording(EntityIri record, String access) {
    Availability.Degree degree =
        switch (access) {
          case "open" -> Availability.Degree.OPEN;
          case "signed-in" -> Availability.Degree.SIGNED_IN;
          default -> Availability.Degree.CLOSED;
        };
    return Optional.of(
        new Recording(
            new EntityIri(EntityType.RECORDING, "song"),
            Optional.of(record),
            1,
            LocalizedText.of("号子"),
            Optional.empty(),
            Optional.of(
                new Recording.Content(
                    Digest.of(new byte[1]),
                    new Technical("audio/wav", "PCM", 5000, Optional.empty()))),
            List.of(),
            List.of(),
            Optional.empty(),
            true,
            Optional.of(new Availability(degree, OptionalInt.empty(), Optional.empty()))));
  }

  private static final EntityIri RECORD = new EntityIri(EntityType.RECORD, "r1");
  private static final EntityIri OTHER_RECORD = new EntityIri(EntityType.RECORD, "r2");

  private static final Item BLANK =
      new Item(
          Optional.empty(),
          Optional.empty(),
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
        Optional.empty(),
        Optional.empty(),
        Optional.of(LocalizedText.of("看这里", "Look here")),
        List.of());
  }

  private static Block block(BlockType type, Item... items) {
    return new Block(type, Optional.empty(), Optional.empty(), Optional.empty(), List.of(items));
  }
}
