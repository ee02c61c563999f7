package cn.lantai.server.iiif.search;

import cn.lantai.search.Marked;
import cn.lantai.search.SearchWords;
import java.util.ArrayList;
import java.util.List;

/**
 * Where words stand in the lines of a transcript. What is broken by the end of a line is one match
 * on two lines.
 */
final class Matches {

  /** Enough around a match to tell it from others. */
  private static final int AROUND = 24;

  private Matches() {}

  /** One match: the parts of it, one for each line. */
  record Match(List<Part> parts) {}

  /**
   * A part of a match.
   *
   * @param line counted from 0
   */
  record Part(int line, String before, String exact, String after) {}

  static List<Match> in(List<String> lines, SearchWords words) {
    List<Match> matches = new ArrayList<>();
    int line = 0;
    int column = 0;
    for (Marked.Piece piece : words.mark(String.join("\n", lines)).pieces()) {
      List<Part> parts = new ArrayList<>();
      String[] pieces = piece.text().split("\n", -1);
      for (int i = 0; i < pieces.length; i++) {
        if (i > 0) {
          line++;
          column = 0;
        }
        if (piece.hit() && !pieces[i].isBlank()) {
          parts.add(part(lines.get(line), line, column, column + pieces[i].length()));
        }
        column += pieces[i].length();
      }
      if (!parts.isEmpty()) {
        matches.add(new Match(parts));
      }
    }
    return matches;
  }

  private static Part part(String text, int line, int start, int end) {
    return new Part(
        line,
        text.substring(whole(text, Math.max(0, start - AROUND)), start),
        text.substring(start, end),
        text.substring(end, whole(text, Math.min(text.length(), end + AROUND))));
  }

  /** Not between the halves of a character. */
  private static int whole(String text, int at) {
    return at > 0 && at < text.length() && Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
  }
}
