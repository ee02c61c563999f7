package cn.lantai.server.iiif.discovery;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.hierarchy.Whole;
import cn.lantai.journal.Action;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.server.iiif.discovery.Activity.Kind;
import cn.lantai.server.linkeddata.Addresses;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * The activities of the public stage, oldest first, in pages.
 *
 * <p>A page is what happened within a thousand rows of the journal. So its number needs no
 * counting, a page that is full never changes, and pages in which nothing happened are left out of
 * the chain.
 */
public final class ChangeFeed {

  static final int ROWS = 1000;

  private static final Set<EntityType> TYPES =
      EnumSet.of(
          EntityType.RECORD,
          EntityType.RECORD_SET,
          EntityType.IMAGE,
          EntityType.RECORDING,
          EntityType.EXHIBITION,
          EntityType.COLLECTION,
          EntityType.COMPILATION,
          EntityType.STUDY);

  private final Journal journal;
  private final Addresses addresses;

  public ChangeFeed(Journal journal, Addresses addresses) {
    this.journal = journal;
    this.addresses = addresses;
  }

  /** A page, with the numbers of those before and behind it. */
  record Page(List<Activity> activities, OptionalLong previous, OptionalLong next) {}

  /** The pages at both ends; empty if nothing was published yet. */
  Optional<Ends> ends() {
    OptionalLong last = journal.publicationBefore(Long.MAX_VALUE, TYPES);
    return last.isEmpty()
        ? Optional.empty()
        : Optional.of(new Ends(next(0).orElseThrow(), page(last.getAsLong())));
  }

  /** The first and the last page. */
  record Ends(long first, long last) {}

  /** Empty if nothing happened there. */
  Optional<Page> page(int number) {
    long before = (long) number * ROWS;
    List<Entry> rows = journal.publications(before, before + ROWS, TYPES, ROWS);
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    OptionalLong previous = journal.publicationBefore(before + 1, TYPES);
    return Optional.of(
        new Page(
            activities(rows),
            previous.isEmpty() ? previous : OptionalLong.of(page(previous.getAsLong())),
            next(before + ROWS)));
  }

  private OptionalLong next(long row) {
    return journal.publications(row, Long.MAX_VALUE, TYPES, 1).stream()
        .mapToLong(entry -> page(entry.sequence()))
        .findFirst();
  }

  private static long page(long row) {
    return (row - 1) / ROWS;
  }

  private List<Activity> activities(List<Entry> rows) {
    Map<Long, EntityIri> records = recordsOfImages(rows);
    List<Activity> all = new ArrayList<>();
    Set<String> gone = new HashSet<>();
    Instant time = Instant.EPOCH;
    for (Entry row : rows) {
      // Clocks of several servers may differ, and times must not go back.
      time = row.at().isAfter(time) ? row.at() : time;
      boolean image = row.entity().type().isDigital();
      Optional<EntityIri> thing =
          image ? Optional.ofNullable(records.get(content(row))) : Optional.of(row.entity());
      Optional<String> object = thing.flatMap(addresses::presentation);
      if (object.isEmpty() || image && gone.contains(object.get())) {
        continue;
      }
      Kind kind = image ? Kind.UPDATE : kind(row);
      if (kind == Kind.DELETE) {
        gone.add(object.get());
      } else {
        gone.remove(object.get());
      }
      all.add(new Activity(kind, object.get(), thing.get(), time));
    }
    return latestUpdates(all);
  }

  private static Kind kind(Entry row) {
    return row.action() == Action.WITHDRAW
        ? Kind.DELETE
        : row.replaces() == 0 ? Kind.CREATE : Kind.UPDATE;
  }

  /** An image that comes, changes or goes changes the manifest of its record. */
  private Map<Long, EntityIri> recordsOfImages(List<Entry> rows) {
    List<Long> contents =
        rows.stream()
            .filter(row -> row.entity().type().isDigital())
            .map(ChangeFeed::content)
            .toList();
    Map<Long, EntityIri> records = new HashMap<>();
    for (Entry version : journal.entries(contents)) {
      Whole.of(EntityGraph.ofNTriples(version.entity(), version.content()))
          .ifPresent(record -> records.put(version.sequence(), record));
    }
    return records;
  }

  private static long content(Entry row) {
    return row.action() == Action.WITHDRAW ? row.replaces() : row.version();
  }

  /** Of several updates of one thing on a page the last says all. */
  private static List<Activity> latestUpdates(List<Activity> all) {
    Set<String> later = new HashSet<>();
    List<Activity> kept = new ArrayList<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      Activity activity = all.get(i);
      boolean update = activity.kind() == Kind.UPDATE;
      if (!update || later.add(activity.object())) {
        kept.add(0, activity);
      }
      if (!update) {
        later.remove(activity.object());
      }
    }
    return kept;
  }
}
