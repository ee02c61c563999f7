package cn.lantai.server.build;

import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.draft.Draft;
import cn.lantai.selection.draft.Piece;
import cn.lantai.server.guide.Guides;
import cn.lantai.server.site.view.Guide;
import cn.lantai.server.site.view.Publishing;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The way to a first exhibition, ticked off by the draft as it is in the builder. */
final class FirstExhibition {

  private static final int FEW_RECORDS = 3;
  private static final int FEW_STEPS = 2;

  private FirstExhibition() {}

  /**
   * @param saved whether the draft says what the newest version says
   * @param troubles how much is marked to be mended
   * @param page its public address, if it has one
   */
  static Guide guide(
      Draft draft, boolean saved, int troubles, Publishing publishing, Optional<String> page) {
    Piece whole = draft.whole();
    long records =
        whole
            .all()
            .map(piece -> piece.cell("记录"))
            .filter(cell -> !cell.isEmpty())
            .distinct()
            .count();
    boolean closeUp =
        blocks(whole, BlockTypes.ZOOM.name())
            .anyMatch(
                block ->
                    block.pieces().stream().filter(item -> !item.cell("区域").isEmpty()).count()
                        >= FEW_STEPS);
    return new Guide(
        Guides.EXHIBITION,
        List.of(
            step("title", !whole.cell("题名").isEmpty() && !whole.cell("导言").isEmpty()),
            step("records", records >= FEW_RECORDS),
            step("words", blocks(whole, BlockTypes.TEXT.name()).anyMatch(FirstExhibition::says)),
            step("zoom", closeUp),
            step("tidy", troubles == 0 && records > 0),
            step("save", saved && records > 0),
            new Guide.Step("publish", page.isPresent() || publishing.review().isPresent(), page)));
  }

  private static Stream<Piece> blocks(Piece whole, String type) {
    return whole.all().filter(piece -> piece.type().equals(type));
  }

  private static boolean says(Piece block) {
    return block.all().anyMatch(piece -> !piece.cells().isEmpty());
  }

  private static Guide.Step step(String name, boolean done) {
    return new Guide.Step(name, done, Optional.empty());
  }
}
