package cn.lantai.server.iiif;

import cn.lantai.access.AccessPolicy;
import cn.lantai.access.AccessPolicy.Asker;
import cn.lantai.access.AccessPolicy.Shown;
import cn.lantai.access.AccessPolicy.SignInFirst;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.media.Digest;
import cn.lantai.media.PageImage;
import cn.lantai.media.Treatment;
import cn.lantai.ontology.Rico;
import cn.lantai.server.site.StageReader;
import cn.lantai.stage.GraphStore;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/**
 * Which treated pictures of an original anybody can ask for: in public, or once the newest version
 * of a description is published.
 */
public final class NeededPictures {

  private final String base;

  public NeededPictures(String base) {
    this.base = base;
  }

  public Set<Digest> of(Digest original, GraphStore... stages) {
    Set<Digest> needed = new HashSet<>();
    for (GraphStore stage : stages) {
      needed.addAll(stage.read(data -> in(data.getDefaultGraph(), original)));
    }
    return needed;
  }

  private Set<Digest> in(Graph graph, Digest original) {
    StageReader reader = new StageReader(graph, base);
    Set<Digest> needed = new HashSet<>();
    // One file may be the page of several records.
    for (Node node :
        graph
            .find(
                Node.ANY,
                Rico.identifier.asNode(),
                NodeFactory.createLiteralString(original.toString()))
            .mapWith(triple -> triple.getSubject())
            .toList()) {
      EntityIri.parse(node.getURI(), base)
          .filter(iri -> iri.type() == EntityType.IMAGE)
          .flatMap(reader::image)
          .ifPresent(image -> treatments(image).forEach(each -> needed.add(each.digest(original))));
    }
    return needed;
  }

  private static List<Treatment> treatments(PageImage image) {
    return Stream.of(Asker.values())
        .map(asker -> AccessPolicy.answer(image, asker))
        .flatMap(NeededPictures::treatment)
        .distinct()
        .toList();
  }

  private static Stream<Treatment> treatment(AccessPolicy.Answer answer) {
    if (answer instanceof Shown shown) {
      return Stream.of(shown.treatment());
    }
    return answer instanceof SignInFirst first ? first.meanwhile().stream() : Stream.empty();
  }
}
