package cn.lantai.server.site.view;

import java.util.List;

/**
 * The versions of a selection, and in what two of them differ.
 *
 * @param builder address of the builder
 * @param base the row of the newest version
 * @param from the row of the earlier one of the two
 * @param to the row of the later one
 */
public record VersionsView(
    Text title,
    String builder,
    long base,
    long from,
    long to,
    List<EntryView.Version> versions,
    List<Change> changes)
    implements PageView {

  /** What happened to a piece. */
  public enum Happened {
    ADDED,
    REMOVED,
    MOVED,
    CHANGED
  }

  /**
   * @param what the piece, with its section in front
   * @param cells what differs, before and after
   */
  public record Change(Happened happened, Text what, List<Cell> cells) {
    public Change {
      cells = List.copyOf(cells);
    }
  }

  /** Empty where there was, or is, nothing. */
  public record Cell(Text label, String before, String after) {}

  public VersionsView {
    versions = List.copyOf(versions);
    changes = List.copyOf(changes);
  }

  @Override
  public String template() {
    return "versions";
  }
}
