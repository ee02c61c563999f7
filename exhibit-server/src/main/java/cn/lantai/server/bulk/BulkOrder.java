package cn.lantai.server.bulk;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.Draft;
import cn.lantai.review.Step;
import cn.lantai.server.site.SearchRequest;
import cn.lantai.table.Column;
import cn.lantai.table.Content;
import cn.lantai.table.SheetEdit;
import cn.lantai.table.SheetEdit.Operation;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is to be done, and to what.
 *
 * @param search the query of the address of a search of the working stage
 * @param type of what is found, only these are taken
 * @param chosen the keys of those that are meant of what is found; all if there are none
 * @param edit the change; empty to submit them for review
 * @param reason stands in the journal, or in the reviews; may be empty
 * @param publish whether what is in public as it is now stays so with the change
 */
public record BulkOrder(
    String search,
    EntityType type,
    Set<String> chosen,
    Optional<SheetEdit> edit,
    String reason,
    boolean publish) {

  public BulkOrder {
    chosen = Set.copyOf(chosen);
  }

  /** More are not changed at once. */
  public static final int MOST = 100_000;

  /** More are not chosen one by one. */
  public static final int MOST_CHOSEN = 500;

  /** The operation that changes nothing, but asks for a review. */
  public static final String SUBMIT = "submit";

  /** A search has fifty values at most. */
  private static final int LONGEST_SEARCH = 8_000;

  /** So much room the journal has for the words before the reason. */
  private static final int LONGEST_REASON = Draft.MAX_REASON - 100;

  /** The same of a step of a review. */
  private static final int LONGEST_OF_REVIEW = Step.LONGEST_REASON - 100;

  private static final String SEARCH = "search";
  private static final String TYPE = "type";
  static final String CHOSEN = "chosen";
  private static final String FIELD = "field";
  private static final String OPERATION = "operation";
  private static final String VALUE = "value";
  private static final String REPLACEMENT = "replacement";
  private static final String REASON = "reason";
  private static final String PUBLISH = "publish";

  /**
   * Reads what was asked for: {@code search}, {@code type}, {@code chosen} (keys, with blanks
   * between), {@code operation}, {@code reason}; to change something {@code field} and {@code
   * value} as people type it, {@code replacement}, {@code publish}.
   *
   * @throws BulkRefusedException with a sentence for whoever asked
   */
  public static BulkOrder asked(Map<String, String> asked) {
    EntityType type = type(value(asked, TYPE));
    boolean submits = value(asked, OPERATION).equals(SUBMIT);
    return new BulkOrder(
        search(value(asked, SEARCH)),
        type,
        chosen(value(asked, CHOSEN)),
        submits ? Optional.empty() : Optional.of(edit(type, asked)),
        reason(value(asked, REASON).strip(), submits ? LONGEST_OF_REVIEW : LONGEST_REASON),
        !submits && Boolean.parseBoolean(asked.get(PUBLISH)));
  }

  private static SheetEdit edit(EntityType type, Map<String, String> asked) {
    Column column = column(type, value(asked, FIELD));
    Operation operation = operation(type, column, value(asked, OPERATION));
    Content content = Content.of(type, false, column);
    // A needle is taken as it is; blanks around it may matter.
    String typed = value(asked, VALUE);
    String value = operation == Operation.REPLACE ? line(typed) : content.cell(typed).strip();
    String replacement = operation == Operation.REPLACE ? line(value(asked, REPLACEMENT)) : "";
    return edit(column, operation, operation.isValued() ? value : "", replacement);
  }

  private static Set<String> chosen(String keys) {
    Set<String> chosen =
        Arrays.stream(keys.split("\\s+"))
            .filter(key -> !key.isEmpty())
            .collect(Collectors.toCollection(LinkedHashSet::new));
    if (chosen.size() > MOST_CHOSEN || !chosen.stream().allMatch(EntityIri::isKey)) {
      throw new BulkRefusedException(
          "选中的最多 " + MOST_CHOSEN + " 条，以键指明；更多请用检索来选取",
          "At most "
              + MOST_CHOSEN
              + " are chosen one by one, by their keys; find more by a search");
    }
    return chosen;
  }

  private static String line(String typed) {
    return typed.replaceAll("[\\p{Cc}\\p{Cs}]+", "");
  }

  private static String value(Map<String, String> asked, String name) {
    return Optional.ofNullable(asked.get(name)).orElse("");
  }

  private static EntityType type(String segment) {
    return EntityType.ofSegment(segment)
        .filter(type -> !SheetEdit.columns(type).isEmpty())
        .orElseThrow(
            () ->
                new BulkRefusedException(
                    "请选择要改哪一类条目（件、人物、地点等）", "Choose what kind of thing is to be changed"));
  }

  private static Column column(EntityType type, String heading) {
    return SheetEdit.column(type, heading)
        .orElseThrow(
            () ->
                new BulkRefusedException(
                    "请选择要改的项目", "Choose the field that is to be changed, by its Chinese heading"));
  }

  private static Operation operation(EntityType type, Column column, String slug) {
    return Operation.ofSlug(slug)
        .filter(SheetEdit.operations(type, column)::contains)
        .orElseThrow(
            () ->
                new BulkRefusedException(
                    "请选择对“" + column.heading() + "”可用的改法",
                    "Choose what is to be done, of what can be done to “"
                        + column.english()
                        + "”"));
  }

  private static SheetEdit edit(
      Column column, Operation operation, String value, String replacement) {
    if (operation.isValued() && value.isEmpty()) {
      throw operation == Operation.REPLACE
          ? new BulkRefusedException("请填写要查找的文字", "Say what is looked for")
          : new BulkRefusedException(
              "请填写值；要清空请选“清空”", "Give the value; to empty the field choose so");
    }
    if (value.length() > SheetEdit.longest(operation)
        || replacement.length() > SheetEdit.LONGEST_NEEDLE) {
      throw new BulkRefusedException(
          "值太长：最多 %d 字，查找与替换的文字最多 %d 字"
              .formatted(SheetEdit.LONGEST_VALUE, SheetEdit.LONGEST_NEEDLE),
          "The value is too long: at most %d characters, of what is replaced %d"
              .formatted(SheetEdit.LONGEST_VALUE, SheetEdit.LONGEST_NEEDLE));
    }
    if (operation == Operation.REPLACE && value.equals(replacement)) {
      throw new BulkRefusedException("查找与替换的文字相同", "Both texts are the same");
    }
    return new SheetEdit(column.heading(), operation, value, replacement);
  }

  private static String search(String query) {
    if (query.length() > LONGEST_SEARCH) {
      throw new BulkRefusedException("检索条件太长，请减少条件", "The search is too long");
    }
    try {
      return SearchRequest.of("", query).asQuery();
    } catch (IllegalArgumentException broken) {
      throw new BulkRefusedException(
          "检索条件读不懂，请回到检索重新选取", "The search cannot be read; it is the query of an address");
    }
  }

  private static String reason(String text, int longest) {
    if (text.length() > longest) {
      throw new BulkRefusedException(
          "说明超过 " + longest + " 字，请写短一些", "The note has more than " + longest + " characters");
    }
    return text;
  }

  /** The column that is changed; empty if none is. */
  public Optional<Column> column() {
    return edit.flatMap(it -> SheetEdit.column(type, it.heading()));
  }

  public Optional<Content> content() {
    return column().map(column -> Content.of(type, false, column));
  }

  /** From which {@link #of} makes the same order. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new HashMap<>();
    parameters.put(SEARCH, search);
    parameters.put(TYPE, type.segment());
    parameters.put(CHOSEN, String.join(" ", new TreeSet<>(chosen)));
    parameters.put(OPERATION, operation());
    edit.ifPresent(
        it -> {
          parameters.put(FIELD, it.heading());
          parameters.put(VALUE, it.value());
          parameters.put(REPLACEMENT, it.replacement());
        });
    parameters.put(REASON, reason);
    parameters.put(PUBLISH, Boolean.toString(publish));
    return parameters;
  }

  /** As it is asked for: {@code set}. */
  public String operation() {
    return edit.map(it -> it.operation().slug()).orElse(SUBMIT);
  }

  /**
   * @throws RuntimeException if it is of another version of the program, which knew other columns
   */
  static BulkOrder of(Map<String, String> parameters) {
    EntityType type = type(value(parameters, TYPE));
    return new BulkOrder(
        value(parameters, SEARCH),
        type,
        chosen(value(parameters, CHOSEN)),
        value(parameters, OPERATION).equals(SUBMIT)
            ? Optional.empty()
            : Optional.of(
                new SheetEdit(
                    column(type, value(parameters, FIELD)).heading(),
                    Operation.ofSlug(value(parameters, OPERATION)).orElseThrow(),
                    value(parameters, VALUE),
                    value(parameters, REPLACEMENT))),
        value(parameters, REASON),
        Boolean.parseBoolean(parameters.get(PUBLISH)));
  }
}
