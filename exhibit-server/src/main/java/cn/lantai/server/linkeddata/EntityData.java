package cn.lantai.server.linkeddata;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.Rebase;
import cn.lantai.entity.Successor;
import cn.lantai.exchange.FindingAid;
import cn.lantai.exchange.RdfPrefixes;
import cn.lantai.stage.GraphStore;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * What the public stage says of single entities.
 *
 * <p>The data of an entity is its own graph and nothing else: no triple of another entity that
 * points at it. So it is the published version to the triple, can be compared with the journal, and
 * its tag changes only when it does. What points at it is one query away, see {@link #incoming}.
 */
public class EntityData {

  private final GraphStore stage;
  private final Addresses addresses;

  public EntityData(GraphStore stage, Addresses addresses) {
    this.stage = stage;
    this.addresses = addresses;
  }

  public Presence presence(EntityIri entity) {
    boolean there =
        stage
            .base()
            .map(base -> NodeFactory.createURI(entity.uri(base)))
            .map(node -> stage.read(dataset -> says(dataset.getDefaultGraph(), node)))
            .orElse(false);
    if (there) {
      return Presence.PUBLIC;
    }
    return stage.isGone(entity) ? Presence.GONE : Presence.UNKNOWN;
  }

  private static boolean says(Graph graph, Node subject) {
    return graph.contains(subject, Node.ANY, Node.ANY);
  }

  /** What the entity was merged into; empty if it was not. */
  public Optional<EntityIri> successor(EntityIri entity) {
    return stage
        .base()
        .flatMap(base -> stage.read(data -> Successor.last(data.getDefaultGraph(), entity, base)));
  }

  /** The entity's graph under the public base, with prefixes; empty if it is not in public. */
  public Optional<Graph> graph(EntityIri entity) {
    Optional<String> base = stage.base();
    if (base.isEmpty()) {
      return Optional.empty();
    }
    return stage
        .read(dataset -> EntityGraph.cut(dataset.getDefaultGraph(), entity, base.get()))
        .map(this::underPublicBase);
  }

  public byte[] write(Graph graph, RdfSyntax syntax) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(4096);
    syntax.write(graph, out);
    return out.toByteArray();
  }

  /** The entity as EAD3; empty if it is not in public, or nothing that EAD describes. */
  public Optional<byte[]> findingAid(EntityIri entity) {
    return FindingAid.isFor(entity.type()) ? FindingAid.of(stage, entity) : Optional.empty();
  }

  /** A query for the triples of other entities that point at this one. */
  public String incoming(EntityIri entity) {
    return "CONSTRUCT { ?s ?p <%1$s> } WHERE { ?s ?p <%1$s> } LIMIT 1000"
        .formatted(addresses.id(entity));
  }

  /** Any version of an entity as readers get it, with prefixes. */
  public Graph underPublicBase(EntityGraph entity) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    List.copyOf(entity.triples())
        .forEach(
            triple -> graph.add(Rebase.triple(triple, EntityIri.INTERNAL_BASE, addresses.base())));
    RdfPrefixes.addUsed(graph, addresses.base());
    String fragments = addresses.id(entity.iri()) + "#";
    if (entity.triples().stream().anyMatch(t -> t.getSubject().getURI().contains("#"))) {
      graph.getPrefixMapping().setNsPrefix("this", fragments);
    }
    return graph;
  }

  /** Whether an entity is in public. */
  public enum Presence {
    PUBLIC,
    /** It was and was taken out: 410. */
    GONE,
    /** 404, also for what exists but was never published. */
    UNKNOWN
  }
}
