package cn.lantai.table;

import cn.lantai.date.EdtfDate;
import cn.lantai.date.HistoricalDate;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * One row of a table. The getters read a cell as what it should be; where that fails they note a
 * problem and give back nothing, so one pass finds everything that is wrong with a row.
 */
public final class Row {

  private static final String EDTF_ZH =
      "写成 1921、1921-07、1921-07-23、1921-07-23/1921-08-01、1921? 之类；日期须存在";
  private static final String EDTF_EN =
      "Write 1921, 1921-07, 1921-07-23, 1921-07-23/1921-08-01 or 1921?; the day must exist";

  private final Place place;
  private final Map<String, String> cells;
  private final List<Problem> problems = new ArrayList<>();
  private final List<Reference> references = new ArrayList<>();
  private Function<EntityIri, Optional<EntityIri>> meant = Optional::of;
  private Map<String, String> headings = Map.of();

  /** That this row needs another entity, and in which column it says so. */
  public record Reference(String column, String value, EntityIri target) {}

  public Row(Place place, Map<String, String> cells) {
    this.place = place;
    this.cells = cells;
  }

  /**
   * Sets what the source calls the columns, so that problems name them as the reader knows them.
   *
   * @param own the source's headings by those of the table
   */
  public Row headed(Map<String, String> own) {
    headings = Map.copyOf(own);
    return this;
  }

  /** Another row of the same cells, of which nothing is noted yet. */
  public Row afresh() {
    return new Row(place, cells).headed(headings);
  }

  /** Sets what a key may refer to; until then every key is taken for known. */
  public Row resolvingWith(Predicate<EntityIri> entities) {
    return meaning(iri -> Optional.of(iri).filter(entities));
  }

  /**
   * Sets what a key means: the entity of that name, the one that it was merged into, or nothing
   * that is known.
   */
  public Row meaning(Function<EntityIri, Optional<EntityIri>> entities) {
    meant = entities;
    return this;
  }

  public Place place() {
    return place;
  }

  /** What is in the cells, by heading, as it was handed in. */
  public Map<String, String> cells() {
    return Collections.unmodifiableMap(cells);
  }

  /** Whether something keeps the row out. */
  public boolean hasErrors() {
    return problems.stream().anyMatch(Problem::isError);
  }

  /** Errors and warnings, in the order in which they were found. */
  public List<Problem> problems() {
    return problems;
  }

  public List<Reference> references() {
    return references;
  }

  public void problem(String column, String value, LocalizedText reason, LocalizedText remedy) {
    problems.add(Problem.error(place, heading(column), value, reason, remedy));
  }

  /** Notes what was found before the row was one of this table. */
  public void note(Problem problem) {
    problems.add(problem);
  }

  /** Notes what does not keep the row out. */
  public void warning(String column, String value, LocalizedText reason, LocalizedText remedy) {
    problems.add(Problem.warning(place, heading(column), value, reason, remedy));
  }

  private String heading(String column) {
    return headings.getOrDefault(column, column);
  }

  /** The cell; empty if it is blank or the column is not there. */
  public Optional<String> get(String column) {
    return Optional.ofNullable(cells.get(column))
        .map(cell -> CellText.plain(cell.strip()))
        .filter(text -> !text.isEmpty());
  }

  public String required(String column) {
    Optional<String> value = get(column);
    if (value.isEmpty()) {
      problem(
          column,
          "",
          LocalizedText.of("必填项为空", "A required cell is empty"),
          LocalizedText.of("请填写“" + column + "”", "Fill in the column “" + column + "”"));
    }
    return value.orElse("?");
  }

  LocalizedText requiredText(String column, String english) {
    return LocalizedText.of(required(column), get(english).orElse(null));
  }

  Optional<LocalizedText> text(String column, String english) {
    return LocalizedText.ofNullable(get(column).orElse(null), get(english).orElse(null));
  }

  /** As {@link #text}, with a vertical bar in the cell for each new paragraph. */
  Optional<LocalizedText> paragraphs(String column, String english) {
    return text(column, english)
        .map(text -> new LocalizedText(paragraphs(text.zh()), text.en().map(Row::paragraphs)));
  }

  private static String paragraphs(String cell) {
    return String.join("\n", CellText.split(cell, CellText.LINES));
  }

  /** The parts of a cell that are separated by semicolons, of either width. */
  public List<String> list(String column) {
    return get(column).stream()
        .flatMap(cell -> CellText.split(cell, CellText.LIST).stream())
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .toList();
  }

  /** The lines of a cell, which vertical bars separate; their indentation is kept. */
  public List<String> lines(String column) {
    return get(column).isEmpty()
        ? List.of()
        : CellText.split(CellText.plain(CellText.trimmed(cells.get(column))), CellText.LINES);
  }

  /** The key of the row's own entity. */
  Optional<EntityIri> own(EntityType type) {
    String key = required("键");
    if (key.equals("?")) {
      return Optional.empty();
    }
    return key(type, "键", key);
  }

  Optional<EntityIri> ref(String column, EntityType... types) {
    return get(column).flatMap(key -> resolve(column, key, types));
  }

  List<EntityIri> refs(String column, EntityType... types) {
    return list(column).stream().flatMap(key -> resolve(column, key, types).stream()).toList();
  }

