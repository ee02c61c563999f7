package cn.lantai.opening;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.RowText;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The opening reviews in the database, within a transaction. */
final class OpeningTable {

  /** More steps than a whole list signed at once has. */
  private static final int LOOKED_THROUGH = 5_000;

  private static final String NEWS =
      "SELECT s.opening, o.record, s.act, s.agent, s.at, s.reason"
          + " FROM OpeningStepRow s, OpeningRow o";

  private final EntityManager manager;

  OpeningTable(EntityManager manager) {
    this.manager = manager;
  }

  Opening add(OpeningRow row, OpeningStep first) {
    manager.persist(row);
    manager.flush();
    return keep(row, first, "");
  }

  /** The opening review with one more step. */
  Opening append(OpeningRow row, Opening before, OpeningStep step) {
    return keep(row, step, before.last().hash());
  }

  private Opening keep(OpeningRow row, OpeningStep step, String before) {
    manager.persist(new OpeningStepRow(row.id(), step.chainedTo(row.id(), before)));
    manager.flush();
    Opening after = view(row);
    row.stands(after);
    return after;
  }

  /** Nobody else does a step of it until the transaction ends. */
  Optional<OpeningRow> locked(long id) {
    return Optional.ofNullable(manager.find(OpeningRow.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  Opening view(OpeningRow row) {
    return views(List.of(row)).get(0);
  }

  Optional<Opening> find(long id) {
    return Optional.ofNullable(manager.find(OpeningRow.class, id)).map(this::view);
  }

  List<Opening> of(EntityIri record, int limit) {
    return views(
        rows("o.record = :record", "DESC")
            .setParameter("record", record.uri())
            .setMaxResults(limit)
            .getResultList());
  }

  Optional<Opening> openOf(EntityIri record) {
    return views(
            rows("o.open = :record", "DESC").setParameter("record", record.uri()).getResultList())
        .stream()
        .findFirst();
  }

  Map<EntityIri, Opening> openOf(Collection<EntityIri> records) {
    Map<EntityIri, Opening> open = new HashMap<>();
    if (!records.isEmpty()) {
      views(
              rows("o.open IN :records", "DESC")
                  .setParameter("records", records.stream().map(EntityIri::uri).toList())
                  .getResultList())
          .forEach(each -> open.put(each.record(), each));
    }
    return open;
  }

  /** Newest first. */
  List<Opening> standing(Stand stand, long before, int limit) {
    return views(
        rows("o.state = :state AND o.id < :before", "DESC")
            .setParameter("state", stand)
            .setParameter("before", before)
            .setMaxResults(limit)
            .getResultList());
  }

  /** Oldest first. */
  List<Opening> decided(String archive, Optional<Outcome> outcome, long after, int limit) {
    TypedQuery<OpeningRow> query =
        rows(
                "o.state = :state AND o.id > :after"
                    + (archive.isEmpty() ? "" : " AND o.archive = :archive")
                    + (outcome.isEmpty() ? "" : " AND o.outcome = :outcome"),
                "ASC")
            .setParameter("state", Stand.DECIDED)
            .setParameter("after", after)
            .setMaxResults(limit);
    if (!archive.isEmpty()) {
      query.setParameter("archive", archive);
    }
    outcome.ifPresent(is -> query.setParameter("outcome", is));
    return views(query.getResultList());
  }

  List<OpeningCount> counts() {
    return manager
        .createQuery(
            "SELECT o.fonds, o.due, o.proposed, o.outcome, COUNT(o) FROM OpeningRow o"
                + " WHERE o.state = :state GROUP BY o.fonds, o.due, o.proposed, o.outcome",
            Object[].class)
        .setParameter("state", Stand.DECIDED)
        .getResultStream()
        .map(
            row ->
                new OpeningCount(
                    (String) row[0],
                    ((Number) row[1]).intValue(),
                    (Outcome) row[2],
                    (Outcome) row[3],
                    ((Number) row[4]).longValue()))
        .toList();
  }

  /** First which, and then what: together the database would sort them with their proposals. */
  List<OpeningNews> signatures(int limit) {
    List<Long> newest =
        manager
            .createQuery(
                "SELECT o.id FROM OpeningRow o WHERE o.state = :state ORDER BY o.id DESC",
                Long.class)
            .setParameter("state", Stand.SIGNED)
            .setMaxResults(limit)
            .getResultList();
    return newest.isEmpty()
        ? List.of()
        : news(
            manager
                .createQuery(
                    NEWS
                        + " WHERE o.id = s.opening AND s.number = 1 AND o.id IN :newest"
                        + " ORDER BY o.id DESC",
                    Object[].class)
                .setParameter("newest", newest));
  }

  /** Looks at the newest steps first: who has signed thousands is not to wait for all of them. */
  List<OpeningNews> news(String person, Instant since, int limit) {
    List<OpeningNews> newest =
        news(
            manager
                .createQuery(
                    NEWS
                        + " WHERE o.id = s.opening AND s.at > :since AND s.agent <> :person"
                        + " ORDER BY s.at DESC",
                    Object[].class)
                .setParameter("since", window(since))
                .setParameter("person", person)
                .setMaxResults(limit));
    if (newest.isEmpty()) {
      return newest;
    }
    Set<Long> own =
        manager
            .createQuery(
                "SELECT s.opening FROM OpeningStepRow s WHERE s.agent = :person"
                    + " AND s.opening IN :openings",
                Long.class)
            .setParameter("person", person)
            .setParameter("openings", newest.stream().map(OpeningNews::opening).distinct().toList())
            .getResultStream()
            .collect(Collectors.toSet());
    return newest.stream().filter(news -> own.contains(news.opening())).toList();
  }

  /**
   * Since when the newest steps were made that are looked through, for this is asked for every
   * page.
   */
  private String window(Instant since) {
    return manager
        .createQuery(
            "SELECT s.at FROM OpeningStepRow s WHERE s.at > :since ORDER BY s.at DESC",
            String.class)
        .setParameter("since", RowText.of(since))
        .setFirstResult(LOOKED_THROUGH)
        .setMaxResults(1)
        .getResultStream()
        .findFirst()
        .orElse(RowText.of(since));
  }

  private static List<OpeningNews> news(TypedQuery<Object[]> query) {
    return query
        .getResultStream()
        .map(
            row ->
                new OpeningNews(
                    (Long) row[0],
                    EntityIri.parse((String) row[1]).orElseThrow(),
                    (Act) row[2],
                    (String) row[3],
                    Instant.parse((String) row[4]),
                    (String) row[5]))
        .toList();
  }

  private TypedQuery<OpeningRow> rows(String condition, String order) {
    return manager.createQuery(
        "SELECT o FROM OpeningRow o WHERE " + condition + " ORDER BY o.id " + order,
        OpeningRow.class);
  }

  private List<Opening> views(List<OpeningRow> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    Map<Long, List<OpeningStepRow>> steps =
        manager
            .createQuery(
                "SELECT s FROM OpeningStepRow s WHERE s.opening IN :openings"
                    + " ORDER BY s.opening, s.number",
                OpeningStepRow.class)
            .setParameter("openings", rows.stream().map(OpeningRow::id).toList())
            .getResultStream()
            .collect(Collectors.groupingBy(OpeningStepRow::opening));
    return rows.stream().map(row -> row.view(steps.get(row.id()))).toList();
  }
}
