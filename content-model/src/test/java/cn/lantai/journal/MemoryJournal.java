package cn.lantai.journal;

import cn.lantai.archive.ReferenceCode;
import cn.lantai.chain.Verification;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.hierarchy.Whole;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A journal for tests of what follows one. */
public final class MemoryJournal implements Journal {

  private List<Entry> rows = new ArrayList<>();
  private Map<EntityIri, EntityState> states = new HashMap<>();
  private Map<EntityIri, String> codes = new HashMap<>();
  private Map<EntityIri, EntityIri> wholes = new HashMap<>();

  @Override
  public synchronized List<Entry> append(List<Draft> drafts, Premise premise) {
    rows.stream()
        .skip(premise.head())
        .map(Entry::entity)
        .filter(premise.entities())
        .findFirst()
        .ifPresent(
            changed -> {
              throw new PremiseGoneException(changed);
            });
    int before = rows.size();
    List<Entry> rowsBefore = new ArrayList<>(rows);
    Map<EntityIri, EntityState> statesBefore = new HashMap<>(states);
    Map<EntityIri, String> codesBefore = new HashMap<>(codes);
    Map<EntityIri, EntityIri> wholesBefore = new HashMap<>(wholes);
    Codes holders = new Codes();
    codes.forEach((entity, code) -> holders.hold(code, entity.uri()));
    try {
      drafts.forEach(draft -> append(draft, holders));
      Archives archives =
          new Archives(entity -> EntityIri.parse(entity).flatMap(this::whole).map(EntityIri::uri));
      wholesBefore.forEach(
          (set, whole) -> {
            if (!whole(set).equals(Optional.of(whole))
                && !archives.isSame(set.uri(), whole.uri())) {
              bringCodes(set, set, holders);
            }
          });
      holders.requireUnique(archives::isSame);
    } catch (NothingToPublishException | EditConflictException | ReferenceCodeInUseException e) {
      rows = rowsBefore;
      states = statesBefore;
      codes = codesBefore;
      wholes = wholesBefore;
      throw e;
    }
    return List.copyOf(rows.subList(before, rows.size()));
  }

  private void bringCodes(EntityIri branch, EntityIri whole, Codes holders) {
    for (EntityIri part : within(whole)) {
      Optional.ofNullable(codes.get(part))
          .filter(code -> !code.isEmpty())
          .ifPresent(code -> holders.bring(branch.uri(), part.uri(), code));
      bringCodes(branch, part, holders);
    }
  }

  @Override
  public synchronized List<Entry> after(long sequence, int limit) {
    return rows.stream().skip(sequence).limit(limit).toList();
  }

