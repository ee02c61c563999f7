package cn.lantai.journal;

import cn.lantai.entity.EntityGraph;
import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.ontology.Rico;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/** Small graphs to write journals with. */
public final class Graphs {

  public static final Node TITLE =
      NodeFactory.createURI("https://www.ica.org/standards/RiC/ontology#title");
  public static final Node DATE =
      NodeFactory.createURI("https://www.ica.org/standards/RiC/ontology#isAssociatedWithDate");
  public static final Node AUTHOR =
      NodeFactory.createURI("https://www.ica.org/standards/RiC/ontology#hasCreator");

  private Graphs() {}

  public static EntityIri record(String key) {
    return new EntityIri(EntityType.RECORD, key);
  }

  /** A record with a title, a date as a fragment, and a link to a person. */
  public static EntityGraph letter(String key, String title) {
    EntityIri iri = record(key);
    Node self = NodeFactory.createURI(iri.uri());
    Node date = NodeFactory.createURI(iri.fragment("date"));
    return new EntityGraph(
        iri,
        List.of(
            Triple.create(self, TITLE, NodeFactory.createLiteralLang(title, "zh")),
            Triple.create(self, DATE, date),
            Triple.create(date, TITLE, NodeFactory.createLiteralString("民国廿四年")),
            Triple.create(
                self,
                AUTHOR,
                NodeFactory.createURI(new EntityIri(EntityType.PERSON, "shen").uri()))));
  }

  /** A record with a reference code. */
  public static EntityGraph coded(String key, String code) {
    List<Triple> triples = new ArrayList<>(letter(key, "家信").triples());
    triples.add(
        Triple.create(
            NodeFactory.createURI(record(key).uri()),
            Rico.identifier.asNode(),
            NodeFactory.createLiteralString(code)));
    return new EntityGraph(record(key), triples);
  }

  /** A record as large as those of the sample holdings: 20 triples. */
  public static EntityGraph full(String key, String title) {
    List<Triple> triples = new ArrayList<>(letter(key, title).triples());
    Node self = NodeFactory.createURI(record(key).uri());
    for (int i = triples.size(); i < 20; i++) {
      triples.add(
          Triple.create(
              self,
              NodeFactory.createURI("https://w3id.org/lantai/ns#statement-" + i),
              NodeFactory.createLiteralLang("第" + i + "条：" + title + "，存页核实。", "zh")));
    }
    return new EntityGraph(record(key), triples);
  }
}
