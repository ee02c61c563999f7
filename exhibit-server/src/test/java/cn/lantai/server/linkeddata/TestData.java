package cn.lantai.server.linkeddata;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;

/** A person, a letter of his and a withdrawn record. */
public final class TestData {

  public static final String BASE = "https://archive.example/";
  public static final EntityIri PERSON = new EntityIri(EntityType.PERSON, "maodun");
  public static final EntityIri LETTER = new EntityIri(EntityType.RECORD, "letter-1.a");
  public static final EntityIri WITHDRAWN = new EntityIri(EntityType.RECORD, "withdrawn");

  private TestData() {}

  public static Addresses addresses() {
    return new Addresses(BASE);
  }

  public static MemoryStage fill(MemoryStage stage) {
    return stage
        .with(
            PERSON,
            """
            <id/person/maodun> a rico:Person ;
                rico:name "茅盾"@zh, "Mao Dun"@en ;
                rico:hasOrHadAgentName <id/person/maodun#name-1> .
            <id/person/maodun#name-1> a rico:AgentName ;
                rico:textualValue "沈德鸿" .
            """)
        .with(
            LETTER,
            """
            <id/record/letter-1.a> a rico:Record ;
                rico:title "家信 <一>"@zh ;
                rico:hasCreator <id/person/maodun> .
            """)
        .withGone(WITHDRAWN);
  }

  public static List<Triple> triples(String turtle) {
    return List.copyOf(graph(turtle, Lang.TURTLE).find().toList());
  }

  public static Graph graph(String text, Lang lang) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    String prefixes =
        lang == Lang.TURTLE
            ? "@prefix rico: <https://www.ica.org/standards/RiC/ontology#> .\n"
                + "@prefix lt: <https://w3id.org/lantai/ns#> .\n"
            : "";
    RDFParser.fromString(prefixes + text, lang).base(BASE).parse(graph);
    return graph;
  }
}
