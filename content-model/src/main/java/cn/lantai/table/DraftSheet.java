package cn.lantai.table;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.loan.CanvasName;
import cn.lantai.media.recording.Recording;
import cn.lantai.selection.Block;
import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Finding;
import cn.lantai.selection.Item;
import cn.lantai.selection.ItemField;
import cn.lantai.selection.Played;
import cn.lantai.selection.Section;
import cn.lantai.selection.Selection;
import cn.lantai.selection.draft.Draft;
import cn.lantai.selection.draft.Piece;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/**
 * A selection as a draft, and a draft read as a selection. Its cells have the headings, the rules
 * and the messages of the tables; what is unreadable keeps the draft from being saved, what is only
 * missing does not.
 */
public final class DraftSheet {

  /** The cells of a block. */
  public static final String LAYOUT = "版式";

  public static final String HEADING = "标题";
  public static final String INTRO = "文字";

  /** The cells that hold what {@link cn.lantai.prose.Prose} reads. */
  private static final Set<String> PROSE = Set.of("导言", "英文导言", "导语", "英文导语", INTRO, "英文文字");

  /** The cell that holds remarks, each in a line of its own. */
  private static final String NOTES = "凡例或制作";

  private static final String KIND = "类型";
  private static final String KEY = "键";

  /** Columns that say where a row belongs, which a draft says by its form. */
  private static final Set<String> PLACES = Set.of("专题", "节", "块", KIND, "题头", KEY);

  /** How a cell names a page image. */
  public static String imageName(EntityIri image) {
    return SelectionTables.imageName(image);
  }

  /** How a cell names a recording. */
  public static String recordingName(EntityIri recording) {
    return RecordingTable.name(recording);
  }

  /** How a cell names what an item stands for. */
  public static String memberName(EntityIri member) {
    return SelectionTables.memberName(member);
  }

  /** What a cell names that says what an item stands for; empty if it names nothing. */
  public static Optional<EntityIri> member(String cell, BlockType type) {
    return TypedKey.named(cell, type.members()).stream().findFirst();
  }

  private DraftSheet() {}

  /**
   * What came of reading a draft.
   *
   * @param selection as far as it can be read; empty if not even a preview can be made of it
   * @param problems what cannot be read, which keeps it from being saved
   * @param findings what is missing or does not fit, by the id of the block
   * @param mentions what the cells refer to, as far as it is known
   */
  public record Reading(
      Optional<Selection> selection,
      List<Trouble> problems,
      Map<String, List<Finding>> findings,
      List<Mention> mentions) {

    public boolean isReadable() {
      return selection.isPresent() && problems.stream().noneMatch(each -> each.problem().isError());
    }
  }

  /** Something that is wrong with a cell of a piece. */
  public record Trouble(String id, Problem problem) {}

  /** That a cell of a piece refers to something. */
  public record Mention(String id, String heading, EntityIri target) {}

  public static boolean isProse(String heading) {
    return PROSE.contains(heading);
  }

  /** Whether each line of a cell says something of its own. */
  public static boolean isOfLines(String heading) {
    return isProse(heading) || heading.equals(NOTES);
  }

  /** The headings of the cells of the whole, or of a section. */
  public static List<Column> columns(Piece piece) {
    List<Column> all =
        piece.type().equals(Piece.WHOLE)
            ? SelectionTables.SELECTIONS.columns()
            : SelectionTables.SECTIONS.columns();
    return all.stream().filter(column -> !PLACES.contains(column.heading())).toList();
  }

  /** The columns in which an item says this. */
  public static List<Column> columns(ItemField field) {
    return SelectionTables.columns(field).stream()
        .map(heading -> Table.column(SelectionTables.BLOCKS.columns(), heading).orElseThrow())
        .toList();
  }

  public static Draft empty(EntityIri entity) {
    return new Draft(entity, Piece.empty(Piece.WHOLE, Piece.WHOLE));
  }

