package cn.lantai.server.build;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.media.recording.Recording;
import cn.lantai.selection.Block;
import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Finding;
import cn.lantai.selection.ItemField;
import cn.lantai.selection.draft.Draft;
import cn.lantai.selection.draft.DraftMerge;
import cn.lantai.selection.draft.Piece;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.site.Previews.Leaf;
import cn.lantai.server.site.view.BuilderView;
import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.Image;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Text;
import cn.lantai.table.Column;
import cn.lantai.table.DraftSheet;
import cn.lantai.table.Sheet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The form of the selected piece of a draft: fields, choices and help follow from the description
 * of the type of block.
 */
final class BuilderForm {

  /** More would be no choice but a search; any image can be named by its key. */
  private static final int COVERS = 48;

  private static final int COVERS_OF_A_RECORD = 6;

  private static final String MEMBER = "记录";
  private static final String IMAGE = "图像";
  private static final String REGION = "区域";
  private static final String RECORDING = "音像";

  private static final Map<String, LocalizedText> HELP =
      Map.of(
          REGION,
          LocalizedText.of(
              "在图上框选，或写“左,上,宽,高”，均为百分数，如 50,5,45,50；留空看整页",
              "Mark it on the page, or write left,top,width,height in percent; empty for all of"
                  + " it"),
          RECORDING,
          LocalizedText.of("留空用这件记录的第一段", "Empty for the first one of the record"),
          "时段",
          LocalizedText.of(
              "写成“起-止”，如 0:12-1:05；留空放全部", "Write from-to, such as 0:12-1:05; empty for all of it"),
          "时间",
          LocalizedText.of("照原文能读出的，可以不填", "May stay empty where the words say it"),
          "题名",
          LocalizedText.of("竖线 | 表示可以折行的地方", "A bar | marks where a line may break"),
          "凡例或制作",
          LocalizedText.of("一行一条", "One in a line"),
          Operation.COVER,
          LocalizedText.of(
              "从下面选，或写图像的键；留空用第一件展品的首页",
              "Choose below, or write the key of an image; empty for the first page of the first"
                  + " exhibit"),
          Operation.COVER_PART,
          LocalizedText.of(
              "只用图像的一部分：在图上框选，或写“左,上,宽,高”，均为百分数",
              "Only a part of the image: mark it, or write left,top,width,height in percent"));

  private static final Map<String, EntityType> KEYS =
      Map.of("编者", EntityType.ORGANISATION, "人物", EntityType.PERSON);

  private final DraftWording words;
  private final Draft draft;
  private final DraftSheet.Reading reading;
  private final List<DraftMerge.Collision> collisions;
  private final Map<EntityIri, List<Leaf>> leaves;
  private final Map<EntityIri, List<Recording>> recordings;
  private final Set<EntityIri> seen;
  private final Optional<Image> cover;
  private final boolean strict;

  /**
   * @param leaves the pages of the records that the selected block, or the whole, shows
   * @param recordings those of the same records
   * @param seen what visitors can see of all that the draft refers to
   * @param cover the image that is the cover, where that is chosen
   * @param strict whether what cannot be read is told
   */
  BuilderForm(
      DraftWording words,
      Draft draft,
      DraftSheet.Reading reading,
      List<DraftMerge.Collision> collisions,
      Map<EntityIri, List<Leaf>> leaves,
      Map<EntityIri, List<Recording>> recordings,
      Set<EntityIri> seen,
      Optional<Image> cover,
      boolean strict) {
    this.words = words;
    this.draft = draft;
    this.reading = reading;
    this.collisions = collisions;
    this.leaves = leaves;
    this.recordings = recordings;
    this.seen = seen;
    this.cover = cover;
    this.strict = strict;
  }

  BuilderView.Editor editor(String selected) {
    Piece piece = draft.find(selected).orElse(draft.whole());
    return switch (draft.level(piece.id())) {
      case 0 -> plain(piece, BuilderView.Level.WHOLE, words.text("整个专题", "The whole"));
      case 1 -> plain(piece, BuilderView.Level.SECTION, words.section(piece));
      default -> block(piece);
    };
  }

  private BuilderView.Editor plain(Piece piece, BuilderView.Level level, Text name) {
    List<EntryView.Field> fields =
        DraftSheet.columns(piece).stream()
            .filter(column -> applies(piece, column.heading()))
            .map(column -> field(piece, column, words.label(column), kind(column.heading())))
            .toList();
    return new BuilderView.Editor(
        piece.id(),
        level,
        name,
        Optional.empty(),
        fields,
        List.of(),
        List.of(),
        name,
        false,
        level == BuilderView.Level.WHOLE ? Optional.of(covers(piece)) : Optional.empty());
  }

