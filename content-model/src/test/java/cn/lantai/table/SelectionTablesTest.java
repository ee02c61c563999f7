package cn.lantai.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.loan.CanvasName;
import cn.lantai.media.Region;
import cn.lantai.media.recording.MediaTime;
import cn.lantai.media.recording.Recording;
import cn.lantai.selection.Block;
import cn.lantai.selection.BlockType;
import cn.lantai.selection.BlockTypes;
import cn.lantai.selection.Item;
import cn.lantai.selection.ItemField;
import cn.lantai.selection.Section;
import cn.lantai.selection.Selection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SelectionTablesTest {

  private static final List<String> TEXTS =
      List.of(
          "译与印", "a|b", "一\n二", "\\", "x\\|y", "“引”\"文\"", "甲；乙;丙", "　缩进　", "𠮷家🏮", "=1+1", "'-信");

  private final Random random = new Random(7);

  @Test
  void anySelectionComesBackFromItsRows() {
    for (int i = 0; i < 300; i++) {
      assertComesBack(selection(any(3, n -> section(n + 1))).toGraph());
    }
  }

  @Test
  void anySelectionComesBackFromItsDraft() {
    for (int i = 0; i < 300; i++) {
      Selection selection = selection(any(3, n -> section(n + 1)));
      DraftSheet.Reading reading = DraftSheet.read(DraftSheet.of(selection), EVERYTHING);
      assertEquals(
          List.of(), reading.problems().stream().filter(each -> each.problem().isError()).toList());
      assertEquals(selection.toGraph(), reading.selection().orElseThrow().toGraph());
    }
  }

  private static final DraftSheet.Holdings EVERYTHING =
      new DraftSheet.Holdings() {

        @Override
        public Optional<EntityIri> meant(EntityIri iri) {
          return Optional.of(iri);
        }

        @Override
        public Optional<EntityIri> firstPage(EntityIri record) {
          return Optional.empty();
        }

        @Override
        public Optional<Recording> played(Item item) {
          return Optional.empty();
        }
      };

  static List<BlockType> types() {
    return BlockTypes.ALL;
  }

  @ParameterizedTest
  @MethodSource("types")
  void aBlockOfAnyKindMayHaveAHeadingAnIntroductionOrNeither(BlockType type) {
    for (int i = 0; i < 16; i++) {
      Block block =
          new Block(
              type,
              Optional.empty(),
              when((i & 1) == 0, this::text),
              when((i & 2) == 0, this::text),
              i < 4 ? List.of() : List.of(item(type, false), item(type, true)));
      assertComesBack(selection(List.of(section(1, List.of(block)))).toGraph());
    }
  }

  @Test
  void theFirstRowOfAGalleryKeepsSayingWhatTheGalleryIs() {
    Block gallery =
        new Block(
            BlockTypes.GALLERY,
            Optional.empty(),
            Optional.of(LocalizedText.of("书到的地方")),
            Optional.empty(),
            List.of(item(BlockTypes.GALLERY, false)));
    List<Cells> rows = write(selection(List.of(section(1, List.of(gallery)))).toGraph());
    assertEquals(1, rows.stream().filter(row -> row.file().equals("blocks.csv")).count());
  }

  @Test
  void aPartOfTheCoverNeedsACover() {
    Candidate read =
        RoundTrip.read(
            SelectionTables.SELECTIONS,
            List.of(
                new Cells(
                    "selections.csv",
                    Map.of("键", "e1", "类型", "展览", "题名", "一", "封面区域", "10,10,20,20"))));
    assertTrue(
        RoundTrip.problems(read).stream().anyMatch(each -> each.column().equals("封面区域")),
        RoundTrip.problems(read).toString());
  }

  private static void assertComesBack(EntityGraph graph) {
    List<Cells> rows = write(graph);
    Candidate read = RoundTrip.read(SelectionTables.SELECTIONS, rows);
    assertEquals(List.of(), RoundTrip.problems(read));
    assertEquals(graph, read.describe().orElseThrow());
    assertEquals(rows, write(read.describe().orElseThrow()));
  }

  private static List<Cells> write(EntityGraph graph) {
    return SelectionTables.SELECTIONS.writer().write(graph);
  }

  private Selection selection(List<Section> sections) {
    EntityType type =
        pick(
            EntityType.EXHIBITION, EntityType.COLLECTION, EntityType.COMPILATION, EntityType.STUDY);
    Optional<EntityIri> cover = maybe(this::image);
    return new Selection(
        new EntityIri(type, "e1"),
        random.nextInt(9),
        text(),
        maybe(this::text),
        maybe(() -> new EntityIri(EntityType.ORGANISATION, "org-a")),
        maybe(() -> new EntityIri(EntityType.PERSON, "maodun")),
        cover,
        cover.flatMap(it -> region()),
        maybe(this::text),
        any(3, n -> "注" + n + "|；"),
        maybe(() -> pick("可供学习使用", "=2")),
        sections);
  }

  private Optional<Region> region() {
    return maybe(() -> Region.parse(pick("0,0,100,100", "12.5,3,4,50")));
  }

  private Section section(int number) {
    return section(number, any(3, n -> block(pick(BlockTypes.ALL.toArray(BlockType[]::new)))));
  }

  private Section section(int number, List<Block> blocks) {
    return new Section(
        number, maybe(this::text), maybe(this::text), maybe(() -> "1920—1921"), blocks);
  }

  private Block block(BlockType type) {
    return new Block(
        type,
        maybe(() -> pick(Block.Layout.values())),
        maybe(this::text),
        maybe(this::text),
        any(3, n -> item(type, random.nextBoolean())));
  }

  private Item item(BlockType type, boolean titled) {
    EntityIri member =
        new EntityIri(pick(type.members().toArray(EntityType[]::new)), pick("r1", "r2"));
    boolean needed = type.use(ItemField.MEMBER).filter(BlockType.Use::required).isPresent();
    Optional<EntityIri> image = maybe(this::image);
    Optional<CanvasName> canvas =
        when(
            image.isEmpty() && random.nextBoolean(),
            () -> new CanvasName(new EntityIri(EntityType.LOAN, "m31-1"), random.nextInt(20) + 1));
    boolean plays = type.use(ItemField.RECORDING).isPresent();
    return new Item(
        when(needed || random.nextBoolean(), () -> member),
        image,
        canvas,
        image.isPresent() || canvas.isPresent() ? region() : Optional.empty(),
        plays ? maybe(() -> new EntityIri(EntityType.RECORDING, "song.wav")) : Optional.empty(),
        plays
            ? maybe(() -> MediaTime.parseSpan(pick("12", "0,30.25", "3600,3725")).orElseThrow())
            : Optional.empty(),
        maybe(this::date),
        maybe(() -> new EntityIri(EntityType.PLACE, "pl-nanhu")),
        when(titled, this::text),
        maybe(this::text),
        any(3, n -> new EntityIri(EntityType.SOURCE, "s" + n)));
  }

  private HistoricalDate date() {
    Optional<EdtfDate> edtf = maybe(() -> EdtfDate.parse(pick("1921-07", "[1920,1921]")));
    return edtf.isEmpty()
        ? HistoricalDate.ofWording("民国十年")
        : new HistoricalDate(when(random.nextBoolean(), () -> "民国十年"), edtf);
  }

  private EntityIri image() {
    return new EntityIri(EntityType.IMAGE, pick("r1-1", "r1-1.jpg", "r1-1.tif"));
  }

  private LocalizedText text() {
    return LocalizedText.of(pick(TEXTS.toArray(String[]::new)), pick("Text", null, "- | ; \\"));
  }

  @SafeVarargs
  private <T> T pick(T... values) {
    return values[random.nextInt(values.length)];
  }

  private <T> Optional<T> maybe(Supplier<T> value) {
    return when(random.nextBoolean(), value);
  }

  private static <T> Optional<T> when(boolean there, Supplier<T> value) {
    return there ? Optional.of(value.get()) : Optional.empty();
  }

  private <T> List<T> any(int most, IntFunction<T> element) {
    return IntStream.rangeClosed(0, random.nextInt(most + 1) - 1).mapToObj(element).toList();
  }
}
