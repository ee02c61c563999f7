package cn.lantai.table;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.Availability;
import cn.lantai.media.PageImage;
import cn.lantai.media.Region;
import cn.lantai.ontology.Lt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The table of page images, images.csv. The files are beside it, by the name in the first column,
 * or by the path in the last one where that is no key, as with scans named by reference codes.
 *
 * <p>A row with such a path says which page a file is, and need not say more: what is not in it
 * stays as it was described before. A row of a form names no file at all, and the image keeps its
 * own.
 */
final class ImageTable {

  private static final Pattern FILE_ENDING = Pattern.compile("\\.[A-Za-z]+$");
  static final String IMAGE = "图像";
  static final String FILE = "文件";
  static final String RECORD = "记录";
  static final String TRANSCRIPT = "录文";
  static final String REGIONS = "录文区域";
  static final String LANGUAGE = "录文语言";
  static final String DIRECTION = "书写方向";
  static final String DRAWN = "绘制示意";
  static final String ACCESS = "开放程度";
  private static final String LIMIT = "限尺";
  private static final String WATERMARK = "水印";
  private static final String COVERED = "遮挡";
  static final String YES = "是";
  static final String NO = "否";
  static final String VERTICAL = "竖排";
  static final String HORIZONTAL = "横排";
  private static final List<String> LANGUAGES = List.of("zh-Hans", "zh-Hant");

  /** More than stands on any page; what is longer was pasted by mistake. */
  static final int MOST_LINES = 2_000;

  static final int MOST_CHARACTERS = 50_000;

  /** More parts than these are for a closed image. */
  static final int MOST_COVERED = 200;

  static final Table IMAGES =
      new Table(
          "images.csv",
          List.of(
              new Column(IMAGE, "image", true),
              new Column(RECORD, "record", false),
              new Column("页序", "page", false),
              new Column("页名", "label", true),
              new Column("英文页名", "label in English", false),
              new Column("图像说明", "description", false),
              new Column("英文说明", "description in English", false),
              new Column(DRAWN, "drawn facsimile", false),
              new Column(TRANSCRIPT, "transcript", false),
              new Column(REGIONS, "regions of the lines", false),
              new Column(LANGUAGE, "language of transcript", false),
              new Column(DIRECTION, "direction", false),
              new Column(FILE, "file", false),
              new Column(ACCESS, "access", false),
              new Column(LIMIT, "longest side", false),
              new Column(WATERMARK, "watermark", false),
              new Column(COVERED, "covered parts", false)),
          ImageTable::own,
          (iri, row, parts, surroundings) -> image(iri, row, surroundings),
          ImageTable::write);

  private ImageTable() {}

  private static Optional<EntityIri> own(Row row) {
    return named(row, IMAGE, FILE_ENDING, EntityType.IMAGE);
  }

  /** What goes by the name of its file, without the ending. */
  static Optional<EntityIri> named(Row row, String column, Pattern ending, EntityType type) {
    String file = row.required(column);
    String key = ending.matcher(file).replaceFirst("").toLowerCase(Locale.ROOT);
    if (!EntityIri.isKey(key)) {
      row.problem(
          column,
          file,
          LocalizedText.of("不是合用的文件名", "Not a usable file name"),
          LocalizedText.of(
              "文件名只用字母、数字、点、连字符；别的名字写在“文件”一列",
              "Use letters, digits, dots and hyphens only; put other names into the column of"
                  + " files"));
      return Optional.empty();
    }
    return Optional.of(new EntityIri(type, key));
  }

