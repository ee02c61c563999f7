package cn.lantai.server.build;

import cn.lantai.entity.EntityIri;
import cn.lantai.journal.Action;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.server.linkeddata.Entities;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.security.Csrf;
import cn.lantai.server.security.Requires;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.Pages;
import cn.lantai.server.site.view.EntryView;
import cn.lantai.server.site.view.StateView;
import cn.lantai.server.site.view.VersionsView;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;

/** The versions of a selection, and two of them side by side. */
@Path("/workbench/selections/{type}/{key}/versions")
@RequestScoped
@Requires(Permission.SEE)
public class VersionPages {

  private static final int HISTORY = 60;

  @Inject SelectionDesk desk;
  @Inject SelectionVersions selections;
  @Inject Journal journal;
  @Inject Visitor visitor;
  @Inject Csrf csrf;
  @Inject Pages pages;
  @Context HttpServletRequest request;
  @Context UriInfo uri;
  @Context HttpHeaders headers;

  @GET
  public Response show(
      @PathParam("type") String type,
      @PathParam("key") String key,
      @QueryParam("from") @DefaultValue("0") long from,
      @QueryParam("to") @DefaultValue("0") long to) {
    EntityIri entity = desk.named(type, key);
    EntityState state = desk.state(entity, Permission.SEE);
    List<Entry> rows = journal.history(entity, HISTORY);
    long later = to > 0 ? to : state.current();
    long earlier = from > 0 ? from : desk.before(entity, later);
    SelectionVersions.Difference difference =
        selections
            .between(entity, earlier, later, pages.language(uri, headers), visitor.rights())
            .orElseThrow(() -> Entities.unknown(type, key));
    String user = visitor.name();
    VersionsView view =
        new VersionsView(
            difference.title(),
            NewSelections.path(entity),
            state.current(),
            earlier,
            later,
            rows.stream().map(row -> version(row, state)).toList(),
            difference.changes().stream()
                .map(
                    change ->
                        new VersionsView.Change(change.happened(), change.what(), change.cells()))
                .toList());
    return pages.own(200, view, uri, headers, Optional.of(user), csrf.token(request));
  }

  private static EntryView.Version version(Entry row, EntityState state) {
    StateView.Action action =
        switch (row.action()) {
          case PUT -> row.replaces() == 0 ? StateView.Action.CREATED : StateView.Action.CHANGED;
          case PUBLISH -> StateView.Action.PUBLISHED;
          case WITHDRAW -> StateView.Action.WITHDRAWN;
        };
    return new EntryView.Version(
        row.sequence(),
        row.at(),
        row.agent(),
        row.reason(),
        action,
        row.action() == Action.PUT && row.sequence() != state.current());
  }
}
