package cn.lantai.exchange;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Triple;

/**
 * One walk through the part of the holdings that a {@link Scope} names: first the sources,
 * authorities and themes that it refers to, and what these refer to; then the sets above it; then
 * its tree in archival order, the images of each record behind the record; then selections. Only
 * the references and the siblings on the way down are kept in memory.
 */
public final class Export {

  /** What is described for its own sake and comes along with whatever refers to it. */
  private static final Set<EntityType> REFERRED_TO =
      EnumSet.of(
          EntityType.SCHEME,
          EntityType.SOURCE,
          EntityType.ORGANISATION,
          EntityType.FAMILY,
          EntityType.PLACE,
          EntityType.PERSON,
          EntityType.EVENT,
          EntityType.THEME,
          EntityType.LOAN);

  private final Holdings holdings;
  private final Scope scope;
  private final Progress progress;
  private final ExportReport report = new ExportReport();

  /** Told how many entities were written; what it throws ends the export. */
  @FunctionalInterface
  public interface Progress {
    void at(long done, LocalizedText step);
  }

  /** Takes the entities one by one. */
  interface Visitor {

    void visit(EntityGraph entity) throws IOException;

    /** A set whose members follow until {@link #leave}. */
    default void enter(EntityGraph set) throws IOException {
      visit(set);
    }

    default void leave() throws IOException {}

    /** The stage holds triples of it that are no entity's graph. */
    default void unreadable(EntityIri entity, String reason) {}
  }

  Export(Holdings holdings, Scope scope, Progress progress) {
    this.holdings = holdings;
    this.scope = scope;
    this.progress = progress;
  }

  Holdings holdings() {
    return holdings;
  }

  ExportReport report() {
    return report;
  }

  /** The topmost sets of the scope, by reference code. */
  List<EntityIri> tops() {
    if (scope instanceof Scope.Holder holder) {
      return holdings.fondsOf(holder.archive());
    }
    if (scope instanceof Scope.Branch branch) {
      return List.of(branch.set());
    }
    return scope instanceof Scope.Everything ? holdings.roots() : List.of();
  }

  void walk(Visitor visitor) throws IOException {
    Visitor reporting = new Reporting(visitor);
    if (scope instanceof Scope.Everything) {
      for (EntityType type : REFERRED_TO) {
        visitAll(holdings.ofType(type), reporting);
      }
      walkScope(reporting);
      return;
    }
    References references = new References();
    walkScope(references);
    visitAll(references.closure(), reporting);
    visitAll(above(), reporting);
    walkScope(reporting);
  }

  /** One top with all below it, and nothing that it refers to. */
  void walkTree(EntityIri top, Visitor visitor) throws IOException {
    descend(top, new Reporting(visitor), new HashSet<>());
  }

  private void walkScope(Visitor visitor) throws IOException {
    if (scope instanceof Scope.Entities some) {
      visitAll(some.entities(), visitor);
      return;
    }
    Set<EntityIri> seen = new HashSet<>();
    for (EntityIri top : tops()) {
      descend(top, visitor, seen);
    }
    if (scope instanceof Scope.Everything) {
      // Sets that contain each other are below no root.
      for (EntityIri set : holdings.ofType(EntityType.RECORD_SET)) {
        descend(set, visitor, seen);
      }
      for (EntityIri record : holdings.strayRecords()) {
        visitRecord(record, visitor);
      }
      visitAll(holdings.strayImages(), visitor);
      for (EntityType type : EntityType.values()) {
        if (type.isSelection()) {
          visitAll(holdings.ofType(type), visitor);
        }
      }
    }
  }

  private void descend(EntityIri set, Visitor visitor, Set<EntityIri> seen) throws IOException {
    if (!seen.add(set)) {
      return;
    }
    Optional<EntityGraph> graph = read(set, visitor);
    if (graph.isEmpty()) {
      return;
    }
    visitor.enter(graph.get());
    for (EntityIri child : holdings.children(set)) {
      if (child.type() == EntityType.RECORD_SET) {
        descend(child, visitor, seen);
      } else {
        visitRecord(child, visitor);
      }
    }
    visitor.leave();
  }

