package cn.lantai.selection.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * Finds out which pieces of a version are those of an earlier one. Versions name their parts by
 * place, so whatever moved has another name: what says the same is the same, then what has the same
 * type and name, then what stands in the same place among those of its type.
 */
final class Alignment {

  private static final List<String> NAMES = List.of("题", "标题", "记录", "图像", "地点");

  private final Map<String, String> ids = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private int added;

  private Alignment() {}

  /** The later version, its pieces under the ids that they have in the earlier one. */
  static Draft of(Draft earlier, Draft later) {
    return new Draft(later.entity(), match(earlier, later).renamed(later.whole()));
  }

  /**
   * Under which ids {@link #of} has the pieces of the later version, by those that they have there.
   */
  static Map<String, String> ids(Draft earlier, Draft later) {
    Alignment alignment = match(earlier, later);
    alignment.renamed(later.whole());
    return Map.copyOf(alignment.ids);
  }

  private static Alignment match(Draft earlier, Draft later) {
    Alignment alignment = new Alignment();
    alignment.ids.put(later.whole().id(), earlier.whole().id());
    List<Piece> before = earlier.whole().pieces();
    List<Piece> after = later.whole().pieces();
    alignment.match(before, after, Piece::saysAs);
    alignment.match(before, after, Alignment::isNamedAs);
    alignment.match(before, after, Alignment::isOfType);
    List<Piece> blocksBefore = before.stream().flatMap(each -> each.pieces().stream()).toList();
    List<Piece> blocksAfter = after.stream().flatMap(each -> each.pieces().stream()).toList();
    for (Piece section : after) {
      alignment
          .counterpart(section, before)
          .ifPresent(old -> alignment.match(old.pieces(), section.pieces(), Piece::saysAs));
    }
    alignment.match(blocksBefore, blocksAfter, Piece::saysAs);
    alignment.match(blocksBefore, blocksAfter, Alignment::isNamedAs);
    for (Piece section : after) {
      alignment
          .counterpart(section, before)
          .ifPresent(old -> alignment.match(old.pieces(), section.pieces(), Alignment::isOfType));
    }
    for (Piece block : blocksAfter) {
      alignment
          .counterpart(block, blocksBefore)
          .ifPresent(
              old -> {
                alignment.match(old.pieces(), block.pieces(), Piece::saysAs);
                alignment.match(old.pieces(), block.pieces(), Alignment::isOfType);
              });
    }
    return alignment;
  }

  private Optional<Piece> counterpart(Piece later, List<Piece> earlier) {
    return earlier.stream().filter(each -> each.id().equals(ids.get(later.id()))).findFirst();
  }

  private void match(List<Piece> before, List<Piece> after, BiPredicate<Piece, Piece> same) {
    for (Piece later : after) {
      if (ids.containsKey(later.id())) {
        continue;
      }
      before.stream()
          .filter(earlier -> !taken.contains(earlier.id()) && same.test(earlier, later))
          .findFirst()
          .ifPresent(
              earlier -> {
                ids.put(later.id(), earlier.id());
                taken.add(earlier.id());
              });
    }
  }

  private static boolean isNamedAs(Piece a, Piece b) {
    return isOfType(a, b) && name(a).isPresent() && name(a).equals(name(b));
  }

  private static boolean isOfType(Piece a, Piece b) {
    return a.type().equals(b.type());
  }

  private static Optional<String> name(Piece piece) {
    List<Piece> sayers = new ArrayList<>(List.of(piece));
    sayers.addAll(piece.type().equals(Piece.SECTION) ? List.of() : piece.pieces());
    return sayers.stream()
        .flatMap(each -> NAMES.stream().map(each::cell))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private Piece renamed(Piece piece) {
    return piece
        .with(piece.pieces().stream().map(this::renamed).toList())
        .called(ids.computeIfAbsent(piece.id(), id -> "t" + ++added));
  }
}
