package cn.lantai.server.site;

import cn.lantai.access.AccessPolicy;
import cn.lantai.agent.Agent;
import cn.lantai.archive.ArchivalRecord;
import cn.lantai.archive.Elements;
import cn.lantai.archive.RecordSet;
import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.entity.GraphReader;
import cn.lantai.entity.LocalizedText;
import cn.lantai.hierarchy.Hierarchy;
import cn.lantai.loan.Loan;
import cn.lantai.media.Availability;
import cn.lantai.media.PageImage;
import cn.lantai.media.recording.Recording;
import cn.lantai.ontology.Rico;
import cn.lantai.selection.Item;
import cn.lantai.selection.Selection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * Reads entities from one consistent state of a stage. Lives as long as the read transaction that
 * it was made in, and belongs to its thread.
 */
public final class StageReader {

  /** A tree deeper than this is a cycle or a mistake; ways up end there. */
  static final int MAX_DEPTH = Hierarchy.HOLDINGS.deepest();

  private final Graph graph;
  private final String base;
  private final Map<EntityIri, Optional<EntityGraph>> graphs = new HashMap<>();
  private final Map<EntityIri, List<PageImage>> images = new HashMap<>();

  public StageReader(Graph graph, String base) {
    this.graph = graph;
    this.base = base;
  }

  public Optional<EntityGraph> find(EntityIri iri) {
    return graphs.computeIfAbsent(iri, key -> EntityGraph.cut(graph, key, base));
  }

  public boolean exists(EntityIri iri) {
    return graph.contains(node(iri), RDF.type.asNode(), Node.ANY);
  }

  public Optional<ArchivalRecord> record(EntityIri iri) {
    return find(iri).map(ArchivalRecord::of);
  }

  public Optional<RecordSet> recordSet(EntityIri iri) {
    return find(iri).map(RecordSet::of);
  }

  public Optional<Agent> agent(EntityIri iri) {
    return find(iri).map(Agent::of);
  }

  public Optional<Selection> selection(EntityIri iri) {
    return find(iri).map(Selection::of);
  }

  public Optional<Loan> loan(EntityIri iri) {
    return find(iri).map(Loan::of);
  }

  /**
   * An image with what its record, or the nearest set above it, says of how far it is open. Its
   * content is what is stored, and none if it is closed: what may be seen of it is for {@link
   * AccessPolicy} to say.
   */
  public Optional<PageImage> image(EntityIri iri) {
    return find(iri).map(PageImage::of).map(this::inheriting).map(StageReader::unlessClosed);
  }

  /** A recording in the same way. */
  public Optional<Recording> recording(EntityIri iri) {
    return find(iri)
        .map(Recording::of)
        .map(
            recording ->
                recording.inheriting(
                    recording.availability().isPresent()
                        ? Optional.empty()
                        : availabilityAbove(recording.record())))
        .map(
            recording ->
                AccessPolicy.audience(recording) == AccessPolicy.Audience.NOBODY
                    ? recording.with(Optional.empty())
                    : recording);
  }

  private static PageImage unlessClosed(PageImage image) {
    return AccessPolicy.answer(image, AccessPolicy.Asker.SIGNED_IN) instanceof AccessPolicy.Closed
        ? image.with(Optional.empty())
        : image;
  }

  private PageImage inheriting(PageImage image) {
    return image.availability().isPresent()
        ? image
        : image.inheriting(availabilityAbove(image.record()));
  }

  /** What a record, or the nearest set above it, says of how far its images are open. */
  private Optional<Availability> availabilityAbove(Optional<EntityIri> record) {
    Optional<EntityIri> here = record;
    for (int depth = 0; here.isPresent() && depth < MAX_DEPTH; depth++) {
      Optional<GraphReader> above = here.flatMap(this::find).map(GraphReader::new);
      Optional<Availability> said = above.flatMap(Availability::read);
      if (said.isPresent()) {
        return said;
      }
      here = above.flatMap(it -> it.link(Rico.isDirectlyIncludedIn));
    }
    return Optional.empty();
  }