  private boolean applies(Piece piece, String heading) {
    boolean needed =
        switch (heading) {
          case "人物" -> draft.entity().type() == EntityType.COLLECTION;
          case Operation.COVER_PART -> !piece.cell(Operation.COVER).isEmpty();
          default -> true;
        };
    return needed || !piece.cell(heading).isEmpty();
  }

  /** The pages of what is shown, in its order. */
  private BuilderView.Covers covers(Piece whole) {
    String chosen = whole.cell(Operation.COVER);
    List<BuilderView.CoverChoice> choices = new ArrayList<>();
    leaves.forEach(
        (record, pages) ->
            pages.stream()
                .filter(leaf -> leaf.image().readable() && !leaf.name().contains("#"))
                .sorted(Comparator.comparingInt(Leaf::number))
                .limit(COVERS_OF_A_RECORD)
                .map(leaf -> cover(record, leaf, chosen))
                .forEach(choices::add));
    return new BuilderView.Covers(
        choices.stream().limit(COVERS).toList(),
        cover.filter(Image::readable),
        DraftFields.name(whole.id(), Operation.COVER_PART));
  }

  private BuilderView.CoverChoice cover(EntityIri record, Leaf leaf, String chosen) {
    String name = leaf.name();
    Text of = words.name(record).orElseGet(() -> Text.of("zxx", record.key()));
    return new BuilderView.CoverChoice(
        "cover:" + name,
        words.text(
            of.value() + "，第 " + leaf.number() + " 页", of.value() + ", page " + leaf.number()),
        leaf.image(),
        name.equals(chosen));
  }

  private static EntryView.Kind kind(String heading) {
    if (DraftSheet.isProse(heading)) {
      return EntryView.Kind.PROSE;
    }
    return DraftSheet.isOfLines(heading)
        ? EntryView.Kind.LINES
        : KEYS.containsKey(heading) ? EntryView.Kind.KEYS : EntryView.Kind.LINE;
  }

  private BuilderView.Editor block(Piece piece) {
    Optional<BlockType> known = BlockTypes.ofName(piece.type());
    if (known.isEmpty()) {
      return new BuilderView.Editor(
          piece.id(),
          BuilderView.Level.BLOCK,
          words.kind(piece),
          Optional.empty(),
          List.of(),
          List.of(words.text("不认识这种区块，请删去它", "There is no such type of block; delete it")),
          List.of(),
          words.kind(piece),
          false,
          Optional.empty());
    }
    BlockType type = known.get();
    List<Finding> findings = reading.findings().getOrDefault(piece.id(), List.of());
    List<BuilderView.Item> items = new ArrayList<>();
    for (int i = 0; i < piece.pieces().size(); i++) {
      items.add(item(piece, i, type, findings));
    }
    return new BuilderView.Editor(
        piece.id(),
        BuilderView.Level.BLOCK,
        words.text(type.label()),
        Optional.of(words.text(type.help())),
        own(piece, type),
        findings.stream()
            .filter(finding -> finding.item().isEmpty())
            .map(finding -> words.text(finding.message()))
            .toList(),
        items,
        words.text(type.entry()),
        items.size() < type.most(),
        Optional.empty());
  }

  private List<EntryView.Field> own(Piece piece, BlockType type) {
    List<EntryView.Field> fields = new ArrayList<>();
    if (!type.layouts().isEmpty()) {
      fields.add(
          new EntryView.Field(
              DraftFields.name(piece.id(), DraftSheet.LAYOUT),
              id(DraftFields.name(piece.id(), DraftSheet.LAYOUT)),
              words.text("版式", "layout"),
              Optional.empty(),
              EntryView.Kind.CHOICE,
              EntryView.Need.OPTIONAL,
              piece.cell(DraftSheet.LAYOUT),
              type.layouts().stream().map(this::choice).toList(),
              "",
              List.of(),
              problems(piece, DraftSheet.LAYOUT),
              Optional.empty()));
    }
    if (type.hasHeading()) {
      fields.add(ofBlock(piece, "标题", words.text("题头", "heading"), EntryView.Kind.LINE));
      fields.add(
          ofBlock(piece, "英文标题", words.text("题头（英文）", "heading in English"), EntryView.Kind.LINE));
    }
    if (type.hasIntro()) {
      fields.add(ofBlock(piece, "文字", words.text("说明", "introduction"), EntryView.Kind.PROSE));
      fields.add(
          ofBlock(
              piece,
              "英文文字",
              words.text("说明（英文）", "introduction in English"),
              EntryView.Kind.PROSE));
    }
    return fields;
  }

  private EntryView.Choice choice(Block.Layout layout) {
    return new EntryView.Choice(layout.label(), words.layout(layout).value());
  }

