package cn.lantai.server.site.view;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The workbench's page of exports.
 *
 * @param formats by name, as they are asked for
 * @param archives whose fonds can be exported together
 * @param fonds those with the most records
 * @param part the key of a fonds, series or file that was asked for already
 * @param days after which a file is removed
 */
public record ExportsView(
    List<String> formats,
    List<Choice> archives,
    List<Choice> fonds,
    String part,
    long days,
    List<Export> exports)
    implements PageView {
  public ExportsView {
    formats = List.copyOf(formats);
    archives = List.copyOf(archives);
    fonds = List.copyOf(fonds);
    Objects.requireNonNull(part);
    exports = List.copyOf(exports);
  }

  @Override
  public String template() {
    return "exports";
  }

  /** Whether one of them is not done. */
  public boolean pending() {
    return exports.stream().anyMatch(export -> export.phase().isPending());
  }

  /** Something that can be chosen, by its key. */
  public record Choice(String key, Text name) {
    public Choice {
      Objects.requireNonNull(key);
      Objects.requireNonNull(name);
    }
  }

  /**
   * An export.
   *
   * @param part what of the holdings; empty for all
   * @param onlyPublic whether it holds only what is public
   * @param message how it ended, or what it is busy with
   * @param file the address of the file, as long as there is one
   * @param size in MiB, at least 0.1
   */
  public record Export(
      String href,
      Optional<Text> part,
      String format,
      boolean onlyPublic,
      JobPhase phase,
      String by,
      long done,
      Instant created,
      Optional<Text> message,
      Optional<String> file,
      double size,
      Optional<String> problems) {
    public Export {
      Objects.requireNonNull(href);
      Objects.requireNonNull(part);
      Objects.requireNonNull(format);
      Objects.requireNonNull(phase);
      Objects.requireNonNull(by);
      Objects.requireNonNull(created);
      Objects.requireNonNull(message);
      Objects.requireNonNull(file);
      Objects.requireNonNull(problems);
    }
  }
}