  public static Draft of(Selection selection) {
    List<Piece> sections = new ArrayList<>();
    for (Section section : selection.sections()) {
      String id = "s" + sections.size();
      List<Piece> blocks = new ArrayList<>();
      for (Block block : section.blocks()) {
        blocks.add(block(id + "-b" + (blocks.size() + 1), block));
      }
      String type = section.number() == 0 ? Piece.PREFACE : Piece.SECTION;
      sections.add(
          new Piece(
              id,
              type,
              texts(SelectionTables.sectionRow(section, new RowWriter("sections.csv"))),
              blocks));
    }
    return new Draft(
        selection.iri(),
        new Piece(
            Piece.WHOLE,
            Piece.WHOLE,
            texts(SelectionTables.ownRow(selection, new RowWriter("selections.csv"))),
            sections));
  }

  private static Piece block(String id, Block block) {
    List<Piece> items = new ArrayList<>();
    for (Item item : block.items()) {
      items.add(
          new Piece(
              id + "-i" + (items.size() + 1),
              Piece.ITEM,
              texts(SelectionTables.itemRow(item, new RowWriter("blocks.csv"))),
              List.of()));
    }
    RowWriter own =
        new RowWriter("blocks.csv")
            .set(LAYOUT, block.layout().map(Block.Layout::label))
            .text(HEADING, "英文标题", block.heading())
            .paragraphs(INTRO, "英文文字", block.intro());
    return new Piece(id, block.type().name(), texts(own), items);
  }

  /** Cells as people see them in a form. */
  private static Map<String, String> texts(RowWriter row) {
    Map<String, String> texts = new HashMap<>();
    row.cells()
        .values()
        .forEach(
            (heading, cell) -> {
              String plain = CellText.plain(cell);
              texts.put(
                  heading,
                  isOfLines(heading)
                      ? String.join("\n", CellText.split(plain, CellText.LINES))
                      : plain);
            });
    return texts;
  }

  /** What a draft is read against. */
  public interface Holdings {

    /** What a key means; empty if there is no such thing. */
    Optional<EntityIri> meant(EntityIri iri);

    /** A part is always one of a page, and nobody needs to say which where a record has one. */
    Optional<EntityIri> firstPage(EntityIri record);

    /** The recording that an item plays, as far open as it is; empty if there is none. */
    Optional<Recording> played(Item item);
  }

  public static Reading read(Draft draft, Holdings holdings) {
    return new Reader(draft, holdings).read();
  }

  /**
   * What a graph says that a draft does not carry, and that stays as it is when the draft is saved.
   * Empty if that cannot be: it speaks of parts that may move.
   */
  public static Optional<Set<Triple>> beside(EntityGraph graph) {
    Set<Triple> rest = new HashSet<>(graph.triples());
    rest.removeAll(Selection.of(graph).toGraph().triples());
    String parts = graph.iri().fragment("");
    return rest.stream()
            .flatMap(triple -> Stream.of(triple.getSubject(), triple.getObject()))
            .filter(Node::isURI)
            .anyMatch(node -> node.getURI().startsWith(parts))
        ? Optional.empty()
        : Optional.of(rest);
  }

  private static final class Reader {

    private final Draft draft;
    private final Holdings holdings;
    private final Map<String, Row> rows = new HashMap<>();
    private final List<Trouble> unfit = new ArrayList<>();
    private final Map<String, List<Finding>> findings = new HashMap<>();

    Reader(Draft draft, Holdings holdings) {
      this.draft = draft;
      this.holdings = holdings;
    }

    Reading read() {
      List<Section> sections = new ArrayList<>();
      int number = startsWithPreface() ? 0 : 1;
      for (Piece piece : draft.whole().pieces()) {
        List<Block> blocks =
            piece.pieces().stream().flatMap(block -> block(block).stream()).toList();
        sections.add(SelectionTables.section(row(piece), number++, blocks));
      }
      Row own = row(draft.whole());
      Selection selection = SelectionTables.selection(draft.entity(), own, sections);
      List<Trouble> problems = new ArrayList<>();
      rows.forEach(
          (id, row) -> row.problems().forEach(problem -> problems.add(new Trouble(id, problem))));
      problems.addAll(unfit);
      List<Mention> mentions =
          rows.entrySet().stream()
              .flatMap(
                  each ->
                      each.getValue().references().stream()
                          .map(ref -> new Mention(each.getKey(), ref.column(), ref.target())))
              .toList();
      return new Reading(Optional.of(selection), problems, findings, mentions);
    }

