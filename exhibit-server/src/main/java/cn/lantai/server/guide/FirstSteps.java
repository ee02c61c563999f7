package cn.lantai.server.guide;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Entry;
import cn.lantai.journal.Journal;
import cn.lantai.search.Listing;
import cn.lantai.search.Summary;
import cn.lantai.server.audit.AuditAction;
import cn.lantai.server.audit.AuditFilter;
import cn.lantai.server.audit.AuditLog;
import cn.lantai.server.imports.Imports;
import cn.lantai.server.linkeddata.Addresses;
import cn.lantai.server.rights.Permission;
import cn.lantai.server.runtime.StageStores;
import cn.lantai.server.security.Visitor;
import cn.lantai.server.site.view.Guide;
import cn.lantai.stage.StageKind;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From an empty system to an exhibition that visitors see, as far as the visitor's role goes. */
@RequestScoped
public class FirstSteps {

  /** So many exhibitions are looked through for one of one's own. */
  private static final int LOOKED_THROUGH = 50;

  @Inject Guides guides;
  @Inject Imports imports;
  @Inject StageStores stores;
  @Inject Journal journal;
  @Inject AuditLog log;
  @Inject Visitor visitor;

  /** Empty for who has closed it, or whose role has none of the steps. */
  public Optional<Guide> guide() {
    if (!guides.isOpen(Guides.START) || !isForVisitor()) {
      return Optional.empty();
    }
    boolean describes = visitor.rights().may(Permission.DESCRIBE);
    List<Guide.Step> steps = new ArrayList<>();
    steps.add(step("password", hasOwnPassword(), "/workbench/account"));
    if (visitor.rights().may(Permission.IMPORT)) {
      steps.add(step("holdings", imports.hasHoldings(), "/workbench/imports"));
    }
    if (describes) {
      boolean shown = stores.index(StageKind.PUBLIC).count(EntityType.RECORD) > 0;
      steps.add(step("public", shown, "/workbench/search"));
      Optional<EntityState> own = ownExhibition();
      steps.add(
          step(
              "exhibition",
              own.isPresent(),
              own.map(each -> "/workbench/selections/exhibition/" + each.entity().key())
                  .orElse("/workbench/selections")));
      Optional<EntityIri> seen = own.filter(EntityState::isPublic).map(EntityState::entity);
      steps.add(new Guide.Step("visitor", seen.isPresent(), seen.map(Addresses::pagePath)));
    }
    return Optional.of(new Guide(Guides.START, steps));
  }

  /** Whether there is a guide that the visitor could open again. */
  public boolean isClosed() {
    return visitor.account().isPresent() && isForVisitor() && !guides.isOpen(Guides.START);
  }

  private boolean isForVisitor() {
    return visitor.rights().may(Permission.DESCRIBE) || visitor.rights().may(Permission.IMPORT);
  }

  private static Guide.Step step(String name, boolean done, String href) {
    return new Guide.Step(name, done, Optional.of(href));
  }

  /** The first password of a system was printed by it, all others were given by somebody. */
  private boolean hasOwnPassword() {
    AuditFilter own =
        new AuditFilter(
            visitor.account(),
            List.of(AuditAction.PASSWORD_CHANGED),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    return !log.find(own, Long.MAX_VALUE, 1).isEmpty();
  }

  /** One that the visitor himself has saved; one in public before others. */
  private Optional<EntityState> ownExhibition() {
    List<EntityState> own =
        stores
            .index(StageKind.WORKING)
            .list(Listing.all(EntityType.EXHIBITION), 0, LOOKED_THROUGH)
            .summaries()
            .stream()
            .map(Summary::iri)
            .filter(this::isOwn)
            .flatMap(exhibition -> journal.state(exhibition).stream())
            .toList();
    return own.stream()
        .filter(EntityState::isPublic)
        .findFirst()
        .or(() -> own.stream().findFirst());
  }

  private boolean isOwn(EntityIri exhibition) {
    return journal.history(exhibition, 1).stream()
        .filter(row -> row.agent().equals(visitor.name()))
        .anyMatch(row -> !isImported(row));
  }

  /** What came with an import nobody has made here. */
  private static boolean isImported(Entry row) {
    return row.reason().startsWith(Imports.REASON);
  }
}
