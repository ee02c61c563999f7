package cn.lantai.table;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.loan.CanvasName;
import cn.lantai.media.Region;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.selection.Block;
import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.selection.ItemField;
import cn.lantai.selection.Section;
import cn.lantai.selection.Selection;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The tables of what is curated: selections.csv with its sections.csv and blocks.csv.
 *
 * <p>A row of blocks.csv is an item of a block, or its heading. Which one the first row of a block
 * is follows from the kind of block and the cells that are filled, unless the column 题头 says it.
 */
final class SelectionTables {

  private static final Map<String, EntityType> TYPES =
      Map.of(
          "展览", EntityType.EXHIBITION,
          "名人专题", EntityType.COLLECTION,
          "汇编", EntityType.COMPILATION,
          "学习包", EntityType.STUDY);

  private static final Pattern FILE_ENDING = Pattern.compile("\\.(jpe?g|png|tiff?)$");

  private static final String LABELS =
      BlockTypes.ALL.stream().map(type -> type.label().zh()).collect(Collectors.joining("、"));

  private static final String YES = "是";
  private static final String NO = "否";

  static final Table.Part SECTIONS =
      new Table.Part(
          "sections.csv",
          "专题",
          List.of(
              new Column("专题", "selection", true),
              new Column("节", "section", true),
              new Column("题", "title", false),
              new Column("英文题", "title in English", false),
              new Column("导语", "introduction", false),
              new Column("英文导语", "introduction in English", false),
              new Column("时间说明", "time", false)));

  static final Table.Part BLOCKS =
      new Table.Part(
          "blocks.csv",
          "专题",
          List.of(
              new Column("专题", "selection", true),
              new Column("节", "section", true),
              new Column("块", "block", false),
              new Column("类型", "kind", true),
              new Column("版式", "layout", false),
              new Column("题头", "heading", false),
              new Column("记录", "record", false),
              new Column("图像", "image", false),
              new Column("区域", "region", false),
              new Column("音像", "recording", false),
              new Column("时段", "from and to", false),
              new Column("原文日期", "date as written", false),
              new Column("时间", "date", false),
              new Column("地点", "place", false),
              new Column("标题", "title", false),
              new Column("英文标题", "title in English", false),
              new Column("文字", "text", false),
              new Column("英文文字", "text in English", false),
              new Column("依据", "sources", false)));

  /** The part of the image that is the cover. */
  static final String COVER_PART = "封面区域";

  static final Table SELECTIONS =
      new Table(
          "selections.csv",
          List.of(
              new Column("键", "key", true),
              new Column("类型", "kind", true),
              new Column("序号", "rank", false),
              new Column("题名", "title", true),
              new Column("英文题名", "title in English", false),
              new Column("副题", "subtitle", false),
              new Column("英文副题", "subtitle in English", false),
              new Column("编者", "editor", false),
              new Column("人物", "person", false),
              new Column("封面", "cover", false),
              new Column(COVER_PART, "part of the cover", false),
              new Column("导言", "introduction", false),
              new Column("英文导言", "introduction in English", false),
              new Column("凡例或制作", "credits", false),
              new Column("版权", "rights", false)),
          List.of(SECTIONS, BLOCKS),
          SelectionTables::own,
          (iri, row, parts, surroundings) ->
              selection(iri, row, parts.get(SECTIONS.file()), parts.get(BLOCKS.file())),
          SelectionTables::write);

  private SelectionTables() {}

  /** The selection's own IRI: its type stands in the row. */
  private static Optional<EntityIri> own(Row row) {
    return row.requiredOneOf("类型", label -> Optional.ofNullable(TYPES.get(label)), "展览、名人专题、汇编、学习包")
        .flatMap(row::own);
  }

  private static Candidate selection(EntityIri iri, Row row, List<Row> sections, List<Row> blocks) {
    Map<Integer, List<Row>> blocksBySection =
        blocks.stream()
            .collect(
                Collectors.groupingBy(
                    block -> block.integer("节", -1), TreeMap::new, Collectors.toList()));
    List<Section> parts = new ArrayList<>();
    for (Row section : sections) {
      int number = section.integer("节", -1);
      parts.add(section(section, number, blocks(blocksBySection.getOrDefault(number, List.of()))));
      blocksBySection.remove(number);
    }
    blocksBySection.values().stream()
        .flatMap(List::stream)
        .forEach(
            lost ->
                lost.problem(
                    "节",
                    lost.get("节").orElse(""),
                    LocalizedText.of("sections.csv 中没有这一节", "There is no such section"),
                    LocalizedText.of(
                        "请改正节号，或在 sections.csv 中补上", "Correct the number or add the section")));
    Selection selection = selection(iri, row, parts);
    List<Row> rows = new ArrayList<>(List.of(row));
    rows.addAll(sections);
    rows.addAll(blocks);
    return new Candidate(iri, rows, selection::toGraph, true);
  }