  @Override
  public synchronized List<Entry> withdrawals(long sequence, int limit) {
    return rows.stream()
        .skip(sequence)
        .filter(row -> row.action() == Action.WITHDRAW)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Entry> publications(
      long after, long last, Set<EntityType> types, int limit) {
    return rows.stream()
        .filter(row -> row.sequence() > after && row.sequence() <= last)
        .filter(row -> row.action() != Action.PUT && types.contains(row.entity().type()))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized OptionalLong publicationBefore(long sequence, Set<EntityType> types) {
    return publications(0, sequence - 1, types, Integer.MAX_VALUE).stream()
        .mapToLong(Entry::sequence)
        .max();
  }

  @Override
  public synchronized List<Entry> entries(Collection<Long> sequences) {
    return sequences.stream()
        .distinct()
        .sorted()
        .filter(number -> number >= 1 && number <= rows.size())
        .map(number -> rows.get((int) (number - 1)))
        .toList();
  }

  @Override
  public synchronized long head() {
    return rows.size();
  }

  @Override
  public synchronized Optional<EntityState> state(EntityIri entity) {
    return Optional.ofNullable(states.get(entity));
  }

  @Override
  public synchronized List<EntityIri> withCode(String code) {
    return ReferenceCode.parse(code).stream()
        .flatMap(
            normal ->
                codes.entrySet().stream()
                    .filter(each -> each.getValue().equals(normal.value()))
                    .map(Map.Entry::getKey)
                    .sorted())
        .toList();
  }

  @Override
  public synchronized List<EntityIri> within(EntityIri whole) {
    return wholes.entrySet().stream()
        .filter(each -> each.getValue().equals(whole))
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  @Override
  public synchronized Optional<EntityIri> whole(EntityIri part) {
    return Optional.ofNullable(wholes.get(part));
  }

  @Override
  public synchronized List<Coded> codes(Optional<EntityIri> after, int limit) {
    return codes.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(each -> after.map(last -> each.getKey().compareTo(last) > 0).orElse(true))
        .filter(each -> !each.getValue().isEmpty())
        .limit(limit)
        .map(each -> new Coded(each.getValue(), each.getKey()))
        .toList();
  }

  @Override
  public synchronized List<EntityState> states(Optional<EntityIri> after, int limit) {
    return states.values().stream()
        .sorted(Comparator.comparing(EntityState::entity))
        .filter(state -> after.map(last -> state.entity().compareTo(last) > 0).orElse(true))
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized long entities() {
    return states.size();
  }

  @Override
  public synchronized Optional<EntityGraph> current(EntityIri entity) {
    return state(entity).map(state -> version(state.current()));
  }

  @Override
  public synchronized EntityGraph version(long sequence) {
    return entries(List.of(sequence)).stream()
        .filter(row -> row.action() == Action.PUT)
        .map(row -> EntityGraph.ofNTriples(row.entity(), row.content()))
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("Row " + sequence + " has no content"));
  }

  @Override
  public synchronized List<Entry> history(EntityIri entity, long before, int limit) {
    List<Entry> newestFirst = new ArrayList<>(rows);
    Collections.reverse(newestFirst);
    return newestFirst.stream()
        .filter(row -> row.entity().equals(entity) && row.sequence() < before)
        .limit(limit)
        .toList();
  }

  @Override
  public synchronized List<Trace> traces(
      long from, long before, Optional<String> agent, int limit) {
    return rows.stream()
        .filter(row -> row.sequence() >= from && row.sequence() < before)
        .filter(row -> agent.isEmpty() || agent.get().equals(row.agent()))
        .sorted(Comparator.comparingLong(Entry::sequence).reversed())
        .limit(limit)
        .map(Trace::of)
        .toList();
  }

  @Override
  public synchronized Verification verify() {
    return new Verification(rows.size(), OptionalLong.empty());
  }

  private void append(Draft draft, Codes holders) {
    EntityState state = states.get(draft.entity());
    long current = state == null ? 0 : state.current();
    long published = state == null ? 0 : state.published();
    boolean withdrawn = state != null && state.withdrawn();
    long next = rows.size() + 1L;
    draft.requireBase(current);
    switch (draft.action()) {
      case PUT -> {
        byte[] content = draft.content().orElseThrow().toNTriples();
        if (current == 0 || !Arrays.equals(content, rows.get((int) current - 1).content())) {
          String code =
              draft.content().flatMap(ReferenceCode::in).map(ReferenceCode::value).orElse("");
          Optional<EntityIri> whole = draft.content().flatMap(Whole::of);
          boolean moved = !whole(draft.entity()).equals(whole);
          holders.change(draft.entity().uri(), codes.getOrDefault(draft.entity(), ""), code, moved);
          wholes.remove(draft.entity());
          whole.ifPresent(it -> wholes.put(draft.entity(), it));
          codes.put(draft.entity(), code);
          add(
              draft,
              next,
              current,
              content,
              new EntityState(draft.entity(), next, published, withdrawn));
        }
      }
      case PUBLISH -> {
        if (current == 0) {
          throw new NothingToPublishException(draft.entity());
        }
        long version = draft.version().orElse(current);
        if (entries(List.of(version)).stream()
            .noneMatch(row -> row.action() == Action.PUT && row.entity().equals(draft.entity()))) {
          throw new NothingToPublishException(draft.entity());
        }
        if (version != published) {
          EntityState after = new EntityState(draft.entity(), current, version, false);
          add(draft, version, published, new byte[0], after);
        }
      }
      case WITHDRAW -> {
        if (published != 0) {
          add(draft, 0, published, new byte[0], new EntityState(draft.entity(), current, 0, true));
        }
        if (draft.entity().type() == EntityType.RECORD) {
          for (EntityIri part : within(draft.entity())) {
            append(Draft.withdraw(part, draft.agent(), draft.reason()), holders);
          }
        }
      }
    }
  }

  private void add(Draft draft, long version, long replaces, byte[] content, EntityState after) {
    byte[] previous = rows.isEmpty() ? new byte[32] : rows.get(rows.size() - 1).hash();
    Entry row =
        new Entry(
            rows.size() + 1L,
            draft.entity(),
            draft.action(),
            version,
            replaces,
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            draft.agent(),
            draft.reason(),
            content,
            previous,
            new byte[0]);
    rows.add(row.withHash(EntryHash.of(row)));
    states.put(draft.entity(), after);
  }
}