  /** What the entity is called; empty if it is not in this stage. */
  public Optional<LocalizedText> label(EntityIri iri) {
    String zh = null;
    String en = null;
    for (Node label :
        graph.find(node(iri), RDFS.label.asNode(), Node.ANY).mapWith(t -> t.getObject()).toList()) {
      if (label.getLiteralLanguage().equals("en")) {
        en = label.getLiteralLexicalForm();
      } else {
        zh = label.getLiteralLexicalForm();
      }
    }
    return LocalizedText.ofNullable(zh == null ? en : zh, en);
  }

  /**
   * What a record or a set says, or else the nearest set above it that says it.
   *
   * @param said what is looked for in a description; empty if that says nothing of it
   */
  public <T> Optional<T> nearest(EntityIri start, Function<Elements, Optional<T>> said) {
    EntityIri here = start;
    for (int depth = 0; depth < MAX_DEPTH; depth++) {
      boolean item = here.type() == EntityType.RECORD;
      Optional<ArchivalRecord> record = item ? record(here) : Optional.empty();
      Optional<RecordSet> set = item ? Optional.empty() : recordSet(here);
      Optional<T> found =
          record.map(ArchivalRecord::elements).or(() -> set.map(RecordSet::elements)).flatMap(said);
      Optional<EntityIri> above =
          record.map(ArchivalRecord::parent).or(() -> set.flatMap(RecordSet::parent));
      if (found.isPresent() || above.isEmpty()) {
        return found;
      }
      here = above.get();
    }
    return Optional.empty();
  }

  /** The archive that keeps a record set, which is said on its fonds. */
  public Optional<EntityIri> holder(EntityIri set) {
    Optional<RecordSet> here = recordSet(set);
    for (int depth = 0; here.isPresent() && depth < MAX_DEPTH; depth++) {
      if (here.get().holder().isPresent()) {
        return here.get().holder();
      }
      here = here.flatMap(RecordSet::parent).flatMap(this::recordSet);
    }
    return Optional.empty();
  }

  /** The page images of a record, in order. */
  public List<PageImage> images(EntityIri record) {
    return images.computeIfAbsent(
        record,
        key ->
            pointingAt(Rico.isOrWasDigitalInstantiationOf, key, EntityType.IMAGE).stream()
                .flatMap(iri -> image(iri).stream())
                .sorted(Comparator.comparingInt(PageImage::page).thenComparing(PageImage::iri))
                .toList());
  }

  /** The recording that an item plays: the one that it names, or the first of its record. */
  public Optional<Recording> played(Item item) {
    return item.recording().isPresent()
        ? item.recording().flatMap(this::recording)
        : item.member().flatMap(record -> recordings(record).stream().findFirst());
  }

  /** The recordings of a record, in order. */
  public List<Recording> recordings(EntityIri record) {
    return pointingAt(Rico.isOrWasDigitalInstantiationOf, record, EntityType.RECORDING).stream()
        .flatMap(iri -> recording(iri).stream())
        .sorted(Comparator.comparingInt(Recording::order).thenComparing(Recording::iri))
        .toList();
  }

  /** The entities of {@code type} that say {@code property} of {@code target}, by IRI. */
  public List<EntityIri> pointingAt(Property property, EntityIri target, EntityType type) {
    return graph
        .find(Node.ANY, property.asNode(), node(target))
        .mapWith(triple -> EntityIri.parse(triple.getSubject().getURI(), base))
        .toList()
        .stream()
        .flatMap(Optional::stream)
        .filter(iri -> iri.type() == type)
        .distinct()
        .sorted()
        .toList();
  }

  /** The selections that show a record or a person's card, by IRI. */
  public List<EntityIri> selectionsShowing(EntityIri member) {
    return graph
        .find(Node.ANY, Rico.proxyFor.asNode(), node(member))
        .mapWith(triple -> EntityIri.parse(triple.getSubject().getURI(), base))
        .toList()
        .stream()
        .flatMap(Optional::stream)
        .distinct()
        .sorted()
        .toList();
  }

  private Node node(EntityIri iri) {
    return NodeFactory.createURI(iri.uri(base));
  }
}
