package cn.lantai.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Marks words in texts, and cuts out the part of a text where most of them stand. */
final class Marker {

  private static final int BEFORE = 24;
  private static final int LENGTH = 110;
  private static final String CUT = "…";

  private final Set<String> needles;

  /**
   * @param needles folded words
   */
  Marker(Collection<String> needles) {
    this.needles = new LinkedHashSet<>(needles);
  }

  /** The whole text. */
  Marked mark(String text) {
    FoldedText folded = FoldedText.of(text);
    return marked(text, 0, text.length(), hits(folded, text.length()));
  }

  /** How many different words stand in the text. */
  int count(String text) {
    FoldedText folded = FoldedText.of(text);
    return (int) needles.stream().filter(needle -> folded.next(needle, 0) >= 0).count();
  }

  /** The part of the text around its hits; empty if there is none. */
  Optional<Marked> cut(String text) {
    FoldedText folded = FoldedText.of(text);
    BitSet hits = hits(folded, text.length());
    int first = hits.nextSetBit(0);
    if (first < 0) {
      return Optional.empty();
    }
    int best = first;
    int most = 0;
    for (int at = first; at >= 0; at = hits.nextSetBit(hits.nextClearBit(at))) {
      int score = hits.get(at, Math.min(text.length(), at + LENGTH - BEFORE)).cardinality();
      if (score > most) {
        most = score;
        best = at;
      }
    }
    int paragraph = text.lastIndexOf('\u2029', best) + 1;
    int start = boundary(text, Math.max(paragraph, best - BEFORE));
    int stop = text.indexOf('\u2029', best);
    int end = boundary(text, Math.min(stop < 0 ? text.length() : stop, start + LENGTH));
    List<Marked.Piece> pieces = new ArrayList<>();
    if (start > paragraph) {
      pieces.add(new Marked.Piece(CUT, false));
    }
    pieces.addAll(marked(text, start, end, hits).pieces());
    if (end < (stop < 0 ? text.length() : stop)) {
      pieces.add(new Marked.Piece(CUT, false));
    }
    return Optional.of(new Marked(pieces));
  }

  private BitSet hits(FoldedText folded, int length) {
    BitSet hits = new BitSet(length);
    for (String needle : needles) {
      for (int at = folded.next(needle, 0); at >= 0; at = folded.next(needle, at + 1)) {
        hits.set(folded.start(at), folded.end(at + needle.length() - 1));
      }
    }
    return hits;
  }

  private static Marked marked(String text, int from, int to, BitSet hits) {
    List<Marked.Piece> pieces = new ArrayList<>();
    int at = from;
    while (at < to) {
      boolean hit = hits.get(at);
      int next = hit ? hits.nextClearBit(at) : hits.nextSetBit(at);
      int end = next < 0 ? to : Math.min(next, to);
      pieces.add(new Marked.Piece(text.substring(at, end).replace('\u2029', ' '), hit));
      at = end;
    }
    return new Marked(pieces);
  }

  private static int boundary(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