  private EntryView.Field ofBlock(Piece piece, String heading, Text label, EntryView.Kind kind) {
    return field(piece, heading, label, kind, EntryView.Need.OPTIONAL, List.of(), "", List.of());
  }

  private BuilderView.Item item(Piece block, int number, BlockType type, List<Finding> findings) {
    Piece item = block.pieces().get(number);
    List<Finding> here =
        findings.stream()
            .filter(finding -> finding.item().isPresent() && finding.item().getAsInt() == number)
            .toList();
    List<Leaf> pages = pages(block, item, type);
    List<Recording> played =
        records(block, item, type).stream()
            .flatMap(record -> recordings.getOrDefault(record, List.of()).stream())
            .toList();
    List<EntryView.Field> fields = new ArrayList<>();
    for (BlockType.Use use : type.uses()) {
      for (Column column : DraftSheet.columns(use.field())) {
        if (isOwn(block, item, use.field(), type)) {
          fields.add(field(item, use, column, type, pages, played, here));
        }
      }
    }
    Optional<Image> sheet = sheet(block, item, pages);
    Optional<EntityIri> member = member(item, type);
    return new BuilderView.Item(
        item.id(),
        fields,
        member.flatMap(words::name),
        sheet.filter(image -> type.use(ItemField.REGION).isPresent()),
        DraftFields.name(item.id(), REGION),
        isHidden(item, type));
  }

  /** Where all items speak of one record, the first one says which. */
  private static boolean isOwn(Piece block, Piece item, ItemField field, BlockType type) {
    boolean shared =
        type.isOfOneRecord() && (field == ItemField.MEMBER || field == ItemField.IMAGE);
    String heading = field == ItemField.MEMBER ? MEMBER : IMAGE;
    String first = block.pieces().get(0).cell(heading);
    return !shared
        || block.pieces().get(0).equals(item)
        || (!item.cell(heading).isEmpty() && !item.cell(heading).equals(first));
  }

  private EntryView.Field field(
      Piece item,
      BlockType.Use use,
      Column column,
      BlockType type,
      List<Leaf> pages,
      List<Recording> played,
      List<Finding> findings) {
    String heading = column.heading();
    boolean first = heading.equals(DraftSheet.columns(use.field()).get(0).heading());
    List<EntryView.Problem> missing =
        findings.stream()
            .filter(finding -> first && finding.field().equals(Optional.of(use.field())))
            .map(
                finding ->
                    new EntryView.Problem(
                        words.text(finding.message()),
                        words.text("可以先保存，公布前补上", "It can be saved so; mend it before publishing"),
                        false))
            .toList();
    EntryView.Kind kind =
        switch (use.field()) {
          case MEMBER, PLACE, SOURCES -> EntryView.Kind.KEYS;
          case IMAGE -> pages.isEmpty() ? EntryView.Kind.LINE : EntryView.Kind.CHOICE;
          case RECORDING -> played.isEmpty() ? EntryView.Kind.LINE : EntryView.Kind.CHOICE;
          case TEXT -> EntryView.Kind.PROSE;
          case DATE -> first ? EntryView.Kind.DATE_IN_WORDS : EntryView.Kind.DATE;
          default -> EntryView.Kind.LINE;
        };
    List<EntityType> looked =
        switch (use.field()) {
          case PLACE -> List.of(EntityType.PLACE);
          case SOURCES -> List.of(EntityType.SOURCE);
          default -> type.members();
        };
    return field(
        item,
        heading,
        words.label(use, column),
        kind,
        use.required() && first ? EntryView.Need.REQUIRED : EntryView.Need.OPTIONAL,
        kind == EntryView.Kind.CHOICE ? choices(use.field(), pages, played) : List.of(),
        kind == EntryView.Kind.KEYS ? segments(looked) : "",
        missing);
  }

  private static String segments(List<EntityType> types) {
    return types.stream().map(EntityType::segment).collect(Collectors.joining(","));
  }

  private List<EntryView.Choice> choices(
      ItemField field, List<Leaf> pages, List<Recording> played) {
    return field == ItemField.RECORDING
        ? played.stream().map(this::choice).toList()
        : pages.stream().map(this::choice).toList();
  }

  private EntryView.Choice choice(Recording recording) {
    String length =
        recording
            .content()
            .map(file -> " · " + MediaTime.clock(file.technical().millis() / 1000 * 1000))
            .orElse("");
    return new EntryView.Choice(
        DraftSheet.recordingName(recording.iri()), words.text(recording.label()).value() + length);
  }

  private EntryView.Choice choice(Leaf leaf) {
    return new EntryView.Choice(
        leaf.name(), words.text("第 " + leaf.number() + " 页", "page " + leaf.number()).value());
  }

