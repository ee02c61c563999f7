package cn.lantai.server.sparql;

import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.NodeConst;

/** What the endpoint says of itself (SPARQL 1.1 Service Description). */
final class ServiceDescription {

  private static final String SD = "http://www.w3.org/ns/sparql-service-description#";
  private static final String FORMATS = "http://www.w3.org/ns/formats/";
  private static final String DCTERMS = "http://purl.org/dc/terms/";

  private ServiceDescription() {}

  static Graph of(String endpoint, SparqlLimits limits) {
    Graph graph = GraphMemFactory.createDefaultGraph();
    graph.getPrefixMapping().setNsPrefix("sd", SD);
    graph.getPrefixMapping().setNsPrefix("dcterms", DCTERMS);
    graph.getPrefixMapping().setNsPrefix("formats", FORMATS);
    Node service = uri(endpoint + "#service");
    Node dataset = uri(endpoint + "#dataset");
    Node defaultGraph = uri(endpoint + "#default-graph");
    graph.add(service, NodeConst.nodeRDFType, uri(SD + "Service"));
    graph.add(service, uri(SD + "endpoint"), uri(endpoint));
    graph.add(service, uri(SD + "supportedLanguage"), uri(SD + "SPARQL11Query"));
    for (String format :
        new String[] {
          "SPARQL_Results_JSON",
          "SPARQL_Results_XML",
          "SPARQL_Results_CSV",
          "SPARQL_Results_TSV",
          "Turtle",
          "JSON-LD",
          "N-Triples",
          "RDF_XML"
        }) {
      graph.add(service, uri(SD + "resultFormat"), uri(FORMATS + format));
    }
    graph.add(service, uri(SD + "defaultDataset"), dataset);
    graph.add(dataset, NodeConst.nodeRDFType, uri(SD + "Dataset"));
    graph.add(dataset, uri(SD + "defaultGraph"), defaultGraph);
    graph.add(defaultGraph, NodeConst.nodeRDFType, uri(SD + "Graph"));
    graph.add(
        service,
        uri(DCTERMS + "description"),
        NodeFactory.createLiteralLang(
            "公开馆藏数据的 SPARQL 查询，只读。最多 %d 行，%d 秒；被截断的结果带有 Lantai-Cut-Off 响应头。"
                .formatted(limits.rows(), limits.time().toSeconds()),
            "zh"));
    graph.add(
        service,
        uri(DCTERMS + "description"),
        NodeFactory.createLiteralLang(
            ("SPARQL over the public holdings, read-only. At most %d rows and %d s; a result that was"
                    + " cut off has the header Lantai-Cut-Off.")
                .formatted(limits.rows(), limits.time().toSeconds()),
            "en"));
    return graph;
  }

  private static Node uri(String iri) {
    return NodeFactory.createURI(iri);
  }
}
