package cn.lantai.server.describe;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.ontology.Element;
import cn.lantai.ontology.ElementGroup;
import cn.lantai.ontology.Level;
import cn.lantai.ontology.Obligation;
import cn.lantai.search.Summary;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.render.Language;
import cn.lantai.server.rights.Names;
import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Text;
import cn.lantai.table.Column;
import cn.lantai.table.Content;
import cn.lantai.table.Problem;
import cn.lantai.table.Sheet;
import cn.lantai.table.SheetMerge;
import cn.lantai.table.Table;
import cn.lantai.table.Tables;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A sheet as its form shows it, in the reader's language. */
public final class EntryWording {

  private static final Map<String, LocalizedText> PARTS =
      Map.of(
          "names", LocalizedText.of("名称", "Names"),
          "relations", LocalizedText.of("关系", "Relations"),
          "facts", LocalizedText.of("生平事实", "Facts of the life"),
          "canvases", LocalizedText.of("画面", "Images"));

  private static final LocalizedText DESCRIPTION = LocalizedText.of("著录项", "Description");

  private final Language language;
  private final Sheet sheet;
  private final EntityType type;
  private final List<Problem> problems;
  private final List<Sheet.Mention> mentions;
  private final Map<String, String> theirs;
  private final Map<EntityIri, Summary> names;

  /**
   * @param known what things are called for the reader; all else is told by its key
   * @param problems what is to be told; it may be less than the reading found
   */
  public EntryWording(
      Language language,
      Sheet sheet,
      Sheet.Reading reading,
      List<Problem> problems,
      Collection<SheetMerge.Collision> collisions,
      Names known) {
    this.language = language;
    this.sheet = sheet;
    this.type = sheet.entity().type();
    this.problems = problems;
    this.mentions = reading.mentions();
    this.theirs =
        collisions.stream()
            .collect(Collectors.toMap(SheetMerge.Collision::field, SheetMerge.Collision::their));
    this.names = known.of(mentions.stream().map(Sheet.Mention::target).toList());
  }

  public Text text(LocalizedText text) {
    return language == Language.EN && text.en().isPresent()
        ? Text.en(text.en().get())
        : Text.zh(text.zh());
  }

  boolean isChinese() {
    return language == Language.ZH;
  }

  List<EntryView.Group> groups() {
    Map<String, List<EntryView.Field>> fields = new LinkedHashMap<>();
    Map<String, Text> labels = new LinkedHashMap<>();
    for (Column column : Sheet.columns(table())) {
      Optional<ElementGroup> group = column.element().map(Element::group);
      String id = group.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("description");
      labels.putIfAbsent(
          id,
          group
              .map(each -> Text.of(language.tag(), each.label(language.code())))
              .orElseGet(() -> text(DESCRIPTION)));
      fields.computeIfAbsent(id, key -> new ArrayList<>()).add(own(column));
    }
    return fields.entrySet().stream()
        .map(each -> new EntryView.Group(each.getKey(), labels.get(each.getKey()), each.getValue()))
        .toList();
  }

  List<EntryView.Part> parts() {
    return table().parts().stream().map(this::part).toList();
  }

  /** What a heading, or the file of a part, is called. */
  String field(String name) {
    return table().parts().stream()
        .filter(part -> part.file().equals(name))
        .map(part -> label(part).value())
        .findFirst()
        .or(() -> Table.column(table().columns(), name).map(column -> label(column).value()))
        .orElse(name);
  }

  /** One field by itself. */
  public EntryView.Field own(Column column) {
    return field(
        EntryFields.name(column),
        column,
        false,
        sheet.own().getOrDefault(column.heading(), ""),
        table().file(),
        1,
        Optional.ofNullable(theirs.get(column.heading())));
  }

  private EntryView.Part part(Table.Part part) {
    List<Map<String, String>> rows = sheet.parts().getOrDefault(part.file(), List.of());
    List<List<EntryView.Field>> shown = new ArrayList<>();
    for (int row = 0; row < rows.size(); row++) {
      shown.add(row(part, row, rows.get(row)));
    }
    List<EntryView.Field> blank =
        Sheet.columns(part).stream()
            .map(
                column ->
                    field(
                        part.file() + ".N." + column.heading(),
                        column,
                        true,
                        "",
                        part.file(),
                        0,
                        Optional.empty()))
            .toList();
    return new EntryView.Part(
        part.file().replace(".csv", ""),
        label(part),
        shown,
        row(part, rows.size(), Map.of()),
        blank);
  }