  private EntryView.Field field(Piece piece, Column column, Text label, EntryView.Kind kind) {
    return field(
        piece,
        column.heading(),
        label,
        kind,
        column.required() ? EntryView.Need.REQUIRED : EntryView.Need.OPTIONAL,
        List.of(),
        Optional.ofNullable(KEYS.get(column.heading())).map(EntityType::segment).orElse(""),
        List.of());
  }

  private EntryView.Field field(
      Piece piece,
      String heading,
      Text label,
      EntryView.Kind kind,
      EntryView.Need need,
      List<EntryView.Choice> choices,
      String lookup,
      List<EntryView.Problem> missing) {
    String name = DraftFields.name(piece.id(), heading);
    List<EntryView.Problem> problems = new ArrayList<>(problems(piece, heading));
    problems.addAll(missing);
    return new EntryView.Field(
        name,
        id(name),
        label,
        Optional.ofNullable(HELP.get(heading)).map(words::text),
        kind,
        need,
        piece.cell(heading),
        choices,
        lookup,
        kind == EntryView.Kind.KEYS ? named(piece, heading) : List.of(),
        problems,
        collisions.stream()
            .filter(each -> each.id().equals(piece.id()) && each.heading().equals(heading))
            .flatMap(each -> each.theirs().stream())
            .map(theirs -> theirs.cell(heading))
            .findFirst());
  }

  private static String id(String name) {
    return "i-" + name.replaceFirst("\\..*", "") + "-" + Integer.toHexString(name.hashCode());
  }

  private List<EntryView.Problem> problems(Piece piece, String heading) {
    return reading.problems().stream()
        .filter(each -> each.id().equals(piece.id()))
        .filter(each -> each.problem().column().equals(heading))
        .filter(each -> strict || !piece.cell(heading).isEmpty())
        .map(
            each ->
                new EntryView.Problem(
                    words.text(each.problem().reason()),
                    words.text(each.problem().remedy()),
                    each.problem().isError()))
        .toList();
  }

  private List<Link> named(Piece piece, String heading) {
    return reading.mentions().stream()
        .filter(each -> each.id().equals(piece.id()) && each.heading().equals(heading))
        .map(DraftSheet.Mention::target)
        .map(
            target -> {
              Text name = words.name(target).orElseGet(() -> Text.of("zxx", target.key()));
              return Sheet.TYPES.contains(target.type())
                  ? Link.to(name, Addresses.formPath(target))
                  : Link.unlinked(name);
            })
        .toList();
  }

  private static Optional<EntityIri> member(Piece item, BlockType type) {
    return DraftSheet.member(item.cell(MEMBER), type);
  }

  private List<Leaf> pages(Piece block, Piece item, BlockType type) {
    return records(block, item, type).stream()
        .flatMap(record -> leaves.getOrDefault(record, List.of()).stream())
        .sorted(Comparator.comparingInt(Leaf::number))
        .toList();
  }

  private Set<EntityIri> records(Piece block, Piece item, BlockType type) {
    Optional<EntityIri> own = member(item, type);
    if (own.isPresent()) {
      return Set.of(own.get());
    }
    if (!type.isOfOneRecord()) {
      return Set.of();
    }
    List<EntityIri> named =
        block.pieces().stream().flatMap(each -> member(each, type).stream()).limit(1).toList();
    return named.isEmpty() ? leaves.keySet() : Set.copyOf(named);
  }

  /** The page that an item looks at: its own, or that of the first, or the first there is. */
  private static Optional<Image> sheet(Piece block, Piece item, List<Leaf> pages) {
    String wanted =
        item.cell(IMAGE).isEmpty()
            ? block.pieces().stream()
                .map(each -> each.cell(IMAGE))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("")
            : item.cell(IMAGE);
    return pages.stream()
        .filter(leaf -> leaf.name().equals(wanted) || wanted.isEmpty())
        .map(Leaf::image)
        .filter(Image::readable)
        .findFirst();
  }

  /** Whether visitors do not see an item, because it shows what is not public. */
  boolean isHidden(Piece item, BlockType type) {
    return reading.mentions().stream()
        .filter(each -> each.id().equals(item.id()))
        .filter(
            each ->
                each.heading().equals(MEMBER)
                    || each.heading().equals(IMAGE)
                    || each.heading().equals(RECORDING))
        .anyMatch(each -> !seen.contains(each.target()));
  }

  /** How many things are to be mended in a piece itself, or in a block with its items. */
  int troubles(Piece piece) {
    Set<String> ids =
        draft.level(piece.id()) == 2
            ? piece.all().map(Piece::id).collect(Collectors.toSet())
            : Set.of(piece.id());
    long problems =
        reading.problems().stream()
            .filter(each -> ids.contains(each.id()) && each.problem().isError())
            .count();
    return (int) problems + reading.findings().getOrDefault(piece.id(), List.of()).size();
  }
}
