package cn.lantai.selection.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A part of a draft: the whole, a section, a block or an item.
 *
 * @param id stays with it when it moves; what came from a version has the fragment that it has
 *     there
 * @param type of a section {@link #SECTION} or {@link #PREFACE}, of a block the name of its type,
 *     of an item {@link #ITEM}
 * @param cells what was typed, by the heading of the tables; a line feed parts paragraphs, marks
 *     are as typed
 */
public record Piece(String id, String type, Map<String, String> cells, List<Piece> pieces) {

  public static final String WHOLE = "whole";
  public static final String SECTION = "section";
  public static final String PREFACE = "preface";
  public static final String ITEM = "item";

  public Piece {
    Map<String, String> filled = new HashMap<>();
    cells.forEach(
        (heading, text) -> {
          if (!text.isBlank()) {
            filled.put(heading, text.strip());
          }
        });
    cells = Map.copyOf(filled);
    pieces = List.copyOf(pieces);
  }

  public static Piece empty(String id, String type) {
    return new Piece(id, type, Map.of(), List.of());
  }

  /** A block with so many empty items. */
  public static Piece block(String id, String type, int items) {
    return empty(id, type)
        .with(IntStream.rangeClosed(1, items).mapToObj(n -> empty(id + "-" + n, ITEM)).toList());
  }

  /** What stands under a heading; empty if nothing does. */
  public String cell(String heading) {
    return cells.getOrDefault(heading, "");
  }

  public Piece with(String heading, String text) {
    Map<String, String> changed = new HashMap<>(cells);
    changed.put(heading, text);
    return new Piece(id, type, changed, pieces);
  }

  public Piece withCells(Map<String, String> others) {
    return new Piece(id, type, others, pieces);
  }

  public Piece with(List<Piece> others) {
    return new Piece(id, type, cells, others);
  }

  public Piece ofType(String other) {
    return new Piece(id, other, cells, pieces);
  }

  Piece called(String other) {
    return new Piece(other, type, cells, pieces);
  }

  /** This one and all below it, in the order of reading. */
  public Stream<Piece> all() {
    return Stream.concat(Stream.of(this), pieces.stream().flatMap(Piece::all));
  }

  public Optional<Piece> find(String wanted) {
    return all().filter(piece -> piece.id.equals(wanted)).findFirst();
  }

  /** Whether two say the same, whatever they are called. */
  public boolean saysAs(Piece other) {
    if (!type.equals(other.type)
        || !cells.equals(other.cells)
        || pieces.size() != other.pieces.size()) {
      return false;
    }
    for (int i = 0; i < pieces.size(); i++) {
      if (!pieces.get(i).saysAs(other.pieces.get(i))) {
        return false;
      }
    }
    return true;
  }

  Piece replace(String wanted, UnaryOperator<Piece> change) {
    return id.equals(wanted)
        ? change.apply(this)
        : with(pieces.stream().map(piece -> piece.replace(wanted, change)).toList());
  }

  Piece without(String unwanted) {
    return with(
        pieces.stream()
            .filter(piece -> !piece.id.equals(unwanted))
            .map(piece -> piece.without(unwanted))
            .toList());
  }

  Piece insert(int index, Piece piece) {
    List<Piece> more = new ArrayList<>(pieces);
    more.add(Math.max(0, Math.min(index, more.size())), piece);
    return with(more);
  }
}
