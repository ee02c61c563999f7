package cn.lantai.server.site.view;

import cn.lantai.ingest.mapping.Writing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The workbench's page on which the columns of an import are mapped.
 *
 * @param href of the import
 * @param name of the mapping that is made or changed
 * @param base the mapping that the choice began with; empty if there was none
 * @param version of {@code base}
 * @param fault why it was not saved
 */
public record MappingView(
    String href,
    String files,
    String name,
    String base,
    String version,
    Optional<Text> fault,
    List<Table> tables)
    implements PageView {
  public MappingView {
    Objects.requireNonNull(href);
    Objects.requireNonNull(files);
    Objects.requireNonNull(name);
    Objects.requireNonNull(base);
    Objects.requireNonNull(version);
    Objects.requireNonNull(fault);
    tables = List.copyOf(tables);
  }

  @Override
  public String template() {
    return "mapping";
  }

  public List<Writing> writings() {
    return List.of(Writing.values());
  }

  /**
   * A table of the import.
   *
   * @param number from 0; the fields of the form carry it
   * @param target the file of the table of ours; empty if none
   * @param elements what columns may go into, by area
   */
  public record Table(
      int number,
      String name,
      String target,
      List<Option> targets,
      List<Group> elements,
      List<Column> columns) {
    public Table {
      Objects.requireNonNull(name);
      Objects.requireNonNull(target);
      targets = List.copyOf(targets);
      elements = List.copyOf(elements);
      columns = List.copyOf(columns);
    }
  }

  /**
   * @param label empty for columns that are no elements of the profile
   */
  public record Group(Optional<Text> label, List<Option> options) {
    public Group {
      Objects.requireNonNull(label);
      options = List.copyOf(options);
    }
  }

  /**
   * @param required whether no row is taken in without it
   */
  public record Option(String value, Text label, boolean required) {
    public Option {
      Objects.requireNonNull(value);
      Objects.requireNonNull(label);
    }
  }

  /**
   * A column of the source.
   *
   * @param recognised what the import took it for; empty if it was passed over
   * @param chosen the heading of ours; empty to leave it out
   */
  public record Column(
      int number,
      String heading,
      List<String> samples,
      Optional<Text> recognised,
      String chosen,
      Writing writing,
      String separator) {
    public Column {
      Objects.requireNonNull(heading);
      samples = List.copyOf(samples);
      Objects.requireNonNull(recognised);
      Objects.requireNonNull(chosen);
      Objects.requireNonNull(writing);
      Objects.requireNonNull(separator);
    }
  }
}