  static Selection selection(EntityIri iri, Row row, List<Section> sections) {
    Optional<EntityIri> cover = row.get("封面").flatMap(name -> image(row, "封面", name));
    return new Selection(
        iri,
        row.integer("序号", 0),
        row.requiredText("题名", "英文题名"),
        row.text("副题", "英文副题"),
        row.ref("编者", EntityType.ORGANISATION),
        row.ref("人物", EntityType.PERSON),
        cover,
        coverPart(row, cover),
        row.paragraphs("导言", "英文导言"),
        row.lines("凡例或制作"),
        row.get("版权"),
        sections);
  }

  private static Optional<Region> coverPart(Row row, Optional<EntityIri> cover) {
    if (row.get("封面").isEmpty() && row.get(COVER_PART).isPresent()) {
      row.problem(
          COVER_PART,
          row.get(COVER_PART).orElse(""),
          LocalizedText.of("没有写是哪张封面的区域", "A part of which cover is not said"),
          LocalizedText.of("请先选封面，或删去区域", "Choose the cover first, or leave the part out"));
    }
    return region(row, COVER_PART).filter(part -> cover.isPresent());
  }

  private static Optional<Region> region(Row row, String column) {
    return row.parsed(
        column,
        Region::parse,
        LocalizedText.of("不是图像上的区域", "Not a part of the image"),
        LocalizedText.of(
            "写成“左,上,宽,高”，均为百分数，如 50,5,45,50",
            "Write left,top,width,height in percent, such as 50,5,45,50"));
  }

  static Section section(Row row, int number, List<Block> blocks) {
    return new Section(
        number, row.text("题", "英文题"), row.paragraphs("导语", "英文导语"), row.get("时间说明"), blocks);
  }

  /** An image by its key or by the name of its file. */
  static Optional<EntityIri> image(Row row, String column, String name) {
    return row.resolve(column, FILE_ENDING.matcher(name).replaceFirst(""), EntityType.IMAGE);
  }

  private static List<Block> blocks(List<Row> rows) {
    Map<Integer, List<Row>> byNumber = new LinkedHashMap<>();
    for (Row row : rows) {
      byNumber.computeIfAbsent(row.integer("块", 1), number -> new ArrayList<>()).add(row);
    }
    return byNumber.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(entry -> block(entry.getValue()).stream())
        .toList();
  }

  private static Optional<Block> block(List<Row> rows) {
    Row first = rows.get(0);
    Optional<BlockType> type = first.requiredOneOf("类型", BlockTypes::ofLabel, LABELS);
    Optional<Block.Layout> layout = first.oneOf("版式", Block.Layout::ofLabel, Block.Layout.LABELS);
    if (type.isEmpty()) {
      return Optional.empty();
    }
    Optional<Boolean> stated = first.oneOf("题头", SelectionTables::yesOrNo, "是、否");
    boolean heading = stated.orElseGet(() -> isHeading(type.get(), first));
    boolean titleIsHeading = heading || (stated.isEmpty() && type.get().isHeadedByFirstItem());
    List<Item> items = new ArrayList<>();
    for (Row row : rows) {
      if (row != first || !heading) {
        items.add(item(row, type.get(), row == first && titleIsHeading));
      }
    }
    if (items.isEmpty() && stated.isEmpty()) {
      first.problem(
          "块",
          first.get("块").orElse(""),
          LocalizedText.of("这一块没有内容", "The block has no content"),
          LocalizedText.of("请补上条目，或删去本行", "Add its entries, or delete the row"));
    }
    return Optional.of(
        new Block(
            type.get(),
            layout,
            titleIsHeading ? first.text("标题", "英文标题") : Optional.empty(),
            heading ? first.paragraphs("文字", "英文文字") : Optional.empty(),
            items));
  }

