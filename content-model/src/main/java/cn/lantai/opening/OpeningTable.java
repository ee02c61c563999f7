package cn.lantai.opening;

import cn.lantai.entity.EntityIri;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The opening reviews in the database, within a transaction. */
final class OpeningTable {

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
