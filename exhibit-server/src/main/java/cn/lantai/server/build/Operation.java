package cn.lantai.server.build;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.ItemField;
import cn.lantai.selection.draft.Draft;
import cn.lantai.selection.draft.Piece;
import cn.lantai.table.DraftSheet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a button of the builder asks for, as its value says it: a word, and what it is about behind
 * colons, such as {@code up:s1-b2}.
 */
record Operation(String name, List<String> about) {

  /** Shows the draft as the form has it. */
  static final Operation SHOW = new Operation("show", List.of());

  private static final Set<EntityType> TAKEN =
      Set.of(EntityType.RECORD, EntityType.LOAN, EntityType.PERSON);

  static final String SAVE = "save";

  /** Takes in what the manifest in the form describes. */
  static final String BORROW = "borrow";

  static Operation take(EntityIri thing) {
    return new Operation("take", List.of(thing.type().segment(), thing.key()));
  }

  static final String FIND = "find";

  private static final int MOST_WORDS = 5;

  static Operation parse(String text) {
    List<String> words = List.of(text.split(":", MOST_WORDS));
    return words.get(0).isEmpty()
        ? SHOW
        : new Operation(words.get(0), words.subList(1, words.size()));
  }

  /**
   * What came of it.
   *
   * @param selected the id of the piece in the editor
   * @param said what is read out; empty if there is nothing to say
   */
  record Result(Draft draft, String selected, Optional<LocalizedText> said) {}

  private String word(int index) {
    return index < about.size() ? about.get(index) : "";
  }

  /** What cannot be done changes nothing. */
  Result apply(Draft draft, String selected) {
    String id = word(0);
    return switch (name) {
      case "select" -> draft.find(id).isPresent() ? result(draft, id) : result(draft, selected);
      case "up" -> moved(draft.up(id), id, selected);
      case "down" -> moved(draft.down(id), id, selected);
      case "move" -> moved(draft.move(id, word(1), number(word(2))), id, selected);
      case "delete" -> deleted(draft, id, selected);
      case "copy" -> copied(draft, id, selected);
      case "section" -> section(draft);
      case "toggle" -> toggled(draft, id, selected);
      case "block" ->
          BlockTypes.ofName(id)
              .map(type -> block(draft, type, target(draft, selected)))
              .orElseGet(() -> result(draft, selected));
      case "cover" -> cover(draft, id, selected);
      case "item" -> item(draft, selected);
      case "place" -> place(draft, id, word(1), word(2), number(word(3)), selected);
      case "take" -> take(draft, id, word(1), word(2).isEmpty() ? selected : word(2));
      default -> result(draft, selected);
    };
  }

  private static Result result(Draft draft, String selected) {
    return new Result(draft, selected, Optional.empty());
  }

  private static Result result(Draft draft, String selected, String zh, String en) {
    return new Result(draft, selected, Optional.of(LocalizedText.of(zh, en)));
  }

  private static int number(String text) {
    return text.matches("\\d{1,5}") ? Integer.parseInt(text) : 0;
  }

  private static Result moved(Draft draft, String id, String selected) {
    Optional<Piece> parent = draft.parent(id);
    if (parent.isEmpty()) {
      return result(draft, selected);
    }
    int place = parent.get().pieces().stream().map(Piece::id).toList().indexOf(id) + 1;
    int all = parent.get().pieces().size();
    String into = draft.level(id) == 2 ? parent.get().cell("题") : "";
    return result(
        draft,
        selected,
        (into.isEmpty() ? "" : "“" + into + "”：") + "现在是第 " + place + " 个，共 " + all + " 个",
        (into.isEmpty() ? "" : "“" + into + "”: ") + "now " + place + " of " + all);
  }

  private static Result deleted(Draft draft, String id, String selected) {
    Optional<Piece> parent = draft.parent(id);
    Draft rest = draft.delete(id);
    String next =
        rest.find(selected).isPresent()
            ? selected
            : parent.map(Piece::id).filter(up -> rest.find(up).isPresent()).orElse(Piece.WHOLE);
    return parent.isEmpty()
        ? result(draft, selected)
        : result(rest, next, "已删去，可以撤销", "Deleted; it can be undone");
  }

  private static Result copied(Draft draft, String id, String selected) {
    return draft.find(id).isEmpty()
        ? result(draft, selected)
        : result(draft.duplicate(id), selected, "已复制在后面", "Copied, right behind it");
  }

  private static Result section(Draft draft) {
    String id = draft.freshId();
    return result(
        draft.append(Piece.WHOLE, Piece.empty(id, Piece.SECTION)),
        id,
        "已加一章，请写题名",
        "A section was added; give it a title");
  }

  private static Result toggled(Draft draft, String id, String selected) {
    return draft
        .find(id)
        .filter(piece -> draft.level(id) == 1)
        .map(
            piece ->
                draft.ofType(
                    id, piece.type().equals(Piece.PREFACE) ? Piece.SECTION : Piece.PREFACE))
        .map(changed -> result(changed, selected))
        .orElseGet(() -> result(draft, selected));
  }

