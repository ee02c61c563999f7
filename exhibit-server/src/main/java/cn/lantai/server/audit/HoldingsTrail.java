package cn.lantai.server.audit;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Journal;
import cn.lantai.journal.Journal.Trace;
import cn.lantai.server.problem.Problems;
import cn.lantai.server.site.view.AuditHoldingsView;
import cn.lantai.server.site.view.StateView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who changed what of the holdings, read from the journal without any content. An index of agents
 * over a million rows would cost every import; instead each request looks through a bounded number
 * of rows, and tells how far it came.
 */
@ApplicationScoped
class HoldingsTrail {

  private static final int ON_A_PAGE = 50;
  private static final long LOOKED_THROUGH = 20_000;

  @Inject Journal journal;

  AuditHoldingsView view(MultivaluedMap<String, String> parameters) {
    AuditQuery query = new AuditQuery(parameters);
    Map<String, String> asked = new HashMap<>();
    List.of("person", "from", "to")
        .forEach(name -> query.get(name).ifPresent(value -> asked.put(name, value)));
    Optional<String> named =
        Optional.ofNullable(parameters.getFirst("entity")).filter(text -> !text.isBlank());
    if (named.isPresent()) {
      asked.put("entity", named.get());
      EntityIri entity =
          AuditWording.entity(named.get()).orElseThrow(() -> Problems.of(404).exception());
      return ofEntity(entity, query, asked);
    }
    AuditFilter filter = query.filter();
    long since = filter.since().map(journal::firstSince).orElse(1L);
    long until = filter.until().map(journal::firstSince).orElse(journal.head() + 1);
    long before = Math.max(since, Math.min(query.before(), until));
    long from = Math.max(since, before - LOOKED_THROUGH);
    List<Trace> found = journal.traces(from, before, filter.person(), ON_A_PAGE);
    long down = found.size() < ON_A_PAGE ? from : found.get(found.size() - 1).sequence();
    return new AuditHoldingsView(rows(found), asked, next(down, since, query), down);
  }

  private AuditHoldingsView ofEntity(
      EntityIri entity, AuditQuery query, Map<String, String> asked) {
    List<Trace> found =
        journal.history(entity, query.before(), ON_A_PAGE).stream().map(Trace::of).toList();
    long down = found.size() < ON_A_PAGE ? 1 : found.get(found.size() - 1).sequence();
    Optional<String> next =
        next(down, 1, query).map(address -> address + "&entity=" + asked.get("entity"));
    return new AuditHoldingsView(rows(found), asked, next, down);
  }

  private static Optional<String> next(long down, long since, AuditQuery query) {
    return down <= since
        ? Optional.empty()
        : Optional.of(AuditPages.HOLDINGS + "?" + query.address(down));
  }

  private static List<AuditHoldingsView.Row> rows(List<Trace> found) {
    return found.stream().map(HoldingsTrail::row).toList();
  }

  private static AuditHoldingsView.Row row(Trace trace) {
    String entity = trace.entity().type().segment() + "/" + trace.entity().key();
    return new AuditHoldingsView.Row(
        trace.sequence(),
        trace.at(),
        trace.agent(),
        action(trace),
        entity,
        AuditPages.HOLDINGS + "?entity=" + entity,
        trace.reason());
  }

  private static StateView.Action action(Trace trace) {
    return switch (trace.action()) {
      case PUT -> trace.replaces() == 0 ? StateView.Action.CREATED : StateView.Action.CHANGED;
      case PUBLISH -> StateView.Action.PUBLISHED;
      case WITHDRAW -> StateView.Action.WITHDRAWN;
    };
  }
}
