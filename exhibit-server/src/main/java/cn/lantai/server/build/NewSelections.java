package cn.lantai.server.build;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Journal;
import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.draft.Draft;
import cn.lantai.selection.draft.Piece;
import cn.lantai.server.site.view.EntryView;
import java.util.List;
import java.util.Map;

/** How something new begins, and where it is. */
final class NewSelections {

  private NewSelections() {}

  static String path(EntityIri entity) {
    return "/workbench/selections/" + entity.type().segment() + "/" + entity.key();
  }

  static EntryView.EntryState state(EntityState state) {
    if (state.isPublic()) {
      return state.published() == state.current()
          ? EntryView.EntryState.PUBLIC
          : EntryView.EntryState.CHANGED;
    }
    return state.withdrawn() ? EntryView.EntryState.WITHDRAWN : EntryView.EntryState.NOT_PUBLIC;
  }

  /** The wanted key, or the first that is free when it is counted up. */
  static EntityIri freeKey(EntityType type, String wanted, Journal journal) {
    EntityIri entity = new EntityIri(type, wanted);
    for (int number = 2; journal.state(entity).isPresent(); number++) {
      entity = new EntityIri(type, wanted + "-" + number);
    }
    return entity;
  }

  /**
   * A draft with a title, and with the usual sections and blocks of its kind, still to be filled.
   */
  static Draft begin(EntityIri entity, String title, boolean usual) {
    Draft draft =
        new Draft(entity, new Piece(Piece.WHOLE, Piece.WHOLE, Map.of("题名", title), List.of()));
    if (!usual) {
      return draft;
    }
    return switch (entity.type()) {
      case STUDY ->
          with(
              with(
                  with(draft, Piece.PREFACE, "导引", BlockTypes.TEXT),
                  Piece.SECTION,
                  "读材料",
                  BlockTypes.TRANSCRIPT,
                  BlockTypes.ZOOM),
              Piece.SECTION,
              "想一想",
              BlockTypes.QUESTION,
              BlockTypes.QUESTION);
      case COMPILATION ->
          with(
              with(draft, Piece.PREFACE, "编辑说明", BlockTypes.TEXT),
              Piece.SECTION,
              "第一辑",
              BlockTypes.TRANSCRIPT,
              BlockTypes.TRANSCRIPT);
      case COLLECTION ->
          with(
              with(draft, Piece.SECTION, "生平", BlockTypes.TEXT, BlockTypes.TIMELINE),
              Piece.SECTION,
              "手迹与书信",
              BlockTypes.EXHIBIT,
              BlockTypes.GALLERY);
      default ->
          with(
              with(
                  with(
                      with(draft, Piece.PREFACE, "前言", BlockTypes.TEXT),
                      Piece.SECTION,
                      "第一部分",
                      BlockTypes.EXHIBIT,
                      BlockTypes.ZOOM),
                  Piece.SECTION,
                  "第二部分",
                  BlockTypes.GALLERY,
                  BlockTypes.QUOTATION),
              Piece.SECTION,
              "第三部分",
              BlockTypes.TIMELINE,
              BlockTypes.TEXT);
    };
  }

  private static Draft with(Draft draft, String type, String title, BlockType... blocks) {
    String section = draft.freshId();
    Draft more = draft.append(Piece.WHOLE, Piece.empty(section, type).with("题", title));
    for (BlockType block : blocks) {
      more = more.append(section, Piece.block(more.freshId(), block.name(), block.fewest()));
    }
    return more;
  }
}