  private static Optional<Boolean> yesOrNo(String text) {
    return switch (text) {
      case YES -> Optional.of(true);
      case NO -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** Whether the first row of a block says what the block is, and is not yet one of its items. */
  private static boolean isHeading(BlockType type, Row row) {
    return !type.telling().isEmpty()
        && type.telling().stream()
            .flatMap(field -> columns(field).stream())
            .allMatch(column -> row.get(column).isEmpty());
  }

  /** The columns in which an item says this. */
  static List<String> columns(ItemField field) {
    return switch (field) {
      case MEMBER -> List.of("记录");
      case IMAGE -> List.of("图像");
      case REGION -> List.of("区域");
      case RECORDING -> List.of("音像");
      case SPAN -> List.of("时段");
      case DATE -> List.of("原文日期", "时间");
      case PLACE -> List.of("地点");
      case TITLE -> List.of("标题", "英文标题");
      case TEXT -> List.of("文字", "英文文字");
      case SOURCES -> List.of("依据");
    };
  }

  private static Item item(Row row, BlockType type, boolean titleIsHeading) {
    boolean required = type.use(ItemField.MEMBER).filter(BlockType.Use::required).isPresent();
    return item(row, required ? requiredMember(row, type) : member(row, type), titleIsHeading);
  }

  private static Optional<EntityIri> requiredMember(Row row, BlockType type) {
    row.required("记录");
    return member(row, type);
  }

  static Optional<EntityIri> member(Row row, BlockType type) {
    return row.get("记录").flatMap(text -> TypedKey.read(row, "记录", text, type.members()));
  }

  /** What stands for a member in a cell: a key, or one with its type where it is a loan. */
  static String memberName(EntityIri member) {
    return member.type() == EntityType.LOAN
        ? TypedKey.write(member, List.of(EntityType.RECORD, EntityType.LOAN))
        : member.key();
  }

  /** The canvas of a loan: {@code key#2}, where images have the name of a file. */
  private static Optional<CanvasName> canvas(Row row, String name) {
    Optional<CanvasName> canvas = CanvasName.parse(name);
    if (canvas.isEmpty()) {
      row.problem(
          "图像",
          name,
          LocalizedText.of("不是借展藏品的画面", "Not a canvas of a borrowed object"),
          LocalizedText.of("写成“键#第几幅”，如 m31-001#2", "Write key#number, such as m31-001#2"));
    }
    return canvas.flatMap(
        named ->
            row.resolve("图像", named.loan().key(), EntityType.LOAN)
                .map(loan -> new CanvasName(loan, named.number())));
  }

  static Item item(Row row, Optional<EntityIri> member, boolean titleIsHeading) {
    Optional<String> page = row.get("图像");
    return new Item(
        member,
        page.filter(name -> !name.contains("#")).flatMap(name -> image(row, "图像", name)),
        page.filter(name -> name.contains("#")).flatMap(name -> canvas(row, name)),
        region(row, "区域"),
        row.get("音像")
            .flatMap(name -> row.resolve("音像", RecordingTable.key(name), EntityType.RECORDING)),
        row.parsed(
            "时段",
            SelectionTables::span,
            LocalizedText.of("不是起止时间", "Not a time from and to"),
            LocalizedText.of(
                "写成“起-止”，如 1:05-2:30；只写起点则放到结尾",
                "Write from-to, such as 1:05-2:30, or where it begins alone")),
        row.date("原文日期", "时间"),
        row.ref("地点", EntityType.PLACE),
        titleIsHeading ? Optional.empty() : row.text("标题", "英文标题"),
        row.paragraphs("文字", "英文文字"),
        row.refs("依据", EntityType.SOURCE));
  }

  /**
   * @throws IllegalArgumentException if it is not a time from and to
   */
  private static MediaTime.Span span(String text) {
    String[] ends = text.split("[-–—]", -1);
    List<Optional<Long>> times = Arrays.stream(ends).map(MediaTime::parse).toList();
    if (times.size() > 2 || times.stream().anyMatch(Optional::isEmpty)) {
      throw new IllegalArgumentException("Not a time from and to: " + text);
    }
    return new MediaTime.Span(
        times.get(0).orElseThrow(), times.size() == 1 ? Optional.empty() : times.get(1));
  }

  private static String fromTo(MediaTime.Span span) {
    return MediaTime.clock(span.start())
        + span.end().map(end -> "-" + MediaTime.clock(end)).orElse("");
  }

  private static List<Cells> write(EntityGraph graph) {
    Selection selection = Selection.of(graph);
    List<Cells> rows = new ArrayList<>();
    rows.add(
        ownRow(
                selection,
                new RowWriter(SELECTIONS.file())
                    .set("键", selection.iri().key())
                    .set("类型", label(selection.iri().type())))
            .cells());
    for (Section section : selection.sections()) {
      rows.add(
          sectionRow(
                  section,
                  new RowWriter(SECTIONS.file())
                      .set("专题", selection.iri().key())
                      .integer("节", section.number()))
              .cells());
    }
    for (Section section : selection.sections()) {
      for (int i = 0; i < section.blocks().size(); i++) {
        int number = i + 1;
        rows.addAll(
            blockRows(
                section.blocks().get(i),
                () ->
                    new RowWriter(BLOCKS.file())
                        .set("专题", selection.iri().key())
                        .integer("节", section.number())
                        .integer("块", number)));
      }
    }
    return rows;
  }

  static RowWriter ownRow(Selection selection, RowWriter row) {
    return row.integer("序号", selection.rank())
        .text("题名", "英文题名", selection.title())
        .text("副题", "英文副题", selection.subtitle())
        .ref("编者", selection.editor())
        .ref("人物", selection.person())
        .set("封面", selection.cover().map(SelectionTables::imageName))
        .set(COVER_PART, selection.coverPart().map(Region::toString))
        .paragraphs("导言", "英文导言", selection.intro())
        .lines("凡例或制作", selection.notes())
        .set("版权", selection.rights());
  }

  static RowWriter sectionRow(Section section, RowWriter row) {
    return row.text("题", "英文题", section.title())
        .paragraphs("导语", "英文导语", section.lede())
        .set("时间说明", section.time());
  }

  private static String label(EntityType type) {
    return TYPES.entrySet().stream()
        .filter(entry -> entry.getValue() == type)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** A key that ends like a file name gets an ending for {@link #image} to take away. */
  static String imageName(EntityIri image) {
    return FILE_ENDING.matcher(image.key()).find() ? image.key() + ".jpg" : image.key();
  }

  private static List<Cells> blockRows(Block block, Supplier<RowWriter> newRow) {
    List<RowWriter> rows = new ArrayList<>();
    boolean headingInFirstItem = block.type().isHeadedByFirstItem() && fitsFirstItem(block);
    if (!headingInFirstItem && hasHeading(block)) {
      rows.add(
          newRow
              .get()
              .set("题头", isHeadingByItself(block) ? "" : YES)
              .text("标题", "英文标题", block.heading())
              .paragraphs("文字", "英文文字", block.intro()));
    }
    for (Item item : block.items()) {
      RowWriter row = itemRow(item, newRow.get());
      if (rows.isEmpty()) {
        row.set("题头", looksLikeHeading(block.type(), item) ? NO : "")
            .text("标题", "英文标题", block.heading());
      }
      rows.add(row);
    }
    rows.get(0).set("版式", block.layout().map(Block.Layout::label));
    return rows.stream().map(row -> row.set("类型", block.type().label().zh()).cells()).toList();
  }

  private static boolean hasHeading(Block block) {
    return block.heading().isPresent() || block.intro().isPresent() || block.items().isEmpty();
  }

  private static boolean fitsFirstItem(Block block) {
    return block.intro().isEmpty()
        && block.items().stream().limit(1).anyMatch(item -> item.title().isEmpty());
  }

  /** Whether a row with nothing but a title and a text is read as the heading of the block. */
  private static boolean isHeadingByItself(Block block) {
    return !block.type().telling().isEmpty() && !block.items().isEmpty();
  }

  private static boolean looksLikeHeading(BlockType type, Item item) {
    return type.isHeadedByFirstItem()
        ? item.title().isPresent()
        : !type.telling().isEmpty()
            && type.telling().stream().noneMatch(field -> field.isFilled(item));
  }

  static RowWriter itemRow(Item item, RowWriter row) {
    return row.set("记录", item.member().map(SelectionTables::memberName))
        .set(
            "图像",
            item.image()
                .map(SelectionTables::imageName)
                .or(() -> item.canvas().map(CanvasName::text)))
        .set("区域", item.region().map(Region::toString))
        .set("音像", item.recording().map(RecordingTable::name))
        .set("时段", item.span().map(SelectionTables::fromTo))
        .date("原文日期", "时间", item.date())
        .ref("地点", item.place())
        .text("标题", "英文标题", item.title())
        .paragraphs("文字", "英文文字", item.text())
        .refs("依据", item.sources());
  }
}