  private static Candidate image(EntityIri iri, Row row, Table.Surroundings surroundings) {
    Optional<EntityIri> record = row.ref(RECORD, EntityType.RECORD);
    int page = row.integer("页序", 1);
    boolean scan = row.get(FILE).isPresent();
    boolean form = !scan && row.get(IMAGE).isEmpty();
    Optional<PageImage> there =
        scan || form ? surroundings.before(iri).map(PageImage::of) : Optional.empty();
    Optional<PageImage> before = scan ? there : Optional.empty();
    LocalizedText label =
        scan && row.get("页名").isEmpty()
            ? before.map(PageImage::label).orElseGet(() -> pageLabel(page))
            : row.requiredText("页名", "英文页名");
    Optional<LocalizedText> alt =
        row.paragraphs("图像说明", "英文说明").or(() -> before.flatMap(PageImage::alt));
    Optional<PageImage.Transcript> transcript =
        transcript(row).or(() -> before.flatMap(PageImage::transcript));
    boolean drawn =
        choice(row, DRAWN, YES, NO)
            || row.get(DRAWN).isEmpty() && before.filter(PageImage::drawn).isPresent();
    Optional<Availability> availability =
        availability(row).or(() -> before.flatMap(PageImage::availability));
    List<Region> covered = covered(row);
    List<Region> hidden =
        covered.isEmpty() ? before.map(PageImage::covered).orElse(List.of()) : covered;
    boolean closed =
        availability.filter(is -> is.degree() == Availability.Degree.CLOSED).isPresent();
    return new Candidate(
        iri,
        List.of(row),
        () ->
            new PageImage(
                    iri,
                    record,
                    page,
                    label,
                    alt,
                    form ? there.flatMap(PageImage::content) : surroundings.image(row),
                    transcript,
                    drawn,
                    availability,
                    hidden)
                .toGraph(),
        !closed && record.map(surroundings::isOpen).orElse(true));
  }

