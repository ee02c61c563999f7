package cn.lantai.server.audit;

import cn.lantai.chain.ChainHead;
import cn.lantai.chain.Verification;
import cn.lantai.server.problem.Problems;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.AuditView;
import cn.lantai.server.site.view.PageView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The audit log, for the audit administrator: read, taken out, verified; never changed. */
@Path(AuditPages.PATH)
@RequestScoped
@Requires(Permission.AUDIT)
public class AuditPages {

  static final String PATH = "/workbench/audit";
  static final String HOLDINGS = PATH + "/holdings";

  private static final int ON_A_PAGE = 50;
  private static final List<String> FIELDS =
      List.of("person", "action", "outcome", "from", "to", "object");

  @Inject AuditLog log;
  @Inject HoldingsTrail holdings;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @GET
  public Response list() {
    return list(Optional.empty());
  }

  @GET
  @Path("{number: \\d{1,18}}")
  public Response show(@PathParam("number") long number) {
    return page(
        log.entry(number).map(AuditWording::view).orElseThrow(() -> Problems.of(404).exception()));
  }

  /** Changes of the holdings, from the journal. */
  @GET
  @Path("holdings")
  public Response holdings() {
    return page(holdings.view(uri.getQueryParameters()));
  }

  /** All that is asked for as a table, up to this row, which tells of it. */
  @GET
  @Path("export.csv")
  public Response export() {
    AuditQuery query = new AuditQuery(uri.getQueryParameters());
    log.note(AuditNote.of(AuditAction.AUDIT_EXPORTED).with(AuditKey.FILTER, query.told()));
    long before = Math.min(query.before(), log.head().number() + 1);
    StreamingOutput table = out -> new AuditTable(log).write(query.filter(), before, out);
    return Response.ok(table, "text/csv;charset=UTF-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"lantai-audit.csv\"")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  @POST
  @Path("verification")
  public Response verify() {
    Verification found = verify(log);
    return list(
        Optional.of(
            new AuditView.Verified(
                found.rows(), found.firstBroken().stream().boxed().findFirst())));
  }

  /** The log has a row of this, too. */
  static Verification verify(AuditLog log) {
    Verification found = log.verify();
    AuditNote note =
        AuditNote.of(AuditAction.AUDIT_VERIFIED)
            .ended(found.intact() ? AuditOutcome.DONE : AuditOutcome.FAILED)
            .with(AuditKey.ROWS, found.rows());
    log.note(
        found.firstBroken().isPresent()
            ? note.with(AuditKey.FIRST_BROKEN, found.firstBroken().getAsLong())
            : note);
    return found;
  }

  private Response list(Optional<AuditView.Verified> verified) {
    AuditQuery query = new AuditQuery(uri.getQueryParameters());
    List<AuditEntry> found = log.find(query.filter(), query.before(), ON_A_PAGE + 1);
    List<AuditEntry> shown = found.subList(0, Math.min(found.size(), ON_A_PAGE));
    Optional<String> next =
        found.size() <= ON_A_PAGE
            ? Optional.empty()
            : Optional.of(PATH + "?" + query.address(shown.get(ON_A_PAGE - 1).number()));
    Map<String, String> asked = new HashMap<>();
    FIELDS.forEach(name -> query.get(name).ifPresent(value -> asked.put(name, value)));
    ChainHead head = log.head();
    return page(
        new AuditView(
            shown.stream().map(AuditWording::row).toList(),
            asked,
            log.people(),
            next,
            PATH + "/export.csv" + (asked.isEmpty() ? "" : "?" + query.address()),
            head.number(),
            head.hash(),
            verified));
  }

  private Response page(PageView view) {
    return pages.own(200, view, uri, headers, Optional.of(visitor.name()), csrf.token(request));
  }
}
