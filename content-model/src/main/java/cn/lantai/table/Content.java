package cn.lantai.table;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.evidence.Certainty;
import cn.lantai.evidence.RelationKind;
import cn.lantai.media.Availability;
import cn.lantai.name.NameKind;
import cn.lantai.ontology.Choice;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.Lt;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the cells of a column hold, for who fills them in by hand.
 *
 * @param many whether a cell may hold several, which semicolons separate
 * @param types of what is referred to, the usual one first
 * @param choices what is allowed, or else what is usual; in Chinese, as cells have it
 */
public record Content(Kind kind, boolean many, Set<EntityType> types, List<Option> choices) {

  /** What a cell is filled in with. */
  public enum Kind {
    LINE,
    /** Paragraphs, which vertical bars separate. */
    PARAGRAPHS,
    /** Lines, which vertical bars separate; blank ones count, and blanks indent them. */
    LINES,
    /** One of the choices. */
    CHOICE,
    /** Keys, which semicolons separate, with the type in front where it is not the usual one. */
    KEYS,
    /** A date as the document has it. */
    DATE_IN_WORDS,
    /** A date in EDTF. */
    DATE
  }

  /** A choice, and what it is called in English. */
  public record Option(String zh, String en) {}

  /** The columns of own rows that hold several, beside those that the profile says so of. */
  private static final Set<String> LISTS =
      Set.of("异名", "身份", "关系", "依据", "考订", "隶于", "参与者", "所属事件", "其他名称", "上位", "相关", "等同", "近似");

  /** Those that hold several only for an event. */
  private static final Set<String> LISTS_OF_EVENTS = Set.of("地点", "类型");

