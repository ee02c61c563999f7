package cn.lantai.selection.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What two editors of one version made of it, as one draft. A block is one thing, with its items;
 * so is each cell of the whole and of a section. What one of them changed is as they left it; where
 * both did, it is as you left it, and what they wrote is kept beside it.
 *
 * @param merged what was deleted by one and changed by the other is still in it
 * @param taken the ids of what only they changed
 */
public record DraftMerge(Draft merged, Set<String> taken, List<Collision> collisions) {

  /**
   * What both changed.
   *
   * @param id of the piece
   * @param heading of the cell; empty for a block
   * @param theirs the piece as they left it; empty if they deleted it
   */
  public record Collision(String id, String heading, Optional<Piece> theirs) {}

  public DraftMerge {
    collisions = List.copyOf(collisions);
  }

  /**
   * @param theirs another version of the same, with ids of its own
   * @param yours a draft that began with the base and has its ids
   */
  public static DraftMerge of(Draft base, Draft theirs, Draft yours) {
    return new Merger(base, Alignment.of(base, theirs), yours).merge();
  }

  /**
   * The same under the ids that their version has, so that the draft can go on from it: a piece
   * that their version has too is called as it is there.
   */
  public DraftMerge goingOnFrom(Draft base, Draft theirs) {
    Map<String, String> names = new HashMap<>();
    Alignment.ids(base, theirs).forEach((their, was) -> names.put(was, their));
    Set<String> used = new HashSet<>(names.values());
    used.addAll(merged.whole().all().map(Piece::id).toList());
    int number = 1;
    for (Piece piece : merged.whole().all().toList()) {
      if (!names.containsKey(piece.id())) {
        while (used.contains("n" + number)) {
          number++;
        }
        names.put(piece.id(), names.containsValue(piece.id()) ? "n" + number++ : piece.id());
      }
    }
    return new DraftMerge(
        new Draft(merged.entity(), renamed(merged.whole(), names)),
        taken.stream().map(id -> names.getOrDefault(id, id)).collect(Collectors.toSet()),
        collisions.stream()
            .map(
                each ->
                    new Collision(
                        names.getOrDefault(each.id(), each.id()), each.heading(), each.theirs()))
            .toList());
  }

  private static Piece renamed(Piece piece, Map<String, String> names) {
    return piece
        .with(piece.pieces().stream().map(part -> renamed(part, names)).toList())
        .called(names.get(piece.id()));
  }

  private static final class Merger {

    private final Draft base;
    private final Draft theirs;
    private final Draft yours;
    private final Set<String> taken = new LinkedHashSet<>();
    private final List<Collision> collisions = new ArrayList<>();

    Merger(Draft base, Draft theirs, Draft yours) {
      this.base = base;
      this.theirs = theirs;
      this.yours = yours;
    }

    DraftMerge merge() {
      Map<String, Piece> blocks = new HashMap<>();
      Map<String, String> parents = new HashMap<>();
      for (String id : ids(2)) {
        block(id)
            .ifPresent(
                block -> {
                  blocks.put(id, block);
                  parents.put(id, sectionOf(id));
                });
      }
      List<Piece> sections = new ArrayList<>();
      for (String id : order(Draft::whole)) {
        boolean filled = parents.containsValue(id);
        section(id, filled)
            .ifPresent(
                section ->
                    sections.add(
                        section.with(
                            order(draft -> draft.find(id).orElse(EMPTY), blocks, parents, id))));
      }
      Piece whole = cells(base.whole(), theirs.whole(), yours.whole()).with(sections);
      return new DraftMerge(new Draft(yours.entity(), whole), taken, collisions);
    }

    private static final Piece EMPTY = Piece.empty("none", Piece.SECTION);

    /** All ids of a level, in no order that matters. */
    private Set<String> ids(int level) {
      Set<String> ids = new LinkedHashSet<>();
      for (Draft draft : List.of(yours, theirs, base)) {
        draft.whole().pieces().stream()
            .flatMap(each -> level == 1 ? Stream.of(each) : each.pieces().stream())
            .forEach(piece -> ids.add(piece.id()));
      }
      return ids;
    }

