package cn.lantai.selection.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * In what two versions of a selection differ, in the order of reading the later one; what is gone
 * comes last.
 *
 * @param later the later version, its pieces under the ids of the earlier one
 */
public record DraftDifference(Draft later, List<Change> changes) {

  /** What happened to a piece. */
  public enum Kind {
    ADDED,
    REMOVED,
    MOVED,
    CHANGED
  }

  /**
   * @param before the piece in the earlier version; empty if it was added
   * @param after the piece in the later version; empty if it was removed
   * @param cells those that differ
   */
  public record Change(Kind kind, Optional<Piece> before, Optional<Piece> after, List<Cell> cells) {
    public Change {
      cells = List.copyOf(cells);
    }

    public Piece piece() {
      return after.or(() -> before).orElseThrow();
    }
  }

  /** What stands under a heading before and after; empty where nothing does. */
  public record Cell(String heading, String before, String after) {}

  public DraftDifference {
    changes = List.copyOf(changes);
  }

  public static DraftDifference of(Draft earlier, Draft unaligned) {
    Draft later = Alignment.of(earlier, unaligned);
    List<Change> changes = new ArrayList<>();
    compare(earlier, later, later.whole(), changes);
    gone(later, earlier.whole(), changes);
    return new DraftDifference(later, changes);
  }

  private static void compare(Draft earlier, Draft later, Piece after, List<Change> changes) {
    Optional<Piece> before = earlier.find(after.id());
    if (before.isEmpty()) {
      changes.add(new Change(Kind.ADDED, before, Optional.of(after), cells(null, after)));
      return;
    }
    List<Cell> cells = cells(before.get(), after);
    boolean retyped = !before.get().type().equals(after.type());
    if (!cells.isEmpty() || retyped) {
      changes.add(new Change(Kind.CHANGED, before, Optional.of(after), cells));
    } else if (isMoved(earlier, later, after.id())) {
      changes.add(new Change(Kind.MOVED, before, Optional.of(after), List.of()));
    }
    after.pieces().forEach(part -> compare(earlier, later, part, changes));
  }

  /** Whether it has another parent, or came before something that it follows now. */
  private static boolean isMoved(Draft earlier, Draft later, String id) {
    Optional<Piece> was = earlier.parent(id);
    Optional<Piece> is = later.parent(id);
    if (was.isEmpty() || is.isEmpty()) {
      return false;
    }
    if (!was.get().id().equals(is.get().id())) {
      return true;
    }
    List<String> before = ids(was.get());
    List<String> after = ids(is.get());
    before.retainAll(new ArrayList<>(after));
    after.retainAll(new ArrayList<>(before));
    return before.indexOf(id) != after.indexOf(id);
  }

  private static List<String> ids(Piece parent) {
    return new ArrayList<>(parent.pieces().stream().map(Piece::id).toList());
  }

  private static void gone(Draft later, Piece before, List<Change> changes) {
    for (Piece part : before.pieces()) {
      if (later.find(part.id()).isEmpty()) {
        changes.add(
            new Change(Kind.REMOVED, Optional.of(part), Optional.empty(), cells(part, null)));
      } else {
        gone(later, part, changes);
      }
    }
  }

  private static List<Cell> cells(Piece before, Piece after) {
    TreeSet<String> headings = new TreeSet<>();
    if (before != null) {
      headings.addAll(before.cells().keySet());
    }
    if (after != null) {
      headings.addAll(after.cells().keySet());
    }
    return headings.stream()
        .map(
            heading ->
                new Cell(
                    heading,
                    before == null ? "" : before.cell(heading),
                    after == null ? "" : after.cell(heading)))
        .filter(cell -> !cell.before().equals(cell.after()))
        .toList();
  }
}