  Optional<EntityIri> requiredRef(String column, EntityType... types) {
    String key = required(column);
    return key.equals("?") ? Optional.empty() : resolve(column, key, types);
  }

  Optional<EntityIri> resolve(String column, String key, EntityType... types) {
    List<EntityIri> candidates =
        Stream.of(types).flatMap(type -> key(type, column, key).stream()).toList();
    Optional<EntityIri> found =
        candidates.stream().flatMap(iri -> meant.apply(iri).stream()).findFirst();
    if (found.isEmpty() && !candidates.isEmpty()) {
      problem(column, key, unknownReason(key), UNKNOWN_REMEDY);
    }
    found.ifPresent(iri -> references.add(new Reference(column, key, iri)));
    return found;
  }

  private static LocalizedText unknownReason(String key) {
    return LocalizedText.of("找不到“" + key + "”", "There is no “" + key + "”");
  }

  private static final LocalizedText UNKNOWN_REMEDY =
      LocalizedText.of("请改正键，或在相应的表中补上这一条", "Correct the key, or add the entry to its table");

  /** Notes that something this row refers to was kept out itself. */
  public void keptOutBecauseOf(Reference reference) {
    problem(
        reference.column(),
        reference.value(),
        LocalizedText.of(
            "所引用的“" + reference.value() + "”未能载入",
            "“" + reference.value() + "”, which this row refers to, was kept out"),
        LocalizedText.of("先改正那一条，再重新导入", "Mend that entry first, then import again"));
  }

  private Optional<EntityIri> key(EntityType type, String column, String key) {
    String normal = key.toLowerCase(Locale.ROOT);
    if (!EntityIri.isKey(normal)) {
      problem(
          column,
          key,
          LocalizedText.of("不是合用的键", "Not a usable key"),
          LocalizedText.of(
              "键只用小写字母、数字、点、连字符", "Use lower-case letters, digits, dots and hyphens only"));
      return Optional.empty();
    }
    return Optional.of(new EntityIri(type, normal));
  }

  /** One of the labels of a list. */
  <T> Optional<T> oneOf(String column, Function<String, Optional<T>> byLabel, String allowed) {
    Optional<String> value = get(column);
    Optional<T> found = value.flatMap(byLabel);
    if (value.isPresent() && found.isEmpty()) {
      problem(
          column,
          value.get(),
          LocalizedText.of("不在可选范围内", "Not one of the allowed values"),
          LocalizedText.of("可选：" + allowed, "Allowed: " + allowed));
    }
    return found;
  }

  <T> Optional<T> requiredOneOf(
      String column, Function<String, Optional<T>> byLabel, String allowed) {
    required(column);
    return oneOf(column, byLabel, allowed);
  }

  Optional<EdtfDate> edtf(String column) {
    return edtf(column, LocalizedText.of(EDTF_ZH, EDTF_EN));
  }

  private Optional<EdtfDate> edtf(String column, LocalizedText remedy) {
    return parsed(
        column,
        EdtfDate::parse,
        LocalizedText.of("不是有效的 EDTF 日期", "Not a valid EDTF date"),
        remedy);
  }

  /**
   * A date from the cell as written and the cell in EDTF. Where EDTF is left empty it is read from
   * the words, if they are certain; where the two differ, the cell in EDTF holds and a warning is
   * noted.
   */
  Optional<HistoricalDate> date(String written, String edtf) {
    Optional<String> expressed = get(written);
    if (expressed.isPresent() && get(edtf).isEmpty()) {
      return Optional.of(HistoricalDate.ofWording(expressed.get()));
    }
    Optional<EdtfDate> value =
        edtf(
            edtf,
            LocalizedText.of(
                EDTF_ZH + "。照原文写的（民国十年、约1921年）放在“" + written + "”",
                EDTF_EN + ". What is in words (民国十年, about 1921) belongs under “" + written + "”"));
    if (expressed.isEmpty() && value.isEmpty()) {
      return Optional.empty();
    }
    HistoricalDate date = new HistoricalDate(expressed, value);
    date.disagreement().ifPresent(said -> warnOfDisagreement(written, said));
    return Optional.of(date);
  }

  private void warnOfDisagreement(String column, EdtfDate said) {
    warning(
        column,
        get(column).orElse(""),
        LocalizedText.of("与 EDTF 不合：原文读作 " + said, "It differs from the EDTF: it reads " + said),
        LocalizedText.of("请对照原件改正其一；现以 EDTF 为准", "Correct one of them; the EDTF holds meanwhile"));
  }

  /** A cell read by a parser that throws {@link IllegalArgumentException} at what it refuses. */
  <T> Optional<T> parsed(
      String column, Function<String, T> parser, LocalizedText reason, LocalizedText remedy) {
    Optional<String> value = get(column);
    try {
      return value.map(parser);
    } catch (IllegalArgumentException refused) {
      problem(column, value.orElse(""), reason, remedy);
      return Optional.empty();
    }
  }

  int integer(String column, int otherwise) {
    return parsed(
            column,
            Integer::parseInt,
            LocalizedText.of("不是整数", "Not a whole number"),
            LocalizedText.of("请填阿拉伯数字", "Write it in digits"))
        .orElse(otherwise);
  }
}
