package cn.lantai.server.build;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Lt;
import cn.lantai.prose.Prose;
import cn.lantai.selection.Block;
import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.draft.Draft;
import cn.lantai.selection.draft.Piece;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.view.Text;
import cn.lantai.table.Column;
import cn.lantai.table.DraftSheet;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the pieces of a draft and their cells are called, in the reader's language. */
final class DraftWording {

  private static final int LONGEST_LABEL = 28;

  private static final LocalizedText UNNAMED = LocalizedText.of("（空）", "(empty)");

  private final Language language;
  private final Map<EntityIri, LocalizedText> names;

  /**
   * @param names of what the drafts refer to, as far as they are known
   */
  DraftWording(Language language, Map<EntityIri, LocalizedText> names) {
    this.language = language;
    this.names = names;
  }

  Text text(LocalizedText text) {
    return language == Language.EN && text.en().isPresent()
        ? Text.en(text.en().get())
        : Text.zh(text.zh());
  }

  Text text(String zh, String en) {
    return language == Language.EN ? Text.en(en) : Text.zh(zh);
  }

  Optional<Text> name(EntityIri entity) {
    return Optional.ofNullable(names.get(entity)).map(this::text);
  }

  Text kind(Piece block) {
    return BlockTypes.ofName(block.type())
        .map(type -> text(type.label()))
        .orElseGet(() -> Text.of("zxx", block.type()));
  }

  /** What a section is called; a preface without a title is still one. */
  Text section(Piece section) {
    String title = section.cell("题");
    return title.isEmpty()
        ? section.type().equals(Piece.PREFACE) ? text("前言", "Preface") : text(UNNAMED)
        : Text.title("zh-Hans", title);
  }

  /** The first words by which a block is recognised. */
  Text block(Piece block) {
    Optional<BlockType> type = BlockTypes.ofName(block.type());
    Stream<Text> own =
        Stream.of("标题").map(block::cell).filter(text -> !text.isEmpty()).map(Text::zh);
    Stream<Text> items =
        block.pieces().stream()
            .flatMap(
                item ->
                    Stream.of("标题", "记录", "地点", "文字")
                        .filter(heading -> !item.cell(heading).isEmpty())
                        .map(heading -> named(item, heading, type)));
    return Stream.concat(own, items)
        .findFirst()
        .map(text -> Text.of(text.lang(), shortened(text.value())))
        .orElseGet(() -> text(UNNAMED));
  }

  private Text named(Piece item, String heading, Optional<BlockType> type) {
    String cell = item.cell(heading);
    Optional<EntityIri> named =
        switch (heading) {
          case "地点" ->
              EntityIri.isKey(cell)
                  ? Optional.of(new EntityIri(EntityType.PLACE, cell))
                  : Optional.empty();
          case "记录" -> DraftSheet.member(cell, type.orElse(BlockTypes.EXHIBIT));
          default -> Optional.empty();
        };
    return named
        .map(it -> name(it).orElseGet(() -> Text.of("zxx", cell)))
        .orElseGet(() -> Text.zh(DraftSheet.isProse(heading) ? Prose.plain(cell) : cell));
  }

  private static String shortened(String text) {
    String line = text.replaceAll("\\s+", " ").replace("|", "");
    return line.length() > LONGEST_LABEL ? line.substring(0, LONGEST_LABEL) + "…" : line;
  }

  /** A piece of a draft with the section that it stands in. */
  Text place(Draft draft, Piece piece) {
    Text own =
        switch (draft.level(piece.id())) {
          case 0 -> text("整个专题", "the whole");
          case 1 -> section(piece);
          case 2 ->
              text(
                  kind(piece).value() + "“" + block(piece).value() + "”",
                  kind(piece).value() + " “" + block(piece).value() + "”");
          default -> item(draft, piece);
        };
    return draft.level(piece.id()) == 2
        ? draft
            .parent(piece.id())
            .map(section -> Text.of(own.lang(), section(section).value() + " › " + own.value()))
            .orElse(own)
        : own;
  }

  private Text item(Draft draft, Piece item) {
    Piece block = draft.parent(item.id()).orElseThrow();
    int number = block.pieces().indexOf(item) + 1;
    Text above = place(draft, block);
    return Text.of(
        above.lang(), above.value() + text("，第 " + number + " 条", ", item " + number).value());
  }

  Text label(Column column) {
    return language == Language.EN ? Text.en(column.english()) : Text.zh(column.heading());
  }

  /** A heading of a cell, as the form of an item or of a section has it. */
  Text label(BlockType.Use use, Column column) {
    String heading = column.heading();
    Text main = text(use.label());
    if (heading.startsWith(Column.ENGLISH)) {
      return text(use.label().zh() + "（英文）", use.label().en().orElseThrow() + " in English");
    }
    if (heading.startsWith(Column.AS_WRITTEN)) {
      return text("时间（照原文）", "date as written");
    }
    return heading.equals("时间") ? text("时间（EDTF）", "date in EDTF") : main;
  }

  Text layout(Block.Layout layout) {
    return Text.of(
        language == Language.EN ? "en" : "zh-Hans", Lt.label(layout.slug(), language.code()));
  }
}
