package cn.lantai.search;

import java.util.List;
import java.util.stream.Collectors;

/** A text, or a part of one, in which the words that were looked for are marked. */
public record Marked(List<Piece> pieces) {

  /** A stretch of the text, in the characters of the document itself. */
  public record Piece(String text, boolean hit) {}

  public Marked {
    pieces = List.copyOf(pieces);
  }

  public String text() {
    return pieces.stream().map(Piece::text).collect(Collectors.joining());
  }

  public boolean hasHit() {
    return pieces.stream().anyMatch(Piece::hit);
  }
}