  private void visitRecord(EntityIri record, Visitor visitor) throws IOException {
    visitAll(List.of(record), visitor);
    visitAll(holdings.images(record), visitor);
  }

  private void visitAll(Collection<EntityIri> entities, Visitor visitor) throws IOException {
    for (EntityIri entity : entities) {
      Optional<EntityGraph> graph = read(entity, visitor);
      if (graph.isPresent()) {
        visitor.visit(graph.get());
      }
    }
  }

  private Optional<EntityGraph> read(EntityIri entity, Visitor visitor) {
    try {
      return holdings.graph(entity);
    } catch (IllegalArgumentException notAnEntity) {
      visitor.unreadable(entity, notAnEntity.getMessage());
      return Optional.empty();
    }
  }

  /** The sets above the scope, the highest first: without them the scope cannot be imported. */
  private Collection<EntityIri> above() {
    List<EntityIri> starts = scope instanceof Scope.Entities some ? some.entities() : tops();
    Set<EntityIri> within = new HashSet<>(starts);
    Deque<EntityIri> above = new ArrayDeque<>();
    Set<EntityIri> seen = new HashSet<>();
    for (EntityIri start : starts) {
      Deque<EntityIri> path = new ArrayDeque<>();
      Optional<EntityIri> parent = holdings.parent(start);
      while (parent.isPresent() && seen.add(parent.get())) {
        if (!within.contains(parent.get())) {
          path.addFirst(parent.get());
        }
        parent = holdings.parent(parent.get());
      }
      above.addAll(path);
    }
    return above;
  }

  /** The other entities that a graph points to. */
  static Set<EntityIri> references(EntityGraph graph) {
    Set<EntityIri> references = new TreeSet<>();
    for (Triple triple : graph.triples()) {
      if (triple.getObject().isURI()) {
        EntityIri.parse(triple.getObject().getURI()).ifPresent(references::add);
      }
    }
    references.remove(graph.iri());
    return references;
  }

  /** Collects what the scope refers to. */
  private final class References implements Visitor {

    private final Set<EntityIri> found = new TreeSet<>();
    private final Set<EntityIri> own = new HashSet<>();

    @Override
    public void visit(EntityGraph entity) {
      references(entity).stream()
          .filter(target -> REFERRED_TO.contains(target.type()))
          .forEach(found::add);
      if (REFERRED_TO.contains(entity.iri().type())) {
        own.add(entity.iri());
      }
      progress.at(0, LocalizedText.of("查找关联", "Looking for what is referred to"));
    }

    /** All that can be reached, in the order of types, then keys. */
    List<EntityIri> closure() {
      for (EntityIri set : above()) {
        read(set, this).ifPresent(this::visit);
      }
      Deque<EntityIri> open = new ArrayDeque<>(found);
      Set<EntityIri> reached = new HashSet<>(found);
      while (!open.isEmpty()) {
        read(open.pop(), this).stream()
            .flatMap(graph -> references(graph).stream())
            .filter(target -> REFERRED_TO.contains(target.type()) && reached.add(target))
            .forEach(open::push);
      }
      reached.removeAll(own);
      return reached.stream()
          .sorted(Comparator.comparing(EntityIri::type).thenComparing(EntityIri::key))
          .toList();
    }
  }

  /** Counts what passes by. */
  private final class Reporting implements Visitor {

    private final Visitor visitor;

    Reporting(Visitor visitor) {
      this.visitor = visitor;
    }

    @Override
    public void visit(EntityGraph entity) throws IOException {
      visitor.visit(entity);
      count(entity);
    }

    @Override
    public void enter(EntityGraph set) throws IOException {
      visitor.enter(set);
      count(set);
    }

    @Override
    public void leave() throws IOException {
      visitor.leave();
    }

    @Override
    public void unreadable(EntityIri entity, String reason) {
      report.problem(
          entity,
          LocalizedText.of("数据不完整：" + reason, "Not whole: " + reason),
          LocalizedText.of("用 rebuild 重建数据后再导出", "Make the stages again (rebuild), then export"));
    }

    private void count(EntityGraph entity) {
      report.count(entity.iri());
      progress.at(report.total(), LocalizedText.of("写出", "Writing"));
    }
  }
}
