package cn.lantai.curation;

import cn.lantai.agent.Agent;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.LocalizedText;
import cn.lantai.entity.Successor;
import cn.lantai.journal.Draft;
import cn.lantai.journal.EditConflictException;
import cn.lantai.journal.EntityState;
import cn.lantai.journal.Journal;
import cn.lantai.name.Name;
import cn.lantai.name.NameKind;
import cn.lantai.place.Place;
import cn.lantai.stage.GraphStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/**
 * Makes two descriptions of one person, organisation, family, place, event or theme into one. The
 * survivor keeps what it says and gains the other's names; all that points at the other one is led
 * to the survivor; and in the end the other one only says by what it was replaced, so that its IRI
 * answers for ever.
 *
 * <p>Each step is in the journal before the next begins, and each can be done again: a merge that
 * was interrupted is finished by asking for it once more. It is undone by restoring versions.
 */
public final class Merging {

  /** What can be merged; records and sets have reference codes of their own. */
  public static final Set<EntityType> TYPES =
      EnumSet.of(
          EntityType.PERSON,
          EntityType.ORGANISATION,
          EntityType.FAMILY,
          EntityType.PLACE,
          EntityType.EVENT,
          EntityType.THEME);

  private static final int BATCH = 200;

  /** Others may edit a description at the same time; so often at most it is begun anew. */
  private static final int ATTEMPTS = 5;

  private final Journal journal;
  private final GraphStore working;
  private final Runnable catchUp;

  /**
   * @param working the working stage, which knows what points at what
   * @param catchUp makes the working stage show the end of the journal
   */
  public Merging(Journal journal, GraphStore working, Runnable catchUp) {
    this.journal = journal;
    this.working = working;
    this.catchUp = catchUp;
  }

  /**
   * What was done.
   *
   * @param references how many descriptions pointed at the one that is replaced
   */
  public record Result(int references) {}

  /**
   * @throws MergeRefusedException if these two cannot become one; nothing was written
   */
  public Result merge(EntityIri replaced, EntityIri survivor, Author author) {
    requireMergeable(replaced, survivor);
    Author merger = new Author(author.name(), "合并 " + replaced.key() + " → " + survivor.key());
    takeOverNames(replaced, survivor, merger);
    catchUp.run();
    int references = 0;
    for (Set<EntityIri> found = pointingAt(replaced); !found.isEmpty(); ) {
      List<EntityIri> entities = List.copyOf(found);
      for (int from = 0; from < entities.size(); from += BATCH) {
        List<EntityIri> batch = entities.subList(from, Math.min(from + BATCH, entities.size()));
        lead(batch, replaced, survivor, merger);
      }
      references += entities.size();
      catchUp.run();
      // What was written while this went on may point at it as well.
      found = pointingAt(replaced);
    }
    leaveStub(replaced, survivor, merger);
    return new Result(references);
  }

  private void requireMergeable(EntityIri replaced, EntityIri survivor) {
    if (replaced.equals(survivor)) {
      throw new MergeRefusedException(
          LocalizedText.of("不能与自己合并", "A description cannot be merged with itself"));
    }
    if (replaced.type() != survivor.type() || !TYPES.contains(replaced.type())) {
      throw new MergeRefusedException(
          LocalizedText.of(
              "只能合并同类的人物、机构、家族、地名、事件或主题",
              "Only two persons, organisations, families, places, events or themes can be merged"));
    }
    EntityGraph kept = current(survivor);
    Successor.in(kept)
        .ifPresent(
            next -> {
              throw new MergeRefusedException(
                  LocalizedText.of(
                      survivor.key() + " 已并入 " + next.key() + "，请改用后者",
                      survivor.key() + " was itself merged into " + next.key() + "; use that"));
            });
    Optional<EntityIri> before = Successor.in(current(replaced));
    if (before.isPresent() && !before.get().equals(survivor)) {
      throw new MergeRefusedException(
          LocalizedText.of(
              replaced.key() + " 已并入 " + before.get().key(),
              replaced.key() + " was already merged into " + before.get().key()));
    }
    if (isPublic(replaced) && !isPublic(survivor)) {
      throw new MergeRefusedException(
          LocalizedText.of(
              "公开的 " + replaced.key() + " 不能并入未公开的 " + survivor.key() + "：请先公布后者",
              survivor.key() + " is not public, but " + replaced.key() + " is: publish it first"));
    }
  }

  private EntityGraph current(EntityIri entity) {
    return journal
        .current(entity)
        .orElseThrow(
            () ->
                new MergeRefusedException(
                    LocalizedText.of("没有 " + entity, "There is no " + entity)));
  }

  private boolean isPublic(EntityIri entity) {
    return journal.state(entity).filter(EntityState::isPublic).isPresent();
  }

  private void takeOverNames(EntityIri replaced, EntityIri survivor, Author author) {
    EntityGraph other = current(replaced);
    if (Successor.in(other).isEmpty()) {
      change(List.of(survivor), author, graph -> withNames(graph, other));
    }
  }

  private static EntityGraph withNames(EntityGraph survivor, EntityGraph other) {
    return switch (survivor.iri().type()) {
      case PERSON, ORGANISATION, FAMILY -> {
        Agent kept = Agent.of(survivor);
        Agent lost = Agent.of(other);
        yield kept.withNames(union(kept.name(), kept.names(), lost.name(), lost.names())).toGraph();
      }
      case PLACE -> {
        Place kept = Place.of(survivor);
        Place lost = Place.of(other);
        yield kept.withNames(union(kept.name(), kept.names(), lost.name(), lost.names())).toGraph();
      }
      // Events and themes have a title and no typed names.
      default -> survivor;
    };
  }

