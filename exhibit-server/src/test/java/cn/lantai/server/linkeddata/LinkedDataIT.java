package cn.lantai.server.linkeddata;

import static cn.lantai.server.testing.Web.header;
import static cn.lantai.server.testing.Web.mediaType;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import cn.lantai.server.problem.Problem;
import cn.lantai.server.testing.LantaiServer;
import cn.lantai.server.testing.Web;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Things of the sample holdings, followed as a browser and as a harvester follow them. */
@ExtendWith(LantaiServer.class)
class LinkedDataIT {

  /** One thing of each type, and its page. */
  private static final String THINGS =
      """
      record/r001               /records/r001
      set/x001-zl-001           /archives/x001-zl-001
      person/maodun             /people/maodun
      organisation/org-txda     /things/organisation/org-txda
      place/pl-shangyu          /things/place/pl-shangyu
      event/e-manifesto         /things/event/e-manifesto
      theme/jiandang            /things/theme/jiandang
      scheme/official           /things/scheme/official
      source/s19                /things/source/s19
      image/r001-1              /things/image/r001-1
      exhibition/xinyang-zhi-yuan /exhibitions/xinyang-zhi-yuan
      collection/maodun-zhuanti /people/maodun-zhuanti
      compilation/zhedang-jingpin /compilations/zhedang-jingpin
      study/dudong-qiaopi       /study/dudong-qiaopi
      """;

  private final Web web;

  LinkedDataIT(LantaiServer.Running server) {
    web = server.web();
  }

  static Stream<Arguments> things() {
    return THINGS.lines().map(line -> Arguments.of((Object[]) line.split(" +")));
  }

  static Stream<Arguments> thingsInEverySyntax() {
    return things()
        .flatMap(
            thing ->
                Arrays.stream(RdfSyntax.values())
                    .map(syntax -> Arguments.of(thing.get()[0], syntax)));
  }

  @ParameterizedTest
  @MethodSource("things")
  void aThingLeadsABrowserToItsPage(String thing, String page) {
    HttpResponse<String> redirect = web.page("/id/" + thing);
    assertEquals(303, redirect.statusCode());
    assertEquals("*", header(redirect, "Access-Control-Allow-Origin"));
    assertTrue(header(redirect, "Vary").contains("Accept"), header(redirect, "Vary"));
    assertEquals(page, web.target(redirect));

    HttpResponse<String> answer = web.page(page);
    if (thing.startsWith("image/")) {
      assertEquals(303, answer.statusCode(), "an image is shown where its record is");
      answer = web.page(web.target(answer));
    }
    assertEquals(200, answer.statusCode());
    assertEquals("text/html", mediaType(answer));
    assertTrue(
        answer.body().contains("/data/record/") || answer.body().contains("/data/" + thing),
        "the page links to the data");
  }

  @ParameterizedTest
  @MethodSource("thingsInEverySyntax")
  void aThingLeadsAHarvesterToItsData(String thing, RdfSyntax syntax) {
    for (String mediaType : syntax.mediaTypes()) {
      HttpResponse<String> redirect = web.get("/id/" + thing, "Accept", mediaType);
      assertEquals(303, redirect.statusCode());
      assertEquals("/data/" + thing + "." + syntax.extension(), web.target(redirect));
    }
    HttpResponse<String> data = web.get("/data/" + thing + "." + syntax.extension());
    assertEquals(200, data.statusCode());
    assertEquals(syntax.mediaType(), mediaType(data));
    assertTrue(parse(data).size() >= 3, data.body());
  }

  @ParameterizedTest
  @MethodSource("things")
  void allSyntaxesSayTheSame(String thing) {
    Graph turtle = parse(web.get("/data/" + thing + ".ttl"));
    for (RdfSyntax syntax : RdfSyntax.values()) {
      Graph other = parse(web.get("/data/" + thing + "." + syntax.extension()));
      assertTrue(turtle.isIsomorphicWith(other), syntax + " differs from Turtle");
    }
  }

  @ParameterizedTest
  @MethodSource("things")
  void everySubjectIsTheThingOrAFragmentOfIt(String thing) {
    String iri = web.base() + "/id/" + thing;
    parse(web.get("/data/" + thing + ".ttl"))
        .find()
        .mapWith(triple -> triple.getSubject())
        .forEach(
            subject ->
                assertTrue(
                    subject.isURI()
                        && (subject.getURI().equals(iri) || subject.getURI().startsWith(iri + "#")),
                    subject.toString()));
  }

  @Test
  void whoAsksForNothingInParticularGetsThePage() {
    assertEquals("/people/maodun", web.target(web.get("/id/person/maodun")));
    assertEquals("/people/maodun", web.target(web.get("/id/person/maodun", "Accept", "*/*")));
  }

