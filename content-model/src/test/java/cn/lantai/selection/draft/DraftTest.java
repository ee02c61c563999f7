package cn.lantai.selection.draft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DraftTest {

  /** Two sections: {@code s0} with blocks a and b, {@code s1} with block c. */
  private static final Draft BASE =
      draft(
          section("s0", "渡口", block("a", "text", "水涨"), block("b", "text", "停渡")),
          section("s1", "山村", block("c", "text", "夜校")));

  @Test
  void aBlockGoesUpAndDownAndOverTheEndOfItsSection() {
    assertEquals("s0[ba] s1[c]", shape(BASE.up("b")));
    assertEquals("s0[a] s1[bc]", shape(BASE.down("b")));
    assertEquals("s0[abc] s1[]", shape(BASE.up("c")));
    assertEquals(shape(BASE), shape(BASE.up("a")));
    assertEquals(shape(BASE), shape(BASE.down("c")));
    assertEquals("s1[c] s0[ab]", shape(BASE.down("s0")));
  }

  @Test
  void whatDoesNotFitStaysWhereItIs() {
    assertEquals(shape(BASE), shape(BASE.move("a", "whole", 0)));
    assertEquals(shape(BASE), shape(BASE.move("a", "b", 0)));
    assertEquals(shape(BASE), shape(BASE.move("s0", "s1", 0)));
    assertEquals(shape(BASE), shape(BASE.move("nowhere", "s1", 0)));
    assertEquals(shape(BASE), shape(BASE.delete("whole")));
    assertEquals("s0[b] s1[ca]", shape(BASE.move("a", "s1", 99)));
  }

  @Test
  void aCopyHasIdsOfItsOwn() {
    Draft twice = BASE.duplicate("s0").duplicate("s0");
    assertEquals(4, twice.whole().pieces().size());
    assertEquals(
        twice.whole().all().count(), twice.whole().all().map(Piece::id).distinct().count());
  }

  @Test
  void thereIsALimitToPiecesLettersAndDepth() {
    List<Piece> many =
        IntStream.range(0, Draft.MOST_PIECES)
            .mapToObj(n -> Piece.empty("x" + n, Piece.SECTION))
            .toList();
    assertThrows(
        IllegalArgumentException.class,
        () -> BASE.with(Piece.empty(Piece.WHOLE, Piece.WHOLE).with(many)));
    assertThrows(
        IllegalArgumentException.class,
        () -> BASE.withCells("a", Map.of("文字", "字".repeat(Draft.LONGEST_CELL + 1))));
    Piece deep =
        block("d", "text", "x")
            .with(List.of(block("e", "item", "y").with(List.of(block("f", "item", "z")))));
    assertThrows(IllegalArgumentException.class, () -> BASE.append("s0", deep));
    assertThrows(
        IllegalArgumentException.class, () -> BASE.append("s0", block("a", "text", "again")));
  }

  @Test
  void twoEditorsOfDifferentBlocksLoseNothing() {
    Draft theirs = asVersion(BASE.withCells("a", Map.of("文字", "水退")).down("c"));
    Draft yours =
        BASE.withCells("c", Map.of("文字", "识字课")).insertAfter("b", block("n1", "text", "新的"));
    DraftMerge merge = DraftMerge.of(BASE, theirs, yours);
    assertEquals(List.of(), merge.collisions());
    assertEquals(Set.of("a"), merge.taken());
    assertEquals("s0[abn1] s1[c]", shape(merge.merged()));
    assertEquals("水退", merge.merged().find("a").orElseThrow().cell("文字"));
    assertEquals("识字课", merge.merged().find("c").orElseThrow().cell("文字"));
  }

  @Test
  void whatBothChangedIsAsYouLeftItWithTheirsBesideIt() {
    Draft theirs =
        asVersion(
            BASE.withCells("a", Map.of("文字", "他们的"))
                .withCells("s1", Map.of("题", "他们的题", "时间说明", "冬")));
    Draft yours = BASE.withCells("a", Map.of("文字", "我的")).withCells("s1", Map.of("题", "我的题"));
    DraftMerge merge = DraftMerge.of(BASE, theirs, yours);
    assertEquals("我的", merge.merged().find("a").orElseThrow().cell("文字"));
    assertEquals("我的题", merge.merged().find("s1").orElseThrow().cell("题"));
    assertEquals("冬", merge.merged().find("s1").orElseThrow().cell("时间说明"));
    assertEquals(2, merge.collisions().size());
    assertTrue(
        merge.collisions().stream()
            .anyMatch(each -> each.theirs().orElseThrow().cell("文字").equals("他们的")));
  }

  @Test
  void aMergedDraftCanGoOnFromTheirVersion() {
    Draft theirs = asVersion(BASE.move("c", "s0", 0).append("s1", block("x", "text", "她加的")));
    Draft yours = BASE.append("s0", block("v0-b1", "text", "我加的"));
    DraftMerge merge = DraftMerge.of(BASE, theirs, yours).goingOnFrom(BASE, theirs);
    Draft mine = merge.merged();
    assertEquals(List.of(), DraftMerge.of(theirs, asVersion(mine), mine).collisions());
    assertEquals("夜校", mine.find("v0-b1").orElseThrow().cell("文字"));
    Draft later = asVersion(theirs.withCells("v0-b1", Map.of("文字", "又改")));
    DraftMerge again = DraftMerge.of(theirs, later, mine);
    assertEquals(Set.of("v0-b1"), again.taken());
    assertEquals(List.of(), again.collisions());
  }

  @Test
  void ordersOfBothAreKeptWhereTheyCanBe() {
    Draft theirs = asVersion(BASE.move("a", "s1", 0));
    Draft yours = BASE.append("s1", block("n1", "text", "尾声"));
    assertEquals("s0[b] s1[acn1]", shape(DraftMerge.of(BASE, theirs, yours).merged()));
    assertEquals(
        "s1[c] s0[ba]",
        shape(DraftMerge.of(BASE, asVersion(BASE.up("b")), BASE.up("s1")).merged()));
  }

  @Test
  void whatOneDeletesAndTheOtherChangesIsKept() {
    Draft changed = BASE.withCells("c", Map.of("文字", "改过"));
    DraftMerge theyDeleted = DraftMerge.of(BASE, asVersion(BASE.delete("c")), changed);
    assertEquals("s0[ab] s1[c]", shape(theyDeleted.merged()));
    assertEquals(Optional.empty(), theyDeleted.collisions().get(0).theirs());
    DraftMerge youDeleted = DraftMerge.of(BASE, asVersion(changed), BASE.delete("s1"));
    assertEquals("s0[ab] s1[c]", shape(youDeleted.merged()));
    assertEquals(1, youDeleted.collisions().size());
    DraftMerge untouched = DraftMerge.of(BASE, asVersion(BASE.delete("s1")), BASE);
    assertEquals("s0[ab]", shape(untouched.merged()));
  }

  @Test
  void aDifferenceTellsWhatWasAddedMovedChangedAndTakenAway() {
    Draft later =
        asVersion(
            BASE.delete("b")
                .withCells("c", Map.of("文字", "夜校识字"))
                .append("s0", block("n1", "quotation", "原话")));
    List<DraftDifference.Change> changes = DraftDifference.of(BASE, later).changes();
    assertEquals(
        List.of(
            DraftDifference.Kind.ADDED, DraftDifference.Kind.CHANGED, DraftDifference.Kind.REMOVED),
        changes.stream().map(DraftDifference.Change::kind).toList());
    assertEquals(List.of(new DraftDifference.Cell("文字", "夜校", "夜校识字")), changes.get(1).cells());
    assertEquals(List.of(), DraftDifference.of(BASE, asVersion(BASE)).changes());
    assertEquals(
        List.of(DraftDifference.Kind.MOVED),
        DraftDifference.of(BASE, asVersion(BASE.move("a", "s1", 0))).changes().stream()
            .map(DraftDifference.Change::kind)
            .toList());
  }

  /** As it comes back from the journal, where pieces are named by their place. */
  private static Draft asVersion(Draft draft) {
    List<Piece> sections = new ArrayList<>();
    for (Piece section : draft.whole().pieces()) {
      String id = "v" + sections.size();
      List<Piece> blocks = new ArrayList<>();
      for (Piece block : section.pieces()) {
        blocks.add(block.called(id + "-b" + (blocks.size() + 1)));
      }
      sections.add(section.with(blocks).called(id));
    }
    return draft.with(draft.whole().with(sections));
  }

  private static String shape(Draft draft) {
    return draft.whole().pieces().stream()
        .map(
            section ->
                section.id()
                    + section.pieces().stream()
                        .map(Piece::id)
                        .collect(Collectors.joining("", "[", "]")))
        .collect(Collectors.joining(" "));
  }

  private static Draft draft(Piece... sections) {
    return new Draft(
        new EntityIri(EntityType.EXHIBITION, "e"),
        new Piece(Piece.WHOLE, Piece.WHOLE, Map.of("题名", "渡口"), List.of(sections)));
  }

  private static Piece section(String id, String title, Piece... blocks) {
    return new Piece(id, Piece.SECTION, Map.of("题", title), List.of(blocks));
  }

  private static Piece block(String id, String type, String text) {
    return new Piece(id, type, Map.of("文字", text), List.of());
  }
}
