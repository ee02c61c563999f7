package cn.lantai.selection.draft;

import cn.lantai.entity.EntityIri;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A selection as an editor has it. Every operation gives another draft; one that asks for what is
 * not there, or for what does not fit, gives the same again.
 */
public record Draft(EntityIri entity, Piece whole) {

  /** More than these are no selection that anybody could look at. */
  public static final int MOST_PIECES = 3_000;

  public static final int LONGEST_CELL = 20_000;

  private static final int DEPTH = 3;

  /**
   * @throws IllegalArgumentException if it is too large, if two pieces share an id, or if pieces
   *     stand where they cannot
   */
  public Draft {
    Set<String> ids = new HashSet<>();
    List<Piece> all = whole.all().limit(MOST_PIECES + 1L).toList();
    if (all.size() > MOST_PIECES) {
      throw new IllegalArgumentException("More than " + MOST_PIECES + " pieces");
    }
    for (Piece piece : all) {
      if (!ids.add(piece.id()) || !piece.id().matches("[a-z0-9-]{1,40}")) {
        throw new IllegalArgumentException("Not an id of its own: " + piece.id());
      }
      if (piece.cells().values().stream().anyMatch(text -> text.length() > LONGEST_CELL)) {
        throw new IllegalArgumentException("More than " + LONGEST_CELL + " characters in a field");
      }
    }
    if (depth(whole) > DEPTH) {
      throw new IllegalArgumentException("Deeper than sections, blocks and items");
    }
  }

  private static int depth(Piece piece) {
    return piece.pieces().stream().mapToInt(each -> depth(each) + 1).max().orElse(0);
  }

  /** How deep a piece lies: 0 for the whole, 1 for sections, 2 for blocks, 3 for items. */
  public int level(String id) {
    int level = 0;
    for (Optional<Piece> at = parent(id); at.isPresent(); at = parent(at.get().id())) {
      level++;
    }
    return level;
  }

  public Optional<Piece> find(String id) {
    return whole.find(id);
  }

  public Optional<Piece> parent(String id) {
    return whole.all().filter(piece -> has(piece, id)).findFirst();
  }

  private static boolean has(Piece piece, String id) {
    return index(piece, id) >= 0;
  }

  private static int index(Piece parent, String id) {
    return parent.pieces().stream().map(Piece::id).toList().indexOf(id);
  }

  public Draft with(Piece other) {
    return new Draft(entity, other);
  }

  public Draft withCells(String id, Map<String, String> cells) {
    return with(whole.replace(id, piece -> piece.withCells(cells)));
  }

  public Draft ofType(String id, String type) {
    return with(whole.replace(id, piece -> piece.ofType(type)));
  }

  /** An id that no piece has. */
  public String freshId() {
    Set<String> used = new HashSet<>(whole.all().map(Piece::id).toList());
    return Stream.iterate(1, n -> n + 1)
        .map(n -> "n" + n)
        .filter(id -> !used.contains(id))
        .findFirst()
        .orElseThrow();
  }

  /**
   * @param index in its parent, from 0; at the end if it is larger
   */
  public Draft insert(String parent, int index, Piece piece) {
    return with(whole.replace(parent, each -> each.insert(index, piece)));
  }

  public Draft append(String parent, Piece piece) {
    return insert(parent, Integer.MAX_VALUE, piece);
  }

  public Draft insertAfter(String id, Piece piece) {
    return parent(id).map(up -> insert(up.id(), index(up, id) + 1, piece)).orElse(this);
  }

  public Draft delete(String id) {
    return id.equals(whole.id()) ? this : with(whole.without(id));
  }

  /** A copy behind it, all of it under new ids. */
  public Draft duplicate(String id) {
    return find(id)
        .filter(piece -> !piece.id().equals(whole.id()))
        .map(piece -> insertAfter(id, copy(piece, freshId())))
        .orElse(this);
  }

  private static Piece copy(Piece piece, String id) {
    List<Piece> parts = piece.pieces();
    return new Piece(
        id,
        piece.type(),
        piece.cells(),
        Stream.iterate(0, i -> i < parts.size(), i -> i + 1)
            .map(i -> copy(parts.get(i), id + "-" + (i + 1)))
            .toList());
  }

  /** One place up; the first block of a section becomes the last of the one before. */
  public Draft up(String id) {
    return step(id, -1);
  }

  /** One place down; the last block of a section becomes the first of the next one. */
  public Draft down(String id) {
    return step(id, 1);
  }

  private Draft step(String id, int step) {
    Optional<Piece> parent = parent(id);
    if (parent.isEmpty()) {
      return this;
    }
    int to = index(parent.get(), id) + step;
    if (to >= 0 && to < parent.get().pieces().size()) {
      return move(id, parent.get().id(), to);
    }
    return parent(parent.get().id())
        .flatMap(above -> sibling(above, parent.get().id(), step))
        .filter(next -> level(id) == 2)
        .map(next -> move(id, next.id(), step < 0 ? Integer.MAX_VALUE : 0))
        .orElse(this);
  }

  private static Optional<Piece> sibling(Piece parent, String id, int step) {
    int at = index(parent, id) + step;
    return at < 0 || at >= parent.pieces().size()
        ? Optional.empty()
        : Optional.of(parent.pieces().get(at));
  }

  /**
   * Puts a piece into a parent of the level that it stands on now.
   *
   * @param index where it stands afterwards
   */
  public Draft move(String id, String parent, int index) {
    Optional<Piece> piece = find(id);
    boolean fits =
        piece.isPresent()
            && find(parent).isPresent()
            && !id.equals(whole.id())
            && level(parent) + 1 == level(id)
            && (level(id) < DEPTH || parent(id).equals(find(parent)));
    return fits ? delete(id).insert(parent, index, piece.get()) : this;
  }
}