  @Test
  void dataWithoutAnExtensionIsRedirectedByAccept() {
    HttpResponse<String> redirect =
        web.get("/data/person/maodun", "Accept", "application/ld+json;q=0.9, text/html");
    assertEquals(303, redirect.statusCode());
    assertEquals("/data/person/maodun.jsonld", web.target(redirect));
    assertEquals("Accept", header(redirect, "Vary"));
  }

  @Test
  void whatCannotBeSaidIs406WithTheAlternatives() {
    HttpResponse<String> refused = web.get("/id/person/maodun", "Accept", "application/pdf");
    assertEquals(406, refused.statusCode());
    assertTrue(refused.body().contains("/data/person/maodun.ttl"), refused.body());
  }

  @ParameterizedTest
  @EnumSource(RdfSyntax.class)
  void dataIsNotSentAgainToWhoHasIt(RdfSyntax syntax) {
    String address = "/data/record/r001." + syntax.extension();
    HttpResponse<String> first = web.get(address);
    String tag = header(first, "ETag");
    assertFalse(tag.isEmpty());
    assertEquals("no-cache", header(first, "Cache-Control"));

    HttpResponse<String> again = web.get(address, "If-None-Match", tag);
    assertEquals(304, again.statusCode());
    assertEquals(tag, header(again, "ETag"));
    assertEquals("*", header(again, "Access-Control-Allow-Origin"));
    assertEquals(200, web.get(address, "If-None-Match", "\"other\"").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/data/record/r001.ttl", "/data/record/r001.jsonld"})
  void headIsLikeGetWithoutABody(String address) {
    HttpResponse<byte[]> head = web.head(address);
    HttpResponse<byte[]> get = web.bytes(address);
    assertEquals(200, head.statusCode());
    assertEquals(0, head.body().length);
    for (String name : new String[] {"Content-Type", "ETag", "Link", "Cache-Control"}) {
      assertEquals(header(get, name), header(head, name), name);
    }
    assertEquals(303, web.head("/id/record/r001", "Accept", "text/turtle").statusCode());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/id/person/maodun", "/data/person/maodun.ttl", "/sparql"})
  void scriptsOfOtherSitesMayRead(String address) {
    HttpResponse<String> asked =
        web.options(
            address, "Origin", "https://elsewhere.example", "Access-Control-Request-Method", "GET");
    assertEquals(204, asked.statusCode());
    assertEquals("*", header(asked, "Access-Control-Allow-Origin"));
    assertTrue(header(asked, "Access-Control-Allow-Methods").contains("GET"));
    assertEquals("", header(asked, "Access-Control-Allow-Credentials"));
  }

  @Test
  void dataSaysWhatItDescribesAndWhereElseItIs() {
    String links = header(web.get("/data/record/r001.ttl"), "Link");
    String base = web.base();
    assertTrue(links.contains("<" + base + "/id/record/r001>; rel=\"describes\""), links);
    assertTrue(links.contains("<" + base + "/records/r001>; rel=\"alternate\""), links);
    assertTrue(links.contains("<" + base + "/data/record/r001.jsonld>; rel=\"alternate\""), links);
    assertTrue(links.contains("<" + base + "/iiif/manifest/r001>; rel=\"related\""), links);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/id/person/nobody",
        "/id/nothing/maodun",
        "/id/person/MAODUN",
        "/id/person/%2e%2e",
        "/data/person/nobody.ttl",
        "/data/person/maodun.doc",
        "/data/nothing/maodun.ttl"
      })
  void whatIsUnknownIsAProblemForProgramsAndAPageForReaders(String address) {
    HttpResponse<String> problem = web.get(address, "Accept", "text/turtle, */*;q=0.1");
    assertEquals(404, problem.statusCode());
    assertEquals(Problem.MEDIA_TYPE, mediaType(problem));
    assertTrue(problem.body().contains("\"status\":404"), problem.body());

    HttpResponse<String> page = web.page(address);
    assertEquals(404, page.statusCode());
    assertEquals("text/html", mediaType(page));
  }

  @ParameterizedTest
  @CsvSource({"zh-CN,没有这个条目", "en;q=0.8,There is no such thing"})
  void aProblemSpeaksTheLanguageOfWhoAsks(String languages, String title) {
    HttpResponse<String> problem =
        web.get("/id/person/nobody", "Accept", "*/*", "Accept-Language", languages);
    assertTrue(problem.body().contains("\"title\":\"" + title + "\""), problem.body());
  }

  private static Graph parse(HttpResponse<String> data) {
    assertEquals(200, data.statusCode(), data.body());
    Lang lang = RDFLanguages.contentTypeToLang(mediaType(data));
    return TestData.graph(data.body(), lang);
  }
}