  private List<EntryView.Field> row(Table.Part part, int row, Map<String, String> cells) {
    return Sheet.columns(part).stream()
        .map(
            column ->
                field(
                    EntryFields.name(part, row, column),
                    column,
                    true,
                    cells.getOrDefault(column.heading(), ""),
                    part.file(),
                    row + 1,
                    Optional.empty()))
        .toList();
  }

  private EntryView.Field field(
      String name,
      Column column,
      boolean part,
      String cell,
      String file,
      int row,
      Optional<String> their) {
    Content content = Content.of(type, part, column);
    return new EntryView.Field(
        name,
        "i-" + Integer.toHexString(name.hashCode()),
        label(column),
        help(column),
        EntryView.Kind.valueOf(content.kind().name()),
        need(column),
        content.typed(cell),
        content.choices().stream()
            .map(
                option ->
                    new EntryView.Choice(
                        option.zh(), language == Language.EN ? option.en() : option.zh()))
            .toList(),
        content.types().stream().map(EntityType::segment).collect(Collectors.joining(",")),
        mentions.stream()
            .filter(each -> each.place().file().equals(file) && each.place().row() == row)
            .filter(each -> each.column().equals(column.heading()))
            .map(each -> link(each.target()))
            .toList(),
        problems.stream()
            .filter(each -> each.file().equals(file) && each.row() == row)
            .filter(each -> each.column().equals(column.heading()))
            .map(this::problem)
            .toList(),
        their.map(content::typed));
  }

  /** Problems of the rows as such, which no field can show. */
  List<Text> faults() {
    return problems.stream()
        .filter(each -> each.column().isEmpty())
        .map(each -> text(each.reason()))
        .toList();
  }

  private EntryView.Problem problem(Problem problem) {
    return new EntryView.Problem(text(problem.reason()), text(problem.remedy()), problem.isError());
  }

  private Link link(EntityIri target) {
    Text label =
        Optional.ofNullable(names.get(target))
            .map(Summary::title)
            .map(this::text)
            .orElseGet(() -> Text.of("zxx", target.key()));
    return Sheet.TYPES.contains(target.type())
        ? Link.to(label, Addresses.formPath(target))
        : Link.unlinked(label);
  }

  public Text label(Column column) {
    return language == Language.EN ? Text.en(column.english()) : Text.zh(column.heading());
  }

  private Text label(Table.Part part) {
    return text(partName(part.file()));
  }

  static LocalizedText partName(String file) {
    String kind = file.replaceFirst(".*_", "").replace(".csv", "");
    return PARTS.getOrDefault(kind, LocalizedText.of(kind, kind));
  }

  private Optional<Text> help(Column column) {
    boolean second =
        column.heading().startsWith(Column.ENGLISH)
            || column.heading().startsWith(Column.AS_WRITTEN);
    return column
        .element()
        .filter(element -> !second)
        .map(element -> element.help(language.code()))
        .filter(help -> !help.isBlank())
        .map(help -> Text.of(language.tag(), help))
        .or(() -> column.help().map(this::text));
  }

  private EntryView.Need need(Column column) {
    if (column.required()) {
      return EntryView.Need.REQUIRED;
    }
    boolean second = column.heading().startsWith(Column.ENGLISH);
    Optional<Obligation> obligation =
        second ? Optional.empty() : column.element().flatMap(each -> each.obligation(level()));
    return obligation
        .map(
            is ->
                switch (is) {
                  case REQUIRED -> EntryView.Need.REQUIRED;
                  case REQUIRED_IF_PRESENT -> EntryView.Need.IF_THERE;
                  default -> EntryView.Need.OPTIONAL;
                })
        .orElse(EntryView.Need.OPTIONAL);
  }

  private Level level() {
    return type == EntityType.RECORD
        ? Level.ITEM
        : sheet.own().values().stream()
            .flatMap(cell -> Level.ofLabel(cell).stream())
            .findFirst()
            .orElse(Level.FONDS);
  }

  private Table table() {
    return Tables.of(type);
  }
}
