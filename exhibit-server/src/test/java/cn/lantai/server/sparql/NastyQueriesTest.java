package cn.lantai.server.sparql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.entity.EntityIri;
import cn.lantai.entity.EntityType;
import cn.lantai.server.linkeddata.MemoryStage;
import cn.lantai.server.linkeddata.TestData;
import cn.lantai.server.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.tdb2.store.GraphTDB;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Queries that would take all time or memory, or reach out of the process, if they were let. */
class NastyQueriesTest {

  private static final int ENTITIES = 12_000;
  private static final Duration TIME = Duration.ofMillis(400);

  /** Beyond the time itself; generous, because the machines that run tests are busy. */
  private static final Duration LATE = Duration.ofMillis(1_500);

  private static final String ORDINARY =
      "SELECT ?t { <https://archive.example/id/record/r7> <https://archive.example/title> ?t }";

  private static MemoryStage tdb2;
  private static MemoryStage plain;

  @BeforeAll
  static void fill() {
    List<Triple> triples = triples();
    EntityIri any = new EntityIri(EntityType.RECORD, "r1");
    tdb2 = MemoryStage.onTdb2().with(any, triples);
    plain = MemoryStage.plain().with(any, triples);
  }

  @AfterAll
  static void close() {
    tdb2.close();
    plain.close();
  }

  private static List<Triple> triples() {
    List<Triple> triples = new ArrayList<>();
    for (int i = 0; i < ENTITIES; i++) {
      Node self = uri("id/record/r" + i);
      triples.add(
          Triple.create(self, uri("title"), text("标题 " + i + " aaaaaaaaaaaaaaaaaaaaaaaa!")));
      triples.add(Triple.create(self, uri("next"), uri("id/record/r" + (i * 7 + 1) % ENTITIES)));
      triples.add(Triple.create(self, uri("group"), uri("id/set/s" + i % 100)));
      triples.add(Triple.create(self, uri("number"), text(Integer.toString(i))));
    }
    return triples;
  }

  private static Node uri(String path) {
    return NodeFactory.createURI(TestData.BASE + path);
  }

  private static Node text(String text) {
    return NodeFactory.createLiteralString(text);
  }

