package cn.lantai.server.workbench;

import cn.lantai.entity.EntityIri;
import cn.lantai.ingest.mapping.Mapping;
import cn.lantai.ingest.mapping.MappingRefusedException;
import cn.lantai.ingest.mapping.SeenTable;
import cn.lantai.ingest.mapping.TableChoice;
import cn.lantai.ingest.mapping.TableChoice.ColumnChoice;
import cn.lantai.ingest.mapping.Writing;
import cn.lantai.server.imports.ColumnMappings;
import cn.lantai.server.imports.ImportState;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The form in which columns are mapped: {@code name}, {@code base} and {@code version} of the
 * mapping, and for each table and column, by number, {@code table-0}, {@code to-0}, {@code
 * from-0-1}, {@code column-0-1}, {@code writing-0-1}, {@code separator-0-1}.
 *
 * @param base the mapping that was begun with; empty if there was none
 * @param onlyShows whether nothing is to be kept yet
 */
record MappingFields(
    String name,
    String base,
    String version,
    boolean onlyShows,
    List<TableChoice> entered,
    Optional<MappingRefusedException> fault) {

  private static final int LONGEST_SEPARATOR = 10;

  /** As the import took the columns. */
  static MappingFields of(ImportState state, ColumnMappings.Columns columns, List<String> taken) {
    Optional<String> base = columns.mapping().map(kept -> kept.mapping().name());
    return new MappingFields(
        columns.mapping().filter(kept -> kept.own()).isPresent()
            ? base.orElseThrow()
            : newName(state, columns, taken),
        base.orElse(""),
        columns.mapping().map(kept -> kept.version()).orElse(""),
        false,
        columns.recognised(),
        Optional.empty());
  }

  /** After the first file, if its name can be one, and no mapping has it. */
  private static String newName(
      ImportState state, ColumnMappings.Columns columns, List<String> taken) {
    String plain =
        columns.tables().stream()
            .findFirst()
            .map(SeenTable::name)
            .orElse("")
            .toLowerCase(Locale.ROOT)
            .replaceFirst("\\.[a-z]+$", "")
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^-|-$", "");
    String name = EntityIri.isKey(plain) ? plain : "mapping-" + state.id();
    return taken.contains(name) ? name + "-" + state.id() : name;
  }

  /** As somebody filled it in. */
  static MappingFields of(MultivaluedMap<String, String> form, ColumnMappings.Columns columns) {
    List<TableChoice> entered = new ArrayList<>();
    Optional<MappingRefusedException> fault = Optional.empty();
    for (int table = 0; form.containsKey("table-" + table); table++) {
      try {
        entered.add(table(table, form));
      } catch (MappingRefusedException refused) {
        fault = Optional.of(refused);
      }
    }
    return new MappingFields(
        value(form, "name"),
        value(form, "base"),
        value(form, "version"),
        value(form, "act").equals("show"),
        entered.isEmpty() ? columns.recognised() : entered,
        fault);
  }

  private static TableChoice table(int table, MultivaluedMap<String, String> form)
      throws MappingRefusedException {
    List<ColumnChoice> columns = new ArrayList<>();
    for (int column = 0; form.containsKey("from-" + table + "-" + column); column++) {
      String place = "-" + table + "-" + column;
      columns.add(
          new ColumnChoice(
              form.getFirst("from" + place),
              value(form, "column" + place),
              writing(value(form, "writing" + place)),
              separator(value(form, "separator" + place))));
    }
    return new TableChoice(form.getFirst("table-" + table), value(form, "to-" + table), columns);
  }

  private static Writing writing(String name) throws MappingRefusedException {
    return name.isEmpty() ? Writing.CELL : Writing.named(name);
  }

  private static String separator(String typed) {
    return Mapping.separator(
        typed.length() > LONGEST_SEPARATOR ? typed.substring(0, LONGEST_SEPARATOR) : typed);
  }

  private static String value(MultivaluedMap<String, String> form, String name) {
    return Optional.ofNullable(form.getFirst(name)).orElse("").strip();
  }

  List<TableChoice> choices() throws MappingRefusedException {
    if (fault.isPresent()) {
      throw fault.get();
    }
    return entered;
  }

  /** What was entered for a table of the import; what was recognised, if nothing was. */
  TableChoice choice(TableChoice recognised) {
    return entered.stream()
        .filter(each -> each.source().equals(recognised.source()))
        .findFirst()
        .orElse(recognised);
  }

  /** The version that is replaced, if the name was left as it was. */
  Optional<String> seen() {
    return name.equals(base) && !version.isEmpty() ? Optional.of(version) : Optional.empty();
  }
}