  private static Optional<Availability> availability(Row row) {
    Optional<Availability.Degree> degree =
        row.oneOf(
            ACCESS,
            Availability.Degree::ofLabel,
            Arrays.stream(Availability.Degree.values())
                .map(is -> Lt.label(is.slug(), "zh"))
                .collect(Collectors.joining("、")));
    OptionalInt limit =
        row.get(LIMIT).isPresent() ? OptionalInt.of(row.integer(LIMIT, 1)) : OptionalInt.empty();
    Optional<String> watermark = row.get(WATERMARK);
    if (degree.isEmpty() && limit.isEmpty() && watermark.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Availability(degree.orElse(Availability.Degree.REDUCED), limit, watermark));
    } catch (IllegalArgumentException contradiction) {
      row.problem(
          ACCESS,
          row.get(ACCESS).orElse(""),
          LocalizedText.of("开放程度与限尺、水印不合", contradiction.getMessage()),
          LocalizedText.of(
              "降质开放须写限尺（100—5000）或水印（至多 40 字）；全部开放、不开放则不写",
              "Give a size (100 to 5000) or a watermark (up to 40 characters) with a reduced image,"
                  + " and neither with one that is open or closed"));
      return Optional.of(Availability.OPEN);
    }
  }

  /** Rectangles in percent, as in the evidence of statements: 10,20,30,40；50,50,10,5. */
  private static List<Region> covered(Row row) {
    List<Region> regions = new ArrayList<>();
    List<String> texts = row.list(COVERED);
    if (texts.size() > MOST_COVERED) {
      row.problem(
          COVERED,
          "",
          LocalizedText.of(
              "遮挡超过 " + MOST_COVERED + " 块", "More than " + MOST_COVERED + " covered parts"),
          LocalizedText.of("请合并成大块，或把整幅设为不开放", "Join them, or close the image as a whole"));
      return List.of();
    }
    for (String text : texts) {
      try {
        regions.add(Region.parse(text));
      } catch (IllegalArgumentException unreadable) {
        row.problem(
            COVERED,
            text,
            LocalizedText.of("不是图像中的一块", "Not a part of the image"),
            LocalizedText.of(
                "写左、上、宽、高的百分数，如 10,20,30,40；几块用分号分开",
                "Give left, top, width and height in percent, as in 10,20,30,40; semicolons"
                    + " between"));
      }
    }
    return regions;
  }

  private static LocalizedText pageLabel(int page) {
    return LocalizedText.of("第 " + page + " 页", "Page " + page);
  }

  private static Optional<PageImage.Transcript> transcript(Row row) {
    List<String> lines = row.lines(TRANSCRIPT);
    if (lines.size() > MOST_LINES
        || lines.stream().mapToInt(String::length).sum() > MOST_CHARACTERS) {
      row.problem(
          TRANSCRIPT,
          "",
          LocalizedText.of("录文太长，不像是一页", "Too long for the text of one page"),
          LocalizedText.of(
              "一页至多 " + MOST_LINES + " 行、" + MOST_CHARACTERS + " 字；请按页分开",
              "A page has up to " + MOST_LINES + " lines and " + MOST_CHARACTERS + " characters"));
      return Optional.empty();
    }
    Optional<String> language =
        row.oneOf(
            LANGUAGE,
            text -> Optional.of(text).filter(LANGUAGES::contains),
            String.join(", ", LANGUAGES));
    boolean vertical = choice(row, DIRECTION, VERTICAL, HORIZONTAL);
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new PageImage.Transcript(placed(lines, row), language.orElse("zh-Hans"), vertical));
  }

  /** The lines with their places, one for each line; nothing between two bars means unknown. */
  private static List<PageImage.Line> placed(List<String> lines, Row row) {
    List<Optional<Region>> regions =
        row.parsed(
                REGIONS,
                cell -> regions(cell, lines.size()),
                LocalizedText.of(
                    "不是 " + lines.size() + " 行录文的区域",
                    "Not the regions of " + lines.size() + " lines"),
                LocalizedText.of(
                    "每行写“左,上,宽,高”，均为百分数，行间用竖线，不知道的空着，如 50,5,4,90||40,5,4,90",
                    "Write left,top,width,height in percent for each line, bars between them,"
                        + " nothing where it is not known, such as 50,5,4,90||40,5,4,90"))
            .orElse(List.of());
    List<PageImage.Line> placed = new ArrayList<>();
    for (String line : lines) {
      placed.add(
          new PageImage.Line(
              line, regions.isEmpty() ? Optional.empty() : regions.get(placed.size())));
    }
    return placed;
  }

  private static List<Optional<Region>> regions(String cell, int lines) {
    List<Optional<Region>> regions =
        CellText.split(cell, CellText.LINES).stream()
            .map(String::strip)
            .map(
                text -> text.isEmpty() ? Optional.<Region>empty() : Optional.of(Region.parse(text)))
            .toList();
    if (regions.size() != lines) {
      throw new IllegalArgumentException(regions.size() + " regions of " + lines + " lines");
    }
    return regions;
  }

  /** Whether the first of two words stands in the cell; an empty cell means the second. */
  static boolean choice(Row row, String column, String first, String second) {
    return row.oneOf(
            column,
            text -> Optional.of(text).filter(List.of(first, second)::contains),
            first + "、" + second)
        .filter(first::equals)
        .isPresent();
  }

  private static List<Cells> write(EntityGraph graph) {
    PageImage image = PageImage.of(graph);
    RowWriter row =
        new RowWriter(IMAGES.file())
            .set(IMAGE, SelectionTables.imageName(image.iri()))
            .ref(RECORD, image.record())
            .integer("页序", image.page())
            .text("页名", "英文页名", image.label())
            .paragraphs("图像说明", "英文说明", image.alt())
            .set(DRAWN, image.drawn() ? YES : NO);
    image
        .availability()
        .ifPresent(
            is -> {
              row.set(ACCESS, Lt.label(is.degree().slug(), "zh")).set(WATERMARK, is.watermark());
              is.longestSide().ifPresent(side -> row.integer(LIMIT, side));
            });
    row.list(COVERED, image.covered().stream().map(Region::toString).toList());
    image
        .transcript()
        .ifPresent(
            text ->
                row.lines(TRANSCRIPT, text.texts())
                    .set(REGIONS, regions(text))
                    .set(LANGUAGE, text.language())
                    .set(DIRECTION, text.vertical() ? VERTICAL : HORIZONTAL));
    return List.of(row.cells());
  }

  private static Optional<String> regions(PageImage.Transcript text) {
    return text.lines().stream().allMatch(line -> line.region().isEmpty())
        ? Optional.empty()
        : Optional.of(
            CellText.join(
                text.lines().stream()
                    .map(line -> line.region().map(Region::toString).orElse(""))
                    .toList(),
                CellText.LINES));
  }
}