  static Stream<Arguments> nasty() {
    String doubling =
        "SELECT (STRLEN(?z) AS ?n) { BIND('0123456789' AS ?a0) "
            + Stream.iterate(0, i -> i < 40, i -> i + 1)
                .map(i -> "BIND(CONCAT(?a" + i + ",?a" + i + ") AS ?a" + (i + 1) + ") ")
                .reduce("", String::concat)
            + "BIND(?a40 AS ?z) }";
    String replacing = "REPLACE(".repeat(30) + "'aaaa'" + ", '.', '$0$0')".repeat(30);
    String squaring =
        "SELECT (STRLEN(STR(?z)) AS ?n) { BIND(99999999999 AS ?a0) "
            + Stream.iterate(0, i -> i < 40, i -> i + 1)
                .map(i -> "BIND(?a" + i + "*?a" + i + " AS ?a" + (i + 1) + ") ")
                .reduce("", String::concat)
            + "BIND(?a40 AS ?z) }";
    return Stream.of(
        nasty(
            "a scan without rows",
            "SELECT * { ?a ?b ?c . ?d ?e ?f FILTER(STR(?c) = CONCAT(STR(?f), 'x')) }"),
        nasty("a count of a product", "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"),
        nasty(
            "negated paths both ways", "SELECT * { ?a ((!<x:p>)|(!^<x:p>))* ?b } OFFSET 90000000"),
        nasty(
            "negated paths from one end",
            "SELECT (COUNT(*) AS ?n) { <"
                + TestData.BASE
                + "id/record/r1> ((!<x:p>)|(!^<x:p>))* ?b"
                + " . ?c ((!<x:p>)|(!^<x:p>))* ?b }"),
        nasty(
            "an unbounded path over everything",
            "SELECT (COUNT(*) AS ?n) { ?a <" + TestData.BASE + "next>* ?b }"),
        nasty(
            "nested paths",
            "SELECT (COUNT(*) AS ?n) { ?a ((<" + TestData.BASE + "next>*)*)* ?b . ?c !<x:p>* ?d }"),
        nasty(
            "a join of sorted subselects",
            "SELECT (COUNT(*) AS ?n) { { SELECT ?a ?x { ?a ?p ?x . ?b ?q ?y } ORDER BY ?x ?y LIMIT"
                + " 100000000 } { SELECT ?c ?z { ?c ?p2 ?z . ?d ?q2 ?w } ORDER BY DESC(?z) ?w LIMIT"
                + " 100000000 } FILTER(?a != ?c) }"),
        nasty(
            "a sort of a product",
            "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c LIMIT 100000000"),
        nasty(
            "a distinct product", "SELECT DISTINCT ?a ?f { ?a ?b ?c . ?d ?e ?f } OFFSET 90000000"),
        nasty(
            "groups of a product",
            "SELECT ?a ?f (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f } GROUP BY ?a ?f"),
        nasty(
            "text collected from a product",
            "SELECT (STRLEN(GROUP_CONCAT(STR(?a); separator='----------')) AS ?n) { ?a ?b ?c . ?d"
                + " ?e ?f }"),
        nasty("a product minus a product", "SELECT * { ?a ?b ?c MINUS { ?a ?e ?f . ?g ?h ?i } }"),
        nasty(
            "an optional product",
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c OPTIONAL { { SELECT * { ?d ?e ?f . ?g ?h ?i } }"
                + " FILTER(?a = ?i) } }"),
        nasty(
            "a regular expression that backtracks",
            "SELECT * { ?a ?b ?c FILTER REGEX(STR(?c), '(a|aa)+$') }"),
        nasty(
            "a backtracking expression without variables",
            "ASK { FILTER REGEX('" + "a".repeat(60) + "', '^(.*a){30}x$') }"),
        nasty(
            "a backtracking expression in an EXISTS in a subselect",
            "SELECT * { { SELECT ?a { ?a ?b ?c FILTER EXISTS { ?a ?d ?e FILTER REGEX(STR(?e),"
                + " '(a|aa)+$') } } } }"),
        nasty(
            "a backtracking replacement in ORDER BY",
            "SELECT ?c { ?a <"
                + TestData.BASE
                + "title> ?c } ORDER BY REPLACE(?c, '(a|aa)+$', '')"),
        nasty(
            "a backtracking expression in HAVING",
            "SELECT ?a { ?a ?b ?c } GROUP BY ?a HAVING(REGEX(MAX(STR(?c)), '(.*a){20}$'))"),
        nasty(
            "a backtracking expression in an aggregate",
            "SELECT (SUM(IF(REGEX(STR(?c), '(a|aa)+$'), 1, 0)) AS ?n) { ?a ?b ?c }"),
        nasty("texts that double", doubling),
        nasty("replacements that double", "SELECT (STRLEN(" + replacing + ") AS ?n) {}"),
        nasty("numbers that square", squaring));
  }

  private static Arguments nasty(String name, String query) {
    return Arguments.of(name, query);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nasty")
  void endsInTimeOnTdb2(String name, String query) {
    endsInTime(tdb2, name, query);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("nasty")
  void endsInTimeOnAnyGraph(String name, String query) {
    endsInTime(plain, name, query);
  }

  private static void endsInTime(MemoryStage stage, String name, String query) {
    SparqlLimits limits = SparqlLimits.defaults().withTime(TIME).withConcurrent(1, TIME);
    try (SparqlService service = service(stage, limits)) {
      long start = System.nanoTime();
      outcome(service, query);
      Duration took = Duration.ofNanos(System.nanoTime() - start);
      assertTrue(took.compareTo(TIME.plus(LATE)) < 0, name + " took " + took);
      assertEquals(1, awaitFree(service), name + " still holds its place");
      assertTrue(run(service, ORDINARY).contains("标题 7"), "others are served");
    }
  }

  @Test
  void basicPatternsStayWithTheExecutorOfTdb2() {
    QueryBudget budget = new QueryBudget(SparqlLimits.defaults());
    assertTrue(tdb2.read(data -> GuardedEngine.guarded(data, budget)) instanceof GraphTDB);
    assertTrue(plain.read(data -> GuardedEngine.guarded(data, budget)) instanceof GuardedGraph);
  }

  /** A result, or the problem's name. */
  private static String outcome(SparqlService service, String query) {
    try {
      run(service, query);
      return "result";
    } catch (ProblemException e) {
      assertTrue(e.problem().status() == 503 || e.problem().status() == 400, e.getMessage());
      return e.problem().slug();
    }
  }

  private static int awaitFree(SparqlService service) {
    long end = System.nanoTime() + LATE.toNanos();
    while (service.freePlaces() == 0 && System.nanoTime() < end) {
      Thread.onSpinWait();
    }
    return service.freePlaces();
  }

  @Test
  void othersAreServedWhileNastyQueriesRun() throws Exception {
    Duration time = Duration.ofSeconds(3);
    SparqlLimits limits = SparqlLimits.defaults().withTime(time).withConcurrent(4, time);
    List<String> nasty = nasty().map(arguments -> (String) arguments.get()[1]).limit(9).toList();
    ExecutorService visitors = Executors.newFixedThreadPool(3);
    try (SparqlService service = service(tdb2, limits)) {
      List<Future<String>> all = new ArrayList<>();
      for (String query : nasty) {
        all.add(visitors.submit(() -> outcome(service, query)));
      }
      int served = 0;
      while (!all.stream().allMatch(Future::isDone)) {
        // A new text each time, so that no answer comes from the cache.
        assertTrue(run(service, ORDINARY + " # " + served).contains("标题 7"));
        served++;
      }
      assertTrue(served > 10, "served " + served);
      for (Future<String> one : all) {
        one.get();
      }
    } finally {
      visitors.shutdownNow();
    }
  }

  @Test
  void whoFindsNoPlaceIsToldWhenToComeBack() throws Exception {
    SparqlLimits limits =
        SparqlLimits.defaults().withTime(TIME).withConcurrent(1, Duration.ofMillis(1));
    ExecutorService visitor = Executors.newSingleThreadExecutor();
    try (SparqlService service = service(tdb2, limits)) {
      Future<String> first =
          visitor.submit(
              () -> outcome(service, "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"));
      while (service.freePlaces() > 0 && !first.isDone()) {
        Thread.onSpinWait();
      }
      ProblemException busy = assertThrows(ProblemException.class, () -> run(service, ORDINARY));
      assertEquals(503, busy.problem().status());
      assertTrue(busy.problem().headers().containsKey("Retry-After"));
      assertEquals("query-timeout", first.get(10, TimeUnit.SECONDS));
    } finally {
      visitor.shutdownNow();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:1/> { ?s ?p ?o } }",
        "SELECT * { ?s ?p ?o FILTER EXISTS { SERVICE <file:///etc/passwd> { ?s ?p ?o } } }",
        "SELECT * { { SELECT * { SERVICE ?s { ?s ?p ?o } } } }",
        "SELECT * FROM <file:///etc/passwd> { ?s ?p ?o }",
        "SELECT * FROM NAMED <http://127.0.0.1:1/> { ?s ?p ?o }",
        "DESCRIBE ?s FROM <http://127.0.0.1:1/> { ?s ?p ?o }",
        "SELECT (<java:java.lang.System>(1) AS ?x) {}",
        "SELECT * { FILTER(<java:org.apache.jena.sparql.function.library.wait>(99999)) }",
        "SELECT * { FILTER(<http://jena.apache.org/ARQ/function#wait>(99999)) }",
        "SELECT (SUM(<http://jena.apache.org/ARQ/function#wait>(9)) AS ?x) { ?s ?p ?o }",
        "SELECT * { ?s ?p ?o } ORDER BY <http://www.w3.org/2005/xpath-functions#apply>(?s)",
        "SELECT * { ?s ?p ?o } HAVING(<http://www.w3.org/2005/xpath-functions#matches>(?s, 'a'))",
        "SELECT * { ?s ?p ?o FILTER NOT EXISTS { ?s ?q ?r FILTER(<x:f>(?r)) } }"
      })
  void whatReachesOutOfTheDataIsRefused(String query) {
    try (SparqlService service = service(tdb2, SparqlLimits.defaults())) {
      ProblemException refused = assertThrows(ProblemException.class, () -> run(service, query));
      assertEquals("query-not-allowed", refused.problem().slug(), refused.getMessage());
    }
  }

  @Test
  void propertiesThatLoadCodeAreJustProperties() {
    try (SparqlService service = service(tdb2, SparqlLimits.defaults())) {
      for (String property :
          List.of(
              "<java:org.apache.jena.sparql.pfunction.library.version>",
              "<http://jena.apache.org/ARQ/property#versionARQ>",
              "<http://jena.apache.org/text#query>")) {
        assertTrue(run(service, "ASK { ?s " + property + " ?o }").contains("false"), property);
      }
    }
  }

  @Test
  void namedGraphsOfTheStoreAreOutOfReach() {
    MemoryStage stage = MemoryStage.onTdb2();
    stage.hide(Triple.create(uri("secret"), uri("secret"), text("secret")));
    try (SparqlService service = service(stage, SparqlLimits.defaults())) {
      for (String query :
          List.of(
              "ASK { GRAPH ?g { ?s ?p ?o } }",
              "ASK { GRAPH <urn:x-arq:UnionGraph> { ?s ?p ?o } }",
              "ASK { GRAPH <" + MemoryStage.HIDDEN + "> { ?s ?p ?o } }",
              "ASK { ?s ?p ?o }")) {
        assertTrue(run(service, query).contains("false"), query);
      }
    }
  }

  @Test
  void queriesThatNestTooDeeplyAreRefused() {
    try (SparqlService service = service(tdb2, SparqlLimits.defaults())) {
      for (String query :
          List.of(
              "ASK " + "{".repeat(30_000) + "}".repeat(30_000),
              "ASK { FILTER(" + "(".repeat(30_000) + "1" + ")".repeat(30_000) + ") }",
              "ASK { FILTER(" + "1+".repeat(30_000) + "1) }")) {
        ProblemException refused = assertThrows(ProblemException.class, () -> run(service, query));
        assertEquals(400, refused.problem().status());
      }
    }
  }

  private static SparqlService service(MemoryStage stage, SparqlLimits limits) {
    return new SparqlService(stage, TestData.addresses(), limits);
  }

  private static String run(SparqlService service, String query) {
    SparqlService.Prepared prepared = service.prepare(query);
    ResultFormat format = ResultFormat.of(prepared.query()).get(0);
    return new String(service.execute(prepared, format).body(), StandardCharsets.UTF_8);
  }
}