  private static List<Name> union(
      LocalizedText keptName, List<Name> kept, LocalizedText lostName, List<Name> lost) {
    List<Name> all = new ArrayList<>(kept);
    List<Name> more = new ArrayList<>(lost);
    more.add(Name.of(NameKind.OTHER, lostName.zh()));
    for (Name name : more) {
      boolean known =
          name.text().equals(keptName.zh())
              || all.stream()
                  .anyMatch(
                      each ->
                          each.isSameAs(name)
                              || name.kind() == NameKind.OTHER && each.text().equals(name.text()));
      if (!known) {
        all.add(name);
      }
    }
    return all;
  }

  /** The entities whose descriptions have a link to this one. */
  private Set<EntityIri> pointingAt(EntityIri entity) {
    Set<EntityIri> found = new LinkedHashSet<>();
    working
        .base()
        .ifPresent(
            base ->
                working.read(
                    data -> {
                      Node node = NodeFactory.createURI(entity.uri(base));
                      Graph graph = data.getDefaultGraph();
                      graph
                          .find(Node.ANY, Node.ANY, node)
                          .filterDrop(Successor::isSaidBy)
                          .forEach(
                              triple ->
                                  EntityIri.parse(triple.getSubject().getURI(), base)
                                      .ifPresent(found::add));
                      return null;
                    }));
    found.remove(entity);
    return found;
  }

  private void lead(
      List<EntityIri> entities, EntityIri replaced, EntityIri survivor, Author author) {
    change(entities, author, graph -> Redirected.to(survivor, replaced, graph));
  }

  /**
   * Writes changed versions, all or none, and publishes those whose newest version was in public.
   * If somebody else has saved one meanwhile, begins anew with what he saved.
   */
  private void change(List<EntityIri> entities, Author author, UnaryOperator<EntityGraph> how) {
    for (int attempt = 1; ; attempt++) {
      List<Draft> drafts = new ArrayList<>();
      for (EntityIri entity : entities) {
        EntityState state = journal.state(entity).orElseThrow();
        EntityGraph changed = how.apply(journal.version(state.current()));
        drafts.add(Draft.put(changed, author.name(), author.reason()).basedOn(state.current()));
        if (state.published() == state.current()) {
          drafts.add(Draft.publish(entity, author.name(), author.reason()));
        }
      }
      try {
        journal.append(drafts);
        return;
      } catch (EditConflictException conflict) {
        if (attempt == ATTEMPTS) {
          throw conflict;
        }
      }
    }
  }

  private void leaveStub(EntityIri replaced, EntityIri survivor, Author author) {
    EntityState state = journal.state(replaced).orElseThrow();
    List<Draft> drafts = new ArrayList<>();
    drafts.add(
        Draft.put(Successor.stub(replaced, survivor), author.name(), author.reason())
            .basedOn(state.current()));
    if (state.isPublic()) {
      drafts.add(Draft.publish(replaced, author.name(), author.reason()));
    }
    journal.append(drafts);
  }

  /** Leads what a description says of one entity to another one. */
  private static final class Redirected {

    private final Node replaced;
    private final Node survivor;
    private final EntityGraph graph;

    private Redirected(EntityIri survivor, EntityIri replaced, EntityGraph graph) {
      this.survivor = NodeFactory.createURI(survivor.uri());
      this.replaced = NodeFactory.createURI(replaced.uri());
      this.graph = graph;
    }

    static EntityGraph to(EntityIri survivor, EntityIri replaced, EntityGraph graph) {
      Redirected redirected = new Redirected(survivor, replaced, graph);
      return graph.iri().equals(survivor) ? redirected.withoutIt() : redirected.moved();
    }

    private EntityGraph moved() {
      return new EntityGraph(
          graph.iri(), graph.triples().stream().map(this::moved).distinct().toList());
    }

    private Triple moved(Triple triple) {
      return triple.getObject().equals(replaced)
          ? Triple.create(triple.getSubject(), triple.getPredicate(), survivor)
          : triple;
    }

    /** The survivor's own: it cannot stand in a relation to itself, so such relations go whole. */
    private EntityGraph withoutIt() {
      Set<Node> gone = new LinkedHashSet<>(Set.of(replaced));
      for (boolean more = true; more; ) {
        more = false;
        for (Triple triple : graph.triples()) {
          if (gone.contains(triple.getObject()) && isPart(triple.getSubject())) {
            more |= gone.add(triple.getSubject());
          }
        }
      }
      for (boolean more = true; more; ) {
        more = false;
        for (Triple triple : graph.triples()) {
          if (gone.contains(triple.getSubject()) && isPart(triple.getObject())) {
            more |= gone.add(triple.getObject());
          }
        }
      }
      return new EntityGraph(
          graph.iri(),
          graph.triples().stream()
              .filter(triple -> !gone.contains(triple.getSubject()))
              .filter(triple -> !gone.contains(triple.getObject()))
              .toList());
    }

    private boolean isPart(Node node) {
      return node.isURI() && node.getURI().startsWith(graph.iri().fragment(""));
    }
  }
}
