package cn.lantai.table;

import cn.lantai.entity.EntityType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One change that is made to a field of many sheets. What comes of it is a sheet like any other,
 * and is held to the same rules.
 *
 * @param heading of a column of the entity's own row
 * @param value as a cell has it; of {@link Operation#REPLACE} what is looked for, as it is; empty
 *     where the operation takes none
 * @param replacement of {@link Operation#REPLACE}; empty to take out what is looked for
 */
public record SheetEdit(String heading, Operation operation, String value, String replacement) {

  /** What is looked for, and what stands in its place, is a word or two, not a document. */
  public static final int LONGEST_NEEDLE = 500;

  /** The longest value: as much as a cell of a workbook holds. */
  public static final int LONGEST_VALUE = 32_767;

  /** What is done to a cell. */
  public enum Operation {
    /** Puts the value in the place of what was there. */
    SET(true),
    /** Puts the value where nothing was there. */
    FILL(true),
    /** Adds what is not there yet to what is there. */
    ADD(true),
    /** Takes the value out of what is there. */
    REMOVE(true),
    /** Puts one text in the place of another wherever it stands. */
    REPLACE(true),
    /** Takes away what is there. */
    CLEAR(false);

    private final boolean valued;

    Operation(boolean valued) {
      this.valued = valued;
    }

    /** Whether it takes a value. */
    public boolean isValued() {
      return valued;
    }

    /** As in addresses. */
    public String slug() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Operation> ofSlug(String slug) {
      for (Operation each : values()) {
        if (each.slug().equals(slug)) {
          return Optional.of(each);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * @throws IllegalArgumentException if the value is missing where one is needed, or too long
   */
  public SheetEdit {
    if (operation.isValued() == value.isEmpty()) {
      throw new IllegalArgumentException(operation + " with the value “" + value + "”");
    }
    if (value.length() > longest(operation) || replacement.length() > LONGEST_NEEDLE) {
      throw new IllegalArgumentException("The value is too long");
    }
  }

  /** How long the value may be. */
  public static int longest(Operation operation) {
    return operation == Operation.REPLACE ? LONGEST_NEEDLE : LONGEST_VALUE;
  }

  /** The columns that can be edited in many sheets of a type. */
  public static List<Column> columns(EntityType type) {
    return Sheet.mayBegin(type)
        ? Sheet.columns(Tables.of(type)).stream()
            .filter(column -> !operations(type, column).isEmpty())
            .toList()
        : List.of();
  }

  public static Optional<Column> column(EntityType type, String heading) {
    return columns(type).stream().filter(column -> column.heading().equals(heading)).findFirst();
  }

  /** What can be done to a column; a reference code is nobody else's, so it cannot be set. */
  public static Set<Operation> operations(EntityType type, Column column) {
    Content content = Content.of(type, false, column);
    Set<Operation> all = EnumSet.noneOf(Operation.class);
    boolean isCode = column.heading().equals(Tables.CODE);
    if (!isCode) {
      all.addAll(List.of(Operation.SET, Operation.FILL));
    }
    if (content.many()) {
      all.addAll(List.of(Operation.ADD, Operation.REMOVE));
    }
    if (content.kind() != Content.Kind.CHOICE && content.kind() != Content.Kind.KEYS) {
      all.add(Operation.REPLACE);
    }
    if (!column.required() && !isCode) {
      all.add(Operation.CLEAR);
    }
    return Collections.unmodifiableSet(all);
  }

  /** What stands in the field. */
  public String in(Sheet sheet) {
    return sheet.own().getOrDefault(heading, "");
  }

  /** The sheet with the change; an equal one if there is nothing to be changed. */
  public Sheet apply(Sheet sheet) {
    EntityType type = sheet.entity().type();
    Content content = Content.of(type, false, column(type, heading).orElseThrow());
    String before = in(sheet);
    String after =
        switch (operation) {
          case SET -> value;
          case FILL -> before.isEmpty() ? value : before;
          case ADD -> added(before, content);
          case REMOVE -> removed(before, content);
          case REPLACE -> replaced(before, content);
          case CLEAR -> "";
        };
    if (after.equals(before)) {
      return sheet;
    }
    Map<String, String> own = new HashMap<>(sheet.own());
    own.put(heading, after);
    return new Sheet(sheet.entity(), own, sheet.parts());
  }

  private String added(String before, Content content) {
    List<String> texts = new ArrayList<>(content.texts(before));
    int size = texts.size();
    content.texts(value).stream().filter(text -> !texts.contains(text)).forEach(texts::add);
    return texts.size() == size ? before : content.cell(texts);
  }

  private String removed(String before, Content content) {
    List<String> texts = new ArrayList<>(content.texts(before));
    return texts.removeAll(content.texts(value)) ? content.cell(texts) : before;
  }

  /** In each text by itself, so that what separates them is never taken for a part of one. */
  private String replaced(String before, Content content) {
    List<String> texts = content.texts(before);
    List<String> replaced = texts.stream().map(text -> text.replace(value, replacement)).toList();
    if (replaced.equals(texts)) {
      return before;
    }
    return content.cell(
        content.many()
            ? replaced.stream().filter(text -> !text.isBlank()).distinct().toList()
            : replaced);
  }
}