    private Optional<Piece> block(String id) {
      Optional<Piece> was = base.find(id);
      Optional<Piece> their = theirs.find(id);
      Optional<Piece> your = yours.find(id);
      if (same(was, their) || same(their, your)) {
        return your;
      }
      if (same(was, your)) {
        taken.add(id);
        return their;
      }
      collisions.add(new Collision(id, "", their));
      return your.or(() -> their);
    }

    private static boolean same(Optional<Piece> a, Optional<Piece> b) {
      return a.isEmpty() ? b.isEmpty() : b.isPresent() && a.get().saysAs(b.get());
    }

    /** The section in which a block stands: where whoever moved it put it, yours before theirs. */
    private String sectionOf(String id) {
      Optional<String> was = base.parent(id).map(Piece::id);
      Optional<String> their = theirs.parent(id).map(Piece::id);
      Optional<String> your = yours.parent(id).map(Piece::id);
      return (your.isPresent() && (!your.equals(was) || their.isEmpty())
              ? your
              : their.or(() -> your))
          .orElseThrow();
    }

    /** A section that one of them deleted stays if the other did something to it. */
    private Optional<Piece> section(String id, boolean filled) {
      Optional<Piece> was = base.find(id);
      Optional<Piece> their = theirs.find(id);
      Optional<Piece> your = yours.find(id);
      if (your.isPresent() && their.isPresent()) {
        return Optional.of(cells(was.orElseGet(your::get), their.get(), your.get()));
      }
      boolean added = was.isEmpty();
      boolean rewritten =
          your.or(() -> their)
              .filter(now -> was.isPresent() && !now.cells().equals(was.get().cells()))
              .isPresent();
      return added || filled || rewritten ? your.or(() -> their).or(() -> was) : Optional.empty();
    }

    private Piece cells(Piece was, Piece their, Piece your) {
      Map<String, String> cells = new HashMap<>();
      Set<String> headings = new TreeSet<>(was.cells().keySet());
      headings.addAll(their.cells().keySet());
      headings.addAll(your.cells().keySet());
      for (String heading : headings) {
        String old = was.cell(heading);
        String theirNow = their.cell(heading);
        String yourNow = your.cell(heading);
        if (!theirNow.equals(old) && yourNow.equals(old)) {
          taken.add(your.id());
          cells.put(heading, theirNow);
        } else {
          cells.put(heading, yourNow);
          if (!theirNow.equals(old) && !theirNow.equals(yourNow)) {
            collisions.add(new Collision(your.id(), heading, Optional.of(their)));
          }
        }
      }
      return your.withCells(cells);
    }

    private List<Piece> order(
        Function<Draft, Piece> parent,
        Map<String, Piece> blocks,
        Map<String, String> parents,
        String section) {
      List<String> order = order(parent);
      parents.forEach(
          (block, in) -> {
            if (in.equals(section) && !order.contains(block)) {
              order.add(block);
            }
          });
      return order.stream().filter(id -> section.equals(parents.get(id))).map(blocks::get).toList();
    }

    /** The children of a parent in an order that keeps what either of them did to it. */
    private List<String> order(Function<Draft, Piece> parent) {
      List<String> was = ids(parent.apply(base));
      List<String> their = ids(parent.apply(theirs));
      List<String> your = ids(parent.apply(yours));
      boolean yoursUnmoved = common(was, your).equals(common(your, was));
      List<String> backbone = new ArrayList<>(yoursUnmoved ? their : your);
      List<String> others = yoursUnmoved ? your : their;
      for (int i = 0; i < others.size(); i++) {
        if (!backbone.contains(others.get(i))) {
          int before = i == 0 ? -1 : backbone.indexOf(others.get(i - 1));
          backbone.add(before + 1, others.get(i));
        }
      }
      was.stream().filter(id -> !backbone.contains(id)).forEach(backbone::add);
      return backbone;
    }

    private static List<String> ids(Piece parent) {
      return new ArrayList<>(parent.pieces().stream().map(Piece::id).toList());
    }

    private static List<String> common(List<String> order, List<String> others) {
      return order.stream().filter(others::contains).toList();
    }
  }
}
