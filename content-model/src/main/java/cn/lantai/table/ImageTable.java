package cn.lantai.table;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.media.PageImage;
import cn.lantai.media.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The table of page images, images.csv. The files are beside it, by the name in the first column,
 * or by the path in the last one where that is no key, as with scans named by reference codes.
 *
 * <p>A row with such a path says which page a file is, and need not say more: what is not in it
 * stays as it was described before.
 */
final class ImageTable {

  private static final Pattern FILE_ENDING = Pattern.compile("\\.[A-Za-z]+$");
  private static final String FILE = "文件";
  private static final String REGIONS = "录文区域";
  private static final String YES = "是";
  private static final String NO = "否";
  private static final String VERTICAL = "竖排";
  private static final String HORIZONTAL = "横排";

  static final Table IMAGES =
      new Table(
          "images.csv",
          List.of(
              new Column("图像", "image", true),
              new Column("记录", "record", false),
              new Column("页序", "page", false),
              new Column("页名", "label", true),
              new Column("英文页名", "label in English", false),
              new Column("图像说明", "description", false),
              new Column("英文说明", "description in English", false),
              new Column("绘制示意", "drawn facsimile", false),
              new Column("录文", "transcript", false),
              new Column(REGIONS, "regions of the lines", false),
              new Column("录文语言", "language of transcript", false),
              new Column("书写方向", "direction", false),
              new Column(FILE, "file", false)),
          ImageTable::own,
          (iri, row, parts, surroundings) -> image(iri, row, surroundings),
          ImageTable::write);

  private ImageTable() {}

  private static Optional<EntityIri> own(Row row) {
    String file = row.required("图像");
    String key = FILE_ENDING.matcher(file).replaceFirst("").toLowerCase(Locale.ROOT);
    if (!EntityIri.isKey(key)) {
      row.problem(
          "图像",
          file,
          LocalizedText.of("不是合用的文件名", "Not a usable file name"),
          LocalizedText.of("文件名只用字母、数字、点、连字符", "Use letters, digits, dots and hyphens only"));
      return Optional.empty();
    }
    return Optional.of(new EntityIri(EntityType.IMAGE, key));
  }

  private static Candidate image(EntityIri iri, Row row, Table.Surroundings surroundings) {
    Optional<EntityIri> record = row.ref("记录", EntityType.RECORD);
    int page = row.integer("页序", 1);
    boolean scan = row.get(FILE).isPresent();
    Optional<PageImage> before =
        scan ? surroundings.before(iri).map(PageImage::of) : Optional.empty();
    LocalizedText label =
        scan && row.get("页名").isEmpty()
            ? before.map(PageImage::label).orElseGet(() -> pageLabel(page))
            : row.requiredText("页名", "英文页名");
    Optional<LocalizedText> alt =
        row.paragraphs("图像说明", "英文说明").or(() -> before.flatMap(PageImage::alt));
    Optional<PageImage.Transcript> transcript =
        transcript(row).or(() -> before.flatMap(PageImage::transcript));
    boolean drawn =
        choice(row, "绘制示意", YES, NO)
            || row.get("绘制示意").isEmpty() && before.filter(PageImage::drawn).isPresent();
    return new Candidate(
        iri,
        List.of(row),
        () ->
            new PageImage(iri, record, page, label, alt, surroundings.image(row), transcript, drawn)
                .toGraph(),
        record.map(surroundings::isOpen).orElse(true));
  }

  private static LocalizedText pageLabel(int page) {
    return LocalizedText.of("第 " + page + " 页", "Page " + page);
  }

  private static Optional<PageImage.Transcript> transcript(Row row) {
    List<String> lines = row.lines("录文");
    Optional<String> language =
        row.oneOf(
            "录文语言",
            text -> Optional.of(text).filter(List.of("zh-Hans", "zh-Hant")::contains),
            "zh-Hans, zh-Hant");
    boolean vertical = choice(row, "书写方向", VERTICAL, HORIZONTAL);
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
  private static boolean choice(Row row, String column, String first, String second) {
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
            .set("图像", SelectionTables.imageName(image.iri()))
            .ref("记录", image.record())
            .integer("页序", image.page())
            .text("页名", "英文页名", image.label())
            .paragraphs("图像说明", "英文说明", image.alt())
            .set("绘制示意", image.drawn() ? YES : NO);
    image
        .transcript()
        .ifPresent(
            text ->
                row.lines("录文", text.texts())
                    .set(REGIONS, regions(text))
                    .set("录文语言", text.language())
                    .set("书写方向", text.vertical() ? VERTICAL : HORIZONTAL));
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