  /** The section or block behind which something new comes; a section is made if there is none. */
  private static String target(Draft draft, String selected) {
    if (draft.level(selected) == 3) {
      return draft.parent(selected).map(Piece::id).orElse(Piece.WHOLE);
    }
    if (draft.level(selected) > 0) {
      return selected;
    }
    List<Piece> sections = draft.whole().pieces();
    return sections.isEmpty() ? Piece.WHOLE : sections.get(sections.size() - 1).id();
  }

  private static Result block(Draft draft, BlockType type, String target) {
    Draft roomy = draft;
    String behind = target;
    if (behind.equals(Piece.WHOLE)) {
      behind = draft.freshId();
      roomy = draft.append(Piece.WHOLE, Piece.empty(behind, Piece.SECTION));
    }
    String id = roomy.freshId();
    Piece block = Piece.block(id, type.name(), type.fewest());
    Draft done =
        roomy.level(behind) == 1 ? roomy.append(behind, block) : roomy.insertAfter(behind, block);
    return result(
        done,
        id,
        "已加一块“" + type.label().zh() + "”",
        "A block was added: " + type.label().en().orElseThrow());
  }

  /** Makes an image the cover, all of it; what is the cover already is so no longer. */
  private static Result cover(Draft draft, String image, String selected) {
    boolean away = draft.whole().cell(COVER).equals(image);
    Piece whole = draft.whole().with(COVER, away ? "" : image).with(COVER_PART, "");
    Draft covered = draft.withCells(Piece.WHOLE, whole.cells());
    return away
        ? result(covered, selected, "不再作封面", "No longer the cover")
        : result(covered, selected, "已作封面", "It is the cover now");
  }

  private static Result item(Draft draft, String selected) {
    return type(draft, selected)
        .filter(type -> draft.find(selected).orElseThrow().pieces().size() < type.most())
        .map(
            type ->
                result(
                    draft.append(selected, Piece.empty(draft.freshId(), Piece.ITEM)),
                    selected,
                    "已加一" + type.entry().zh(),
                    "Added: " + type.entry().en().orElseThrow()))
        .orElseGet(() -> result(draft, selected));
  }

  private static Optional<BlockType> type(Draft draft, String id) {
    return draft.level(id) == 2
        ? draft.find(id).flatMap(block -> BlockTypes.ofName(block.type()))
        : Optional.empty();
  }

  /**
   * Puts a record, a loan or a person where they belong: into the selected block if it holds such,
   * else into a new one behind it.
   */
  private static Result take(Draft draft, String segment, String key, String selected) {
    Optional<EntityType> kind = EntityType.ofSegment(segment).filter(TAKEN::contains);
    if (kind.isEmpty() || !EntityIri.isKey(key) || draft.find(selected).isEmpty()) {
      return result(draft, selected);
    }
    BlockType fitting = kind.get() == EntityType.PERSON ? BlockTypes.PERSON : BlockTypes.EXHIBIT;
    Optional<BlockType> type =
        type(draft, selected)
            .filter(each -> each.use(ItemField.MEMBER).isPresent())
            .filter(each -> each.members().contains(kind.get()));
    Result at =
        type.isPresent() && (type.get().most() > 1 || isVacant(draft, selected))
            ? result(draft, selected)
            : block(draft, fitting, target(draft, selected));
    return result(
        filled(
            at.draft(),
            at.selected(),
            type(at.draft(), at.selected()).orElse(fitting),
            DraftSheet.memberName(new EntityIri(kind.get(), key))),
        at.selected(),
        "已加入",
        "Added");
  }

  /** Makes a new block of it at a place of a section. */
  private static Result place(
      Draft draft, String segment, String key, String section, int index, String selected) {
    if (draft.level(section) != 1) {
      return take(draft, segment, key, selected);
    }
    Result made = take(draft, segment, key, section);
    return new Result(
        made.draft().move(made.selected(), section, index), made.selected(), made.said());
  }

  private static boolean isVacant(Draft draft, String block) {
    return draft.find(block).orElseThrow().pieces().stream()
        .allMatch(item -> item.cell(MEMBER).isEmpty());
  }

  private static Draft filled(Draft draft, String block, BlockType type, String key) {
    List<Piece> items = draft.find(block).orElseThrow().pieces();
    Optional<Piece> vacant =
        items.stream()
            .filter(
                item ->
                    item.cell(MEMBER).isEmpty()
                        && (item.cell("图像").isEmpty() || type.isOfOneRecord()))
            .findFirst();
    if (type.isOfOneRecord() && !items.isEmpty()) {
      Piece first = items.get(0);
      return draft.withCells(first.id(), first.with(MEMBER, key).with("图像", "").cells());
    }
    return vacant
        .map(item -> draft.withCells(item.id(), item.with(MEMBER, key).cells()))
        .orElseGet(
            () -> draft.append(block, Piece.empty(draft.freshId(), Piece.ITEM).with(MEMBER, key)));
  }

  /** The page that is asked for; 1 if none is. */
  int page() {
    return Math.max(1, number(word(0)));
  }

  private static final String MEMBER = "记录";
  static final String COVER = "封面";
  static final String COVER_PART = "封面区域";
}