    private boolean startsWithPreface() {
      return draft.whole().pieces().stream()
          .limit(1)
          .anyMatch(piece -> piece.type().equals(Piece.PREFACE));
    }

    private Optional<Block> block(Piece piece) {
      Optional<BlockType> type = BlockTypes.ofName(piece.type());
      Row row = row(piece);
      if (type.isEmpty()) {
        row.problem(
            "",
            piece.type(),
            LocalizedText.of("不认识这种区块", "There is no such type of block"),
            LocalizedText.of("请删去它", "Delete it"));
        return Optional.empty();
      }
      List<Item> items =
          onPages(piece.pieces().stream().map(item -> item(item, type.get())).toList());
      Block block =
          new Block(
              type.get(),
              row.oneOf(LAYOUT, Block.Layout::ofLabel, Block.Layout.LABELS),
              row.text(HEADING, "英文标题"),
              row.paragraphs(INTRO, "英文文字"),
              items);
      List<Finding> found = new ArrayList<>(type.get().findings(block));
      if (type.get().use(ItemField.RECORDING).isPresent()) {
        found.addAll(Played.findings(block, holdings::played));
      }
      findings.put(piece.id(), found);
      return Optional.of(block);
    }

    private Item item(Piece piece, BlockType type) {
      Row row = row(piece);
      return SelectionTables.item(row, SelectionTables.member(row, type), false);
    }

    /** Where an item names a part and no page, that of the block, or the first of the record. */
    private List<Item> onPages(List<Item> items) {
      if (items.stream().noneMatch(item -> item.region().isPresent())) {
        return items;
      }
      Optional<Item> named = items.stream().filter(Item::namesPage).findFirst();
      Optional<EntityIri> member = items.stream().flatMap(i -> i.member().stream()).findFirst();
      Optional<EntityIri> page =
          named.isPresent()
              ? named.flatMap(Item::image)
              : member.filter(it -> it.type() == EntityType.RECORD).flatMap(holdings::firstPage);
      Optional<CanvasName> canvas =
          named.isPresent()
              ? named.flatMap(Item::canvas)
              : member
                  .filter(it -> it.type() == EntityType.LOAN)
                  .map(loan -> new CanvasName(loan, 1));
      return items.stream()
          .map(
              item -> item.region().isPresent() && !item.namesPage() ? item.on(page, canvas) : item)
          .toList();
    }

    private Row row(Piece piece) {
      Map<String, String> cells = new HashMap<>();
      piece.cells().forEach((heading, text) -> cells.put(heading, cell(heading, text)));
      Row row = new Row(Place.row("selections.csv", 1), cells).meaning(holdings::meant);
      rows.put(piece.id(), row);
      englishAlone(piece);
      return row;
    }

    /** A text in English alone would not be kept. */
    private void englishAlone(Piece piece) {
      for (String heading : piece.cells().keySet()) {
        String chinese = heading.replaceFirst("^" + Column.ENGLISH, "");
        if (!chinese.equals(heading) && piece.cell(chinese).isEmpty()) {
          unfit.add(
              new Trouble(
                  piece.id(),
                  Problem.error(
                      Place.row("selections.csv", 1),
                      heading,
                      piece.cell(heading),
                      LocalizedText.of("只有英文，没有中文", "There is English, but no Chinese"),
                      LocalizedText.of("请先写中文", "Write the Chinese text first"))));
        }
      }
    }

    private static String cell(String heading, String text) {
      return CellText.guarded(
          isOfLines(heading)
              ? CellText.join(List.of(text.split("\\R", -1)), CellText.LINES)
              : text);
    }
  }
}
