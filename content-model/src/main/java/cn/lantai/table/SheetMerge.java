package cn.lantai.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What two editors of one version made of it, as one sheet: each field as who changed it left it. A
 * part table is one field, for its rows have no names of their own.
 *
 * @param merged where both changed a field, it has what you wrote
 * @param theirs the headings, and the files of parts, that only they changed
 * @param collisions those that both changed, each in its own way
 */
public record SheetMerge(Sheet merged, List<String> theirs, List<Collision> collisions) {

  /**
   * A field that both changed.
   *
   * @param field a heading, or the file of a part
   * @param their what they wrote; empty if they emptied it, or if it is a part
   */
  public record Collision(String field, String their) {}

  public SheetMerge {
    theirs = List.copyOf(theirs);
    collisions = List.copyOf(collisions);
  }

  public static SheetMerge of(Sheet base, Sheet theirs, Sheet yours) {
    Fields<String> own = new Fields<>(base.own(), theirs.own(), yours.own(), "");
    Fields<List<Map<String, String>>> parts =
        new Fields<>(base.parts(), theirs.parts(), yours.parts(), List.of());
    List<String> onlyTheirs = new ArrayList<>(own.theirs);
    onlyTheirs.addAll(parts.theirs);
    List<Collision> collisions = new ArrayList<>();
    own.both.forEach(
        heading -> collisions.add(new Collision(heading, theirs.own().getOrDefault(heading, ""))));
    parts.both.forEach(file -> collisions.add(new Collision(file, "")));
    return new SheetMerge(
        new Sheet(yours.entity(), own.merged, parts.merged), onlyTheirs, collisions);
  }

  /** The fields of one kind. */
  private static final class Fields<T> {

    private final Map<String, T> merged = new HashMap<>();
    private final List<String> theirs = new ArrayList<>();
    private final List<String> both = new ArrayList<>();

    Fields(Map<String, T> base, Map<String, T> their, Map<String, T> your, T nothing) {
      Set<String> names = new TreeSet<>(base.keySet());
      names.addAll(their.keySet());
      names.addAll(your.keySet());
      for (String name : names) {
        T was = base.getOrDefault(name, nothing);
        T theirsNow = their.getOrDefault(name, nothing);
        T yoursNow = your.getOrDefault(name, nothing);
        boolean onlyThey = was.equals(yoursNow) && !was.equals(theirsNow);
        merged.put(name, onlyThey ? theirsNow : yoursNow);
        if (onlyThey) {
          theirs.add(name);
        } else if (!was.equals(theirsNow) && !theirsNow.equals(yoursNow)) {
          both.add(name);
        }
      }
    }
  }
}
