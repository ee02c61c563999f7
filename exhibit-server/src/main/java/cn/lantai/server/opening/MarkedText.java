package cn.lantai.server.opening;

import cn.lantai.opening.Finding;
import cn.lantai.opening.Passage;
import cn.lantai.server.site.view.OpeningView.Piece;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Cuts texts where findings begin and end, for they may overlap. */
final class MarkedText {

  private MarkedText() {}

  /**
   * @param numbers the number of the reason of each finding
   */
  static List<Piece> pieces(
      Passage passage, Collection<Finding> findings, Map<Finding, Integer> numbers) {
    String text = passage.text();
    List<Finding> here =
        findings.stream()
            .filter(
                each ->
                    each.spot().filter(spot -> spot.passage().equals(passage.key())).isPresent())
            .toList();
    TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
    here.forEach(
        each -> {
          cuts.add(each.spot().orElseThrow().start());
          cuts.add(each.spot().orElseThrow().end());
        });
    List<Piece> pieces = new ArrayList<>();
    int start = 0;
    for (int end : cuts.tailSet(0, false)) {
      int from = start;
      List<Integer> reasons =
          here.stream()
              .filter(
                  each ->
                      each.spot().orElseThrow().start() <= from
                          && each.spot().orElseThrow().end() >= end)
              .map(numbers::get)
              .distinct()
              .sorted()
              .toList();
      pieces.add(new Piece(text.substring(start, end), reasons));
      start = end;
    }
    return pieces;
  }
}
