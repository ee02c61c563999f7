package cn.lantai.server.site.view;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The workbench's page for one import.
 *
 * @param speed rows a second; 0 if unknown
 * @param timeLeft in hours, minutes and seconds
 * @param message how it failed or was stopped, or what it is busy with
 * @param problems the first ones
 * @param problemsInAll with those that are not shown; as far as known
 * @param mayStart whether what was tried can be imported for good
 * @param columns where its columns can be mapped, if they can
 */
public record ImportView(
    ImportCard card,
    long speed,
    Optional<String> timeLeft,
    Optional<Text> message,
    List<Problem> problems,
    long problemsInAll,
    Downloads downloads,
    boolean mayStart,
    Optional<String> columns)
    implements PageView {
  public ImportView {
    Objects.requireNonNull(card);
    Objects.requireNonNull(timeLeft);
    Objects.requireNonNull(message);
    problems = List.copyOf(problems);
    Objects.requireNonNull(downloads);
    Objects.requireNonNull(columns);
  }

  @Override
  public String template() {
    return "import";
  }

  /** A line of the report. */
  public record Problem(
      boolean error,
      String file,
      String row,
      String column,
      String value,
      Text reason,
      Text remedy) {
    public Problem {
      Objects.requireNonNull(file);
      Objects.requireNonNull(row);
      Objects.requireNonNull(column);
      Objects.requireNonNull(value);
      Objects.requireNonNull(reason);
      Objects.requireNonNull(remedy);
    }
  }

  /** Addresses of files, as far as there are such. */
  public record Downloads(
      Optional<String> report, Optional<String> rejected, Optional<String> mapping) {
    public Downloads {
      Objects.requireNonNull(report);
      Objects.requireNonNull(rejected);
      Objects.requireNonNull(mapping);
    }
  }
}
