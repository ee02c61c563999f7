package cn.lantai.stage;

import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which rows hold the versions that the stages show: numbers only, a few bits for each row of the
 * journal, however large it is.
 *
 * <p>Rows that are appended meanwhile may be in it or not. Each entity is there at some version
 * that it had at or after the bookmark; {@link StageFollower#ofUneven} makes that even.
 *
 * @param bookmark the end of the journal before the first version was looked at
 * @param current the rows with the newest versions
 * @param published the rows with the versions in public
 */
record Versions(Bookmark bookmark, BitSet current, BitSet published) {

  private static final int PAGE = 5000;

  /** Empty if the journal is. */
  static Optional<Versions> read(Journal journal, String base) {
    List<Entry> last = journal.entries(List.of(journal.head()));
    if (last.isEmpty()) {
      return Optional.empty();
    }
    Entry head = last.get(0);
    Versions versions =
        new Versions(
            new Bookmark(base, head.sequence(), HexFormat.of().formatHex(head.hash())),
            new BitSet(),
            new BitSet());
    forEachState(journal, versions::take);
    return Optional.of(versions);
  }

  static void forEachState(Journal journal, Consumer<EntityState> each) {
    List<EntityState> page = journal.states(Optional.empty(), PAGE);
    while (!page.isEmpty()) {
      page.forEach(each);
      page = journal.states(Optional.of(page.get(page.size() - 1).entity()), PAGE);
    }
  }

  BitSet of(StageKind kind) {
    return kind == StageKind.WORKING ? current : published;
  }

  /** The rows of {@code kind} that the other stage does not show. */
  BitSet onlyIn(StageKind kind) {
    BitSet only = (BitSet) of(kind).clone();
    only.andNot(kind == StageKind.WORKING ? published : current);
    return only;
  }

  private void take(EntityState state) {
    current.set(Math.toIntExact(state.current()));
    if (state.isPublic()) {
      published.set(Math.toIntExact(state.published()));
    }
  }
}
