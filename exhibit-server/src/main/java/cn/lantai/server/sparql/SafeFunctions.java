package cn.lantai.server.sparql;

import java.util.Iterator;
import java.util.Set;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;

/**
 * The functions that a query may call by IRI: the casts of XML Schema, and those of XPath that do
 * not match patterns, put texts together or call others. ARQ's own are left out (one sleeps, one
 * reads the environment), and nothing is loaded from {@code java:} IRIs.
 */
final class SafeFunctions {

  private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
  private static final String XPATH = "http://www.w3.org/2005/xpath-functions";
  private static final Set<String> UNSAFE =
      Set.of(
          XPATH + "#matches",
          XPATH + "#replace",
          XPATH + "#concat",
          XPATH + "#encode-for-uri",
          XPATH + "#format-number",
          XPATH + "#apply",
          XPATH + "#collation-key");

  private static final FunctionRegistry REGISTRY = build();

  private SafeFunctions() {}

  static FunctionRegistry registry() {
    return REGISTRY;
  }

  static boolean allows(String iri) {
    return REGISTRY.isRegistered(iri);
  }

  private static FunctionRegistry build() {
    FunctionRegistry all = FunctionRegistry.get();
    FunctionRegistry safe = new Closed();
    for (Iterator<String> iris = all.keys(); iris.hasNext(); ) {
      String iri = iris.next();
      if ((iri.startsWith(XSD) || iri.startsWith(XPATH)) && !UNSAFE.contains(iri)) {
        safe.put(iri, all.get(iri));
      }
    }
    return safe;
  }

  /** The original loads classes for IRIs that it does not know. */
  private static final class Closed extends FunctionRegistry {

    @Override
    public FunctionFactory get(String iri) {
      return isRegistered(iri) ? super.get(iri) : null;
    }
  }
}
