package cn.lantai.server.site;

import cn.lantai.entity.EntityIri;
import cn.lantai.server.site.view.Link;
import cn.lantai.server.site.view.Note;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Numbers the sources of a page as they are cited, each once. */
final class Notes {

  private final Function<EntityIri, Optional<Link>> link;
  private final List<EntityIri> cited = new ArrayList<>();
  private final List<Note> notes = new ArrayList<>();

  /**
   * @param link names a source; empty if it is not public, which leaves the statement without a
   *     note
   */
  Notes(Function<EntityIri, Optional<Link>> link) {
    this.link = link;
  }

  /** The numbers of the public ones among these sources, ascending. */
  List<Integer> numbers(Collection<EntityIri> sources) {
    List<Integer> numbers = new ArrayList<>();
    for (EntityIri source : sources) {
      int at = cited.indexOf(source);
      if (at < 0) {
        Optional<Link> named = link.apply(source);
        if (named.isEmpty()) {
          continue;
        }
        cited.add(source);
        at = cited.size() - 1;
        notes.add(new Note(at + 1, named.get().label(), named.get().href()));
      }
      numbers.add(at + 1);
    }
    Collections.sort(numbers);
    return numbers;
  }

  List<Note> all() {
    return List.copyOf(notes);
  }
}