  /** Control characters and halves of characters, which no page and no index can show. */
  private static final Pattern UNPRINTABLE =
      Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r\\u0085]]");

  private static final Set<EntityType> AGENTS =
      ordered(EntityType.PERSON, EntityType.ORGANISATION, EntityType.FAMILY);

  public Content {
    choices = List.copyOf(choices);
  }

  /**
   * @param owner the type of the entity that the row belongs to
   * @param part whether the row is one of a part
   */
  public static Content of(EntityType owner, boolean part, Column column) {
    boolean second = column.heading().startsWith(Column.ENGLISH);
    boolean asWritten =
        column.heading().startsWith(Column.AS_WRITTEN)
            || column.heading().endsWith(Column.AS_WRITTEN);
    if (asWritten) {
      return of(Kind.DATE_IN_WORDS);
    }
    Content one =
        column
            .element()
            .map(element -> ofElement(element, owner, second))
            .orElseGet(() -> ofHeading(column.heading(), owner, part));
    return new Content(one.kind(), isList(owner, part, column), one.types(), one.choices());
  }

  private static boolean isList(EntityType owner, boolean part, Column column) {
    return column
        .element()
        .map(Element::repeatable)
        .orElseGet(
            () ->
                !part
                    && (LISTS.contains(column.heading())
                        || (owner == EntityType.EVENT
                            && LISTS_OF_EVENTS.contains(column.heading()))));
  }

  /**
   * The cell that somebody means who typed this, with a line for each paragraph; without what
   * nobody can read.
   */
  public String cell(String typed) {
    String legible = UNPRINTABLE.matcher(typed).replaceAll("");
    return switch (kind) {
      case PARAGRAPHS ->
          CellText.join(
              Arrays.stream(legible.split("\\R"))
                  .map(String::strip)
                  .filter(line -> !line.isEmpty())
                  .toList(),
              CellText.LINES);
      // Blank lines at the end are left out.
      case LINES ->
          CellText.join(
              Arrays.stream(legible.stripTrailing().split("\\R"))
                  .map(String::stripTrailing)
                  .toList(),
              CellText.LINES);
      default -> legible.replaceAll("\\s*\\R\\s*", " ");
    };
  }

  /** The cell as people fill it in: with a line for each paragraph. */
  public String typed(String cell) {
    return separators().equals(CellText.LINES)
        ? String.join("\n", CellText.split(cell, CellText.LINES))
        : cell;
  }

  /** The texts in a cell; of a cell that holds one, that one, as it stands. */
  public List<String> texts(String cell) {
    if (cell.isEmpty()) {
      return List.of();
    }
    return separators().isEmpty()
        ? List.of(cell)
        : CellText.split(cell, separators()).stream()
            .map(text -> many ? text.strip() : text)
            .filter(text -> !many || !text.isEmpty())
            .map(text -> kind == Kind.KEYS ? TypedKey.usual(text, types) : text)
            .toList();
  }

  /** The cell that holds these texts. */
  public String cell(List<String> texts) {
    return separators().isEmpty() ? String.join("", texts) : CellText.join(texts, separators());
  }

  /** What a text in a cell of keys names, of whatever type it may be; the usual one first. */
  public List<EntityIri> named(String text) {
    return TypedKey.named(text, types);
  }

  private String separators() {
    if (kind == Kind.PARAGRAPHS || kind == Kind.LINES) {
      return CellText.LINES;
    }
    return many ? CellText.LIST : "";
  }

  /** What stands for an entity in a cell of keys. */
  public static String key(EntityIri entity, Set<EntityType> types) {
    return TypedKey.write(entity, types);
  }

  private static Content ofElement(Element element, EntityType owner, boolean second) {
    return switch (element.type()) {
      case PARAGRAPHS -> of(Kind.PARAGRAPHS);
      case DATE -> of(Kind.DATE);
      case REFERENCE -> keys(targets(element.id()));
      case LEVEL ->
          choice(
              Arrays.stream(Level.values())
                  .filter(level -> owner != EntityType.RECORD_SET || level != Level.ITEM)
                  .map(level -> new Option(level.label("zh"), level.label("en"))));
      case TERM -> choice(options(element));
      default ->
          new Content(Kind.LINE, false, Set.of(), second ? List.of() : options(element).toList());
    };
  }

  private static Stream<Option> options(Element element) {
    return element.choices().stream().map(choice -> option(choice));
  }

  private static Option option(Choice choice) {
    return new Option(choice.zh(), choice.en());
  }

  private static Set<EntityType> targets(String element) {
    return switch (element) {
      case "parent" -> ordered(EntityType.RECORD_SET);
      case "holder" -> ordered(EntityType.ORGANISATION);
      case "organisations" -> ordered(EntityType.ORGANISATION, EntityType.FAMILY);
      case "themes" -> ordered(EntityType.THEME);
      case "places" -> ordered(EntityType.PLACE);
      case "events" -> ordered(EntityType.EVENT);
      case "sources" -> ordered(EntityType.SOURCE);
      default -> AGENTS;
    };
  }

  private static Content ofHeading(String heading, EntityType owner, boolean part) {
    return switch (heading) {
      case "简介", "英文简介", "图像说明" -> of(Kind.PARAGRAPHS);
      case "说明", "英文说明" ->
          of(owner == EntityType.SCHEME || owner.isDigital() ? Kind.PARAGRAPHS : Kind.LINE);
      case ImageTable.TRANSCRIPT,
          ImageTable.REGIONS,
          RecordingTable.CAPTIONS,
          RecordingTable.ENGLISH_CAPTIONS,
          RecordingTable.CHAPTERS,
          RecordingTable.ENGLISH_CHAPTERS ->
          of(Kind.LINES);
      case ImageTable.LANGUAGE ->
          choice(Stream.of(new Option("zh-Hans", "zh-Hans"), new Option("zh-Hant", "zh-Hant")));
      case ImageTable.DIRECTION ->
          choice(
              Stream.of(
                  new Option(ImageTable.VERTICAL, "vertical"),
                  new Option(ImageTable.HORIZONTAL, "horizontal")));
      case ImageTable.DRAWN, RecordingTable.SYNTHESISED ->
          choice(Stream.of(new Option(ImageTable.NO, "no"), new Option(ImageTable.YES, "yes")));
      case ImageTable.ACCESS ->
          choice(
              Arrays.stream(Availability.Degree.values())
                  .filter(is -> owner != EntityType.RECORDING || is != Availability.Degree.REDUCED)
                  .map(is -> new Option(Lt.label(is.slug(), "zh"), Lt.label(is.slug(), "en"))));
      case ImageTable.RECORD -> keys(ordered(EntityType.RECORD));
      case RecordingTable.PICTURE, AgentTables.LOGO -> keys(ordered(EntityType.IMAGE));
      case "时间", "生年", "卒年", "存续", "提出时间" -> of(Kind.DATE);
      case "可信度" ->
          choice(Arrays.stream(Certainty.values()).map(is -> new Option(is.label(), is.slug())));
      case "依据" -> keys(ordered(EntityType.SOURCE));
      case "说法出自" -> keys(AGENTS);
      case "隶于", "地点" -> keys(ordered(EntityType.PLACE));
      case "参与者" -> keys(AGENTS);
      case "所属事件" -> keys(ordered(EntityType.EVENT));
      case "体系" -> keys(ordered(EntityType.SCHEME));
      case "上位", "相关", "等同", "近似" -> keys(ordered(EntityType.THEME));
      case "类型" -> owner == EntityType.EVENT ? keys(ordered(EntityType.THEME)) : of(Kind.LINE);
      case "类别" ->
          part
              ? choice(Arrays.stream(NameKind.values()).map(kind -> same(kind.label())))
              : of(Kind.LINE);
      case "关系" ->
          part
              ? choice(RelationKind.of(owner).stream().map(kind -> same(kind.label())))
              : of(Kind.LINE);
      case "对象" -> keys(others(owner));
      default -> of(Kind.LINE);
    };
  }

  private static Set<EntityType> others(EntityType owner) {
    List<EntityType> types = new ArrayList<>();
    RelationKind.of(owner).forEach(kind -> types.addAll(kind.to()));
    return new LinkedHashSet<>(types);
  }

  private static Option same(String label) {
    return new Option(label, label);
  }

  private static Content of(Kind kind) {
    return new Content(kind, false, Set.of(), List.of());
  }

  private static Content keys(Set<EntityType> types) {
    return new Content(Kind.KEYS, false, types, List.of());
  }

  private static Content choice(Stream<Option> choices) {
    return new Content(Kind.CHOICE, false, Set.of(), choices.distinct().toList());
  }

  private static Set<EntityType> ordered(EntityType... types) {
    return new LinkedHashSet<>(List.of(types));
  }
}
