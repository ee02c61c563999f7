package cn.lantai.server.workbench;

import cn.lantai.entity.LocalizedText;
import cn.lantai.ingest.mapping.Mapping;
import cn.lantai.ingest.mapping.SeenTable;
import cn.lantai.ingest.mapping.TableChoice;
import cn.lantai.ingest.mapping.TableChoice.ColumnChoice;
import cn.lantai.ontology.Element;
import cn.lantai.server.imports.ColumnMappings;
import cn.lantai.server.imports.ImportState;
import cn.lantai.server.render.Language;
import cn.lantai.server.site.view.MappingView;
import cn.lantai.server.site.view.Text;
import cn.lantai.table.Column;
import cn.lantai.table.Tables;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The page on which columns are mapped, in the reader's language. */
final class MappingWording {

  private final boolean english;

  MappingWording(Language language) {
    english = language == Language.EN;
  }

  MappingView view(
      ImportState state,
      ColumnMappings.Columns columns,
      MappingFields fields,
      Optional<LocalizedText> fault) {
    List<MappingView.Table> tables = new ArrayList<>();
    for (int number = 0; number < columns.tables().size(); number++) {
      TableChoice recognised = columns.recognised().get(number);
      tables.add(
          table(number, columns.tables().get(number), recognised, fields.choice(recognised)));
    }
    return new MappingView(
        ImportWording.href(state),
        state.files(),
        fields.name(),
        fields.base(),
        fields.version(),
        fault.map(this::text),
        tables);
  }

  private MappingView.Table table(
      int number, SeenTable seen, TableChoice recognised, TableChoice entered) {
    // Chosen for a table that it is not any more, a column is looked for in the other one.
    TableChoice choice = entered.into(entered.table());
    return new MappingView.Table(
        number,
        seen.name(),
        choice.table(),
        targets(),
        elements(choice.table()),
        columns(seen, recognised, choice));
  }

  private static List<MappingView.Option> targets() {
    return Tables.columns().keySet().stream()
        .map(file -> new MappingView.Option(file, Text.of("und", file), false))
        .toList();
  }

  private List<MappingView.Group> elements(String table) {
    Map<Optional<Text>, List<MappingView.Option>> groups = new LinkedHashMap<>();
    for (Column column : Tables.columns().getOrDefault(table, List.of())) {
      groups
          .computeIfAbsent(
              column.element().map(Element::group).map(group -> own(group.label(language()))),
              label -> new ArrayList<>())
          .add(new MappingView.Option(column.heading(), label(column), column.required()));
    }
    return groups.entrySet().stream()
        .map(group -> new MappingView.Group(group.getKey(), group.getValue()))
        .toList();
  }

  private List<MappingView.Column> columns(
      SeenTable seen, TableChoice recognised, TableChoice choice) {
    List<MappingView.Column> columns = new ArrayList<>();
    for (SeenTable.Column column : seen.columns()) {
      ColumnChoice chosen = of(choice, column).or(() -> of(recognised, column)).orElseThrow();
      columns.add(
          new MappingView.Column(
              columns.size(),
              column.heading(),
              column.samples(),
              of(recognised, column).flatMap(each -> label(recognised.table(), each.column())),
              chosen.column(),
              chosen.writing(),
              Mapping.separatorCell(chosen.separator())));
    }
    return columns;
  }

  private static Optional<ColumnChoice> of(TableChoice choice, SeenTable.Column column) {
    return choice.columns().stream()
        .filter(each -> each.from().equals(column.heading()))
        .findFirst();
  }

  private Optional<Text> label(String table, String heading) {
    return Tables.columns().getOrDefault(table, List.of()).stream()
        .filter(column -> column.heading().equals(heading))
        .findFirst()
        .map(this::label);
  }

  private Text label(Column column) {
    return own(english ? column.english() : column.heading());
  }

  private Text own(String words) {
    return english ? Text.en(words) : Text.zh(words);
  }

  private Text text(LocalizedText text) {
    return english && text.en().isPresent() ? Text.en(text.en().get()) : Text.zh(text.zh());
  }

  private String language() {
    return english ? "en" : "zh";
  }
}
